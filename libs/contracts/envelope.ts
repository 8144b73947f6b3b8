/**
 * An entry of the ledger as a CloudEvents 1.0 document. Its canonical bytes are Merkle leaf, Kafka value and export
 * line, so nothing here depends on an entry's neighbours in other streams: the global sequence is not in it.
 */
import { z } from 'zod';
import { kindOfStream } from '../domain';
import type { Actor, Command, Decided, Event, Instant, Json, Rejection, Stored } from '../domain';

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant is YYYY-MM-DDTHH:mm:ss.sssZ');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash is 64 lower-case hex digits');
/** Whatever JSON text held, untouched: z.json() and z.record() would drop a key named `__proto__`. */
const json = z.custom<Json>((value) => value !== undefined);
const jsonObject = z.custom<{ readonly [name: string]: Json }>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
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
  /** SHA-256 of the stream's entry before; 64 zeros for the first. */
  prevhash: hash,
  /** The command's id. */
  correlationid: z.string().min(1),
  /** Version (hash) of the deciders that decided. */
  deciders: z.string().min(1),
  datacontenttype: z.literal('application/json'),
};

const rejection: z.ZodType<Rejection> = z.strictObject({
  code: z.string().min(1),
  params: jsonObject,
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

/** What all entries of one recording share. */
export type Recorder = {
  readonly deploymentId: string;
  readonly recordedAt: Instant;
  readonly decidersHash: string;
};

/** Where an entry stands in its stream. */
export type Place = { readonly version: number; readonly prevHash: string };

/** The entry of a command; its events follow it, see {@link eventEnvelope}. */
export function commandEnvelope(decided: Decided, place: Place, by: Recorder): CommandEntry {
  const { command, decision } = decided;
  return {
    ...attributesOf(command, place, by),
    type: `dondoc.${knownKind(command.stream)}.command.${command.type}.v1`,
    ...(command.causedBy === undefined ? {} : { causationid: command.causedBy }),
    data: {
      commandId: command.id,
      command: {
        type: command.type,
        data: command.data as Json,
        ...(command.plan === undefined ? {} : { plan: command.plan as Json }),
      },
      actor: command.actor,
      receivedAt: command.receivedAt,
      effectiveAt: command.effectiveAt,
      outcome: decision.ok ? 'accepted' : 'refused',
      ...(decision.ok ? {} : { rejection: decision.rejection }),
    },
  };
}

/** @param cause the version of the command's entry */
export function eventEnvelope(
  event: Event,
  command: Command,
  { place, cause, by }: { place: Place; cause: number; by: Recorder },
): EventEntry {
  return {
    ...attributesOf(command, place, by),
    type: `dondoc.${knownKind(command.stream)}.${event.type}.v1`,
    causationid: entryId(command.stream, cause),
    data: { actor: command.actor, body: event.data as Json },
  };
}

export function entryId(stream: string, version: number): string {
  return `${stream}@${version}`;
}

function attributesOf(command: Command, place: Place, by: Recorder) {
  return {
    specversion: '1.0' as const,
    id: entryId(command.stream, place.version),
    source: `urn:dondoc:${by.deploymentId}`,
    subject: command.stream,
    time: command.effectiveAt,
    recordedat: by.recordedAt,
    streamversion: place.version,
    prevhash: place.prevHash,
    correlationid: command.id,
    deciders: by.decidersHash,
    datacontenttype: 'application/json' as const,
  };
}

/** @throws {@link UnknownStream} */
export function knownKind(stream: string): string {
  const known = kindOfStream(stream);
  if (known === null) throw new UnknownStream(stream);
  return known;
}

/** A stream whose name belongs to no decider: nothing may be recorded in it. */
export class UnknownStream extends Error {
  readonly code = 'stream.unknown';
  constructor(readonly stream: string) {
    super(`no decider knows the stream "${stream}": see the names of streams in the domain`);
    this.name = 'UnknownStream';
  }
}

/** The event as `evolve` sees it; null for the entry of a command. */
export function storedEvent(envelope: Envelope): Stored<Event> | null {
  if (isCommandEntry(envelope)) return null;
  return {
    type: shortType(envelope.type),
    data: envelope.data.body,
    at: envelope.time,
    commandId: envelope.correlationid,
    actor: envelope.data.actor,
  };
}

/** The command as it was decided; null for the entry of an event. */
export function recordedCommand(envelope: Envelope): Command | null {
  if (!isCommandEntry(envelope)) return null;
  const { commandId, command, actor, receivedAt, effectiveAt } = envelope.data;
  return {
    id: commandId,
    stream: envelope.subject,
    type: command.type,
    data: command.data,
    actor,
    receivedAt,
    effectiveAt,
    ...(command.plan === undefined ? {} : { plan: command.plan }),
    ...(envelope.causationid === undefined ? {} : { causedBy: envelope.causationid }),
  };
}

/** A stream's entries in order, grouped into what was decided. An event without its command is a broken stream. */
export function decidedOf(envelopes: readonly Envelope[]): Decided[] {
  const all: Decided[] = [];
  let events: Event[] = [];
  for (const envelope of envelopes) {
    const command = recordedCommand(envelope);
    if (command === null) {
      if (all.at(-1)?.command.id !== envelope.correlationid) {
        throw new Error(`entry ${envelope.id} does not follow the entry of its command`);
      }
      events.push({ type: shortType(envelope.type), data: (envelope as EventEntry).data.body });
      continue;
    }
    events = [];
    const { rejection: refusal } = (envelope as CommandEntry).data;
    all.push({
      command,
      decision: refusal ? { ok: false, rejection: refusal } : { ok: true, events },
    });
  }
  return all;
}
