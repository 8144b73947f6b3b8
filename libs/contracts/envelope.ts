/**
 * An entry of the ledger as a CloudEvents 1.0 document. Its canonical bytes are Merkle leaf, Kafka value and export
 * line, so nothing here depends on an entry's neighbours in other streams: the global sequence is not in it.
 */
import { z } from 'zod';
import { kindOfStream } from '../domain';
import type { Actor, Command, Decided, Event, Instant, Json, Rejection, Stored } from '../domain';

export const GENESIS_HASH = '0'.repeat(64);

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant is YYYY-MM-DDTHH:mm:ss.sssZ');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash is 64 lower-case hex digits');
const json: z.ZodType<Json> = z.json();
const eventType = z.string().regex(/^dondoc\.[a-z]+\.[A-Z][A-Za-z]*\.v[1-9]\d*$/);
const commandType = z.string().regex(/^dondoc\.[a-z]+\.command\.[A-Z][A-Za-z]*\.v[1-9]\d*$/);

export const actorSchema = z.strictObject({
  id: z.string().min(1),
  role: z.enum(['clerk', 'focal', 'standingBody', 'leader', 'auditor', 'operator', 'system']),
  unit: z.string().nullable(),
}) satisfies z.ZodType<Actor>;

const attributes = {
  specversion: z.literal('1.0'),
  /** `{stream}@{version}` */
  id: z.string().min(3),
  /** `urn:dondoc:{deployment}` */
  source: z.string().startsWith('urn:dondoc:'),
  /** The stream. */
  subject: z.string().min(1),
  /** When it happened: the effective time of the command. */
  time: instant,
  /** When it was recorded, on the deployment's clock: the as-of axis. */
  recordedat: instant,
  streamversion: z.int().positive(),
  /** SHA-256 of the stream's entry before; {@link GENESIS_HASH} for the first. */
  prevhash: hash,
  /** The command's id. */
  correlationid: z.string().min(1),
  /** Version (hash) of the deciders that decided. */
  deciders: z.string().min(1),
  datacontenttype: z.literal('application/json'),
};

const rejection: z.ZodType<Rejection> = z.strictObject({
  code: z.string().min(1),
  params: z.record(z.string(), json),
});

export const commandEntrySchema = z.strictObject({
  ...attributes,
  type: commandType,
  /** The entry that caused this command, when a reaction asked it. */
  causationid: z.string().min(1).optional(),
  data: z.strictObject({
    commandId: z.string().min(1),
    command: z.strictObject({ type: z.string().min(1), data: json, plan: json.optional() }),
    actor: actorSchema,
    receivedAt: instant,
    effectiveAt: instant,
    outcome: z.enum(['accepted', 'refused']),
    rejection: rejection.optional(),
  }),
});

export const eventEntrySchema = z.strictObject({
  ...attributes,
  type: eventType,
  /** The entry of the command. */
  causationid: z.string().min(1),
  data: z.strictObject({ actor: actorSchema, body: json }),
});

export const envelopeSchema = z.union([commandEntrySchema, eventEntrySchema]);

export type CommandEntry = z.infer<typeof commandEntrySchema>;
export type EventEntry = z.infer<typeof eventEntrySchema>;
export type Envelope = CommandEntry | EventEntry;

export function isCommandEntry(envelope: Envelope): envelope is CommandEntry {
  return envelope.type.includes('.command.');
}

/** `ReportSubmitted` of `dondoc.round.ReportSubmitted.v1`, `SubmitReport` of `dondoc.round.command.SubmitReport.v1`. */
export function shortType(type: string): string {
  return type.split('.').at(-2) ?? type;
}
