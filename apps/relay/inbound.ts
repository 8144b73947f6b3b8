/**
 * What a message of another system means: one command, checked and admitted as over HTTP. Invariant: every message ends
 * in the command log or, with its reason, in the dead letters, once however often it is delivered; the rest goes on.
 * Nothing that comes over the bus is trusted, and nothing of a message is logged: it may hold personal data.
 */
import type { z } from 'zod';
import type { BusLog, InboundHandler, InboundMessage } from '../../libs/bus';
import {
  admit,
  readJson,
  refusal,
  refusalOf,
  refusalOfFaults,
  refuseUnknown,
  refuseWithout,
  type Refusal,
  type WayIn,
} from '../../libs/commands';
import { faultsOf, inboundMessage, messageOf, publicCommand } from '../../libs/contracts';
import { Failure, isFaultOfRows, isPassing, sqlState, type Ledger } from '../../libs/ledger';

export type InboundDeps = {
  readonly ledger: Pick<
    Ledger,
    'deployment' | 'describeContent' | 'getContent' | 'isKept' | 'deadLetter'
  >;
  readonly wayIn: Pick<WayIn, 'submit'>;
  readonly logger: BusLog;
};

export function inboundHandler(deps: InboundDeps): InboundHandler {
  return async (message) => {
    try {
      await take(deps, message);
    } catch (thrown) {
      const refused = refusalOf(thrown) ?? mistakeOfOurs(thrown);
      if (refused === null) throw thrown;
      await bury(deps, message, refused);
      if (refused.code === 'internal') {
        deps.logger.error({ source: message.source, at: framesOf(thrown) }, 'a mistake of ours');
      }
    }
  };
}

async function take({ ledger, wayIn, logger }: InboundDeps, { source, bytes }: InboundMessage) {
  refuseUnknown((await ledger.deployment()).mode);
  const { type, actor, idempotencyKey, ...rest } = checked(inboundMessage, readJson(bytes), []);
  const row = publicCommand(type)!;
  refuseWithout(row.right, actor);
  const params = checked(row.params, rest.params, ['params']);
  const body = checked(row.body, rest.body, ['body']);
  const asking = { row, params, body, actor, idempotencyKey };
  const { commandId, result } = await admit({ commands: wayIn, contents: ledger }, asking);
  logger.debug({ source, commandId, result }, 'taken from another system');
}

function checked<T>(schema: z.ZodType<T>, value: unknown, place: readonly string[]): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw refusalOfFaults(faultsOf(read.error.issues, place));
}

/**
 * What one message alone can bring about must not stop the others. A database that is away, or refuses whatever it is
 * asked, is no fault of the message: null.
 */
function mistakeOfOurs(thrown: unknown): Refusal | null {
  const ofDatabase = sqlState(thrown) !== null && !isFaultOfRows(thrown);
  return isPassing(thrown) || ofDatabase ? null : refusal('internal');
}

async function bury({ ledger, logger }: InboundDeps, message: InboundMessage, refused: Refusal) {
  const { source, bytes } = message;
  const { code } = refused;
  const withheld = mentionsSecret(bytes);
  await ledger.deadLetter({ source, bytes, reason: reasonOf(refused), withheld });
  const err = new Failure('inbound.refused', `the relay refused the message ${source}: ${code}`, {
    cause: new Error(messageOf(code).title.en),
    nextStep:
      'read its reason in work.dead_letters; its sender corrects it and sends it again, ' +
      'then delete the row (docs/operations.md)',
  });
  logger.warn({ err, source, reason: code }, 'a message lies in the dead letters');
}

/** PostgreSQL keeps no zero in a text, and a sender needs no more than this. */
const REASON_CHARACTERS = 4_000;

/** Every fault with its place, in both languages. */
function reasonOf({ code, params, faults }: Refusal): string {
  const all = faults ?? [{ code, place: '', params }];
  return all
    .map((fault) => {
      const { title } = messageOf(fault.code, fault.params);
      return `${fault.code} ${fault.place || '/'}: ${title.vi} · ${title.en}`;
    })
    .join('\n')
    .replaceAll('\u0000', '\ufffd')
    .slice(0, REASON_CHARACTERS);
}

/** Of a secret draft, whatever else is wrong with it, only the hash is kept. */
function mentionsSecret(bytes: Buffer): boolean {
  return /"secrecy"\s*:\s*"(?!none")/.test(bytes.toString('utf8'));
}

/** Where it happened, without the words, which may repeat the message. */
function framesOf(thrown: unknown): string[] {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
