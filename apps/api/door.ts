/**
 * What happens to a command that has passed the checks: it is made durable, its decision is awaited for a while, and
 * the caller gets a receipt. Invariant: after a 2xx answer the command is in the command log.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { admit, refusal, type Asking } from '../../libs/commands';
import {
  idempotencyKeySchema,
  messageOf,
  unitsIn,
  type Receipt,
  type UnitNames,
} from '../../libs/contracts';
import { kindOfStream, parseRoundStream, roundId } from '../../libs/domain';
import type { AcceptResult, CommandRecord } from '../../libs/ledger';
import type { Reads } from '../../libs/readmodel';
import {
  COMMANDS_PORT,
  LEDGER_PORT,
  READS_PORT,
  SETTINGS,
  type CommandsPort,
  type DoorSettings,
  type LedgerPort,
} from './ports';
import { notesOf } from './receipt-notes';

@Injectable()
export class Door {
  constructor(
    @Inject(COMMANDS_PORT) private readonly commands: CommandsPort,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(READS_PORT) private readonly reads: Pick<Reads, 'unitNames'>,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
  ) {}

  async ask(asking: Asking): Promise<Receipt> {
    const accepted = await admit({ commands: this.commands, contents: this.ledger }, asking);
    const { commandId, type, stream } = accepted;
    const record = await this.outcomeOf(accepted);
    const rejection = record?.outcome?.rejection;
    if (rejection) throw refusal(rejection.code, rejection.params, { commandId });
    return {
      ...receiptOf(record ?? waiting(accepted, { type, stream })),
      repeat: accepted.result === 'repeat',
      notes: await notesOf(record, { ledger: this.ledger, reads: this.reads }),
    };
  }

  /** The receipt of a command taken earlier. */
  async receipt(commandId: string): Promise<Receipt> {
    const record = await this.ledger.commandRecord(commandId);
    if (record === null) throw refusal('not-found.command', { id: commandId });
    const { params = {} } = record.outcome?.rejection ?? {};
    const names = await this.reads.unitNames(unitsIn(params));
    return {
      ...receiptOf(record, names),
      notes: await notesOf(record, { ledger: this.ledger, reads: this.reads }),
    };
  }

  private async outcomeOf(accepted: AcceptResult): Promise<CommandRecord | null> {
    if (accepted.record?.status === 'decided') return accepted.record;
    return this.ledger.awaitOutcome(accepted.commandId, this.settings.waitMs);
  }
}

function waiting(
  { commandId, receivedAt, effectiveAt }: AcceptResult,
  asked: { type: string; stream: string },
): CommandRecord {
  return { ...asked, id: commandId, receivedAt, effectiveAt, status: 'waiting' };
}

export function receiptOf(record: CommandRecord, names: UnitNames = {}): Receipt {
  const { outcome } = record;
  return {
    commandId: record.id,
    type: record.type,
    stream: record.stream,
    receivedAt: record.receivedAt,
    effectiveAt: record.effectiveAt,
    status: record.status,
    outcome: outcome ? outcomeIn(outcome, names) : null,
    seq: outcome?.seq ?? null,
    version: outcome?.version ?? null,
    resource: resourceOf(record.stream),
    repeat: false,
    notes: [],
  };
}

function outcomeIn(
  { accepted, events, rejection, decidedAt }: NonNullable<CommandRecord['outcome']>,
  names: UnitNames,
) {
  if (!rejection) return { accepted, events, rejection: null, decidedAt };
  const { title, next } = messageOf(rejection.code, rejection.params, names);
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
    case 'recognition':
      return `/v1/${stream}`;
    case 'commendation':
      return `/v1/commendations/${stream.slice('commendation/'.length)}`;
    case 'bars':
      return '/v1/bars';
    case 'org':
      return '/v1/units';
    case 'reorganisation':
      return `/v1/reorganisations/${stream.slice('reorganisation/'.length)}`;
    case 'policy':
      return '/v1/policies';
    default:
      return null;
  }
}

/** The caller's key, or a new one that the answer returns. */
export function idempotencyKeyOf(header: string | string[] | undefined): string {
  if (header === undefined) return randomUUID();
  const key = idempotencyKeySchema.safeParse(header);
  if (!key.success) throw refusal('idempotency.key-malformed');
  return key.data;
}
