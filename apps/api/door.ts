/**
 * What happens to a command that has passed the checks: it is made durable, its decision is awaited for a while, and
 * the caller gets a receipt. Invariant: after a 2xx answer the command is in the command log.
 */
import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONTENT_PATHS,
  messageOf,
  valuesAt,
  type PublicCommand,
  type Receipt,
} from '../../libs/contracts';
import {
  kindOfStream,
  parseRoundStream,
  refuseToKeep,
  roundId,
  type Actor,
} from '../../libs/domain';
import type { AcceptResult, CommandRecord } from '../../libs/ledger';
import {
  COMMANDS_PORT,
  LEDGER_PORT,
  SETTINGS,
  type CommandsPort,
  type DoorSettings,
  type LedgerPort,
} from './ports';
import { refusal } from './refusal';

export type Asking = {
  readonly row: PublicCommand;
  readonly params: Record<string, string | number>;
  readonly body: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
};

@Injectable()
export class Door {
  constructor(
    @Inject(COMMANDS_PORT) private readonly commands: CommandsPort,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
  ) {}

  async ask({ row, params, body, actor, idempotencyKey }: Asking): Promise<Receipt> {
    const ids = { directive: () => directiveId(actor, idempotencyKey) };
    const { stream, data } = row.address(params, body, ids);
    const { type } = row;
    refuseToBeKept(type, data);
    await this.knowsContents(type, data);
    const accepted = await this.commands.submit({ type, stream, data, actor, idempotencyKey });
    const { commandId } = accepted;
    if (accepted.result === 'conflict') throw refusal('idempotency.conflict', { commandId });
    const record = await this.outcomeOf(accepted);
    const rejection = record?.outcome?.rejection;
    if (rejection) throw refusal(rejection.code, rejection.params, { commandId });
    return {
      ...receiptOf(record ?? waiting(accepted, { type, stream })),
      repeat: accepted.result === 'repeat',
    };
  }

  /** The receipt of a command taken earlier. */
  async receipt(commandId: string): Promise<Receipt> {
    const record = await this.ledger.commandRecord(commandId);
    if (record === null) throw refusal('not-found.command', { id: commandId });
    return receiptOf(record);
  }

  private async outcomeOf(accepted: AcceptResult): Promise<CommandRecord | null> {
    if (accepted.record?.status === 'decided') return accepted.record;
    return this.ledger.awaitOutcome(accepted.commandId, this.settings.waitMs);
  }

  private async knowsContents(type: string, data: unknown): Promise<void> {
    for (const sha256 of new Set(valuesAt(data, CONTENT_PATHS[type] ?? []))) {
      const known = typeof sha256 === 'string' && (await this.ledger.getContent(sha256)) !== null;
      if (!known) throw refusal('content.unknown', { sha256: String(sha256) });
    }
  }
}

/** What a decider refuses is recorded with its words; a state secret must not even reach the log. */
function refuseToBeKept(type: string, data: unknown): void {
  const refused = refuseToKeep(type, data);
  if (refused) throw refusal(refused.rejection.code, refused.rejection.params);
}

function waiting(
  { commandId, receivedAt, effectiveAt }: AcceptResult,
  asked: { type: string; stream: string },
): CommandRecord {
  return { ...asked, id: commandId, receivedAt, effectiveAt, status: 'waiting' };
}

export function receiptOf(record: CommandRecord): Receipt {
  const { outcome } = record;
  return {
    commandId: record.id,
    type: record.type,
    stream: record.stream,
    receivedAt: record.receivedAt,
    effectiveAt: record.effectiveAt,
    status: record.status,
    outcome: outcome ? outcomeIn(outcome) : null,
    seq: outcome?.seq ?? null,
    version: outcome?.version ?? null,
    resource: resourceOf(record.stream),
    repeat: false,
  };
}

function outcomeIn({
  accepted,
  events,
  rejection,
  decidedAt,
}: NonNullable<CommandRecord['outcome']>) {
  if (!rejection) return { accepted, events, rejection: null, decidedAt };
  const { title, next } = messageOf(rejection.code, rejection.params);
  return { accepted, events, rejection: { ...rejection, title, next }, decidedAt };
}

/** The page on which the stream's subject is read. */
function resourceOf(stream: string): string | null {
  switch (kindOfStream(stream)) {
    case 'directive':
      return `/v1/directives/${stream.slice('directive/'.length)}`;
    case 'round': {
      const { directive, duty, period } = parseRoundStream(stream)!;
      return `/v1/rounds/${roundId(directive, duty, period)}`;
    }
    case 'org':
      return '/v1/units';
    case 'policy':
      return '/v1/policies';
    default:
      return null;
  }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** `d-` and 60 bits of (actor, key): the same request names the same directive. */
export function directiveId(actor: Actor, idempotencyKey: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([actor.id, idempotencyKey]))
    .digest();
  const letters = [...hash.subarray(0, 12)].map((byte) => BASE32[byte & 31]);
  return `d-${letters.join('')}`;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The caller's key, or a new one that the answer returns. */
export function idempotencyKeyOf(header: string | string[] | undefined): string {
  if (header === undefined) return randomUUID();
  if (typeof header !== 'string' || !KEY.test(header)) throw refusal('idempotency.key-malformed');
  return header;
}
