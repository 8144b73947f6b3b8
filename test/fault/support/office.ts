/**
 * What people and time do on the stage: rounds with ladders due in seconds, reports over HTTP by callers who ask again
 * with the same key until they have a receipt. Invariant: every receipt that was ever handed out is remembered here.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sha256Hex } from '../../../libs/audit';
import { commandId } from '../../../libs/commands';
import { storedEvent } from '../../../libs/contracts';
import {
  obligationId,
  parseRoundStream,
  roundStream,
  type PlannedRung,
  type RoundEvent,
} from '../../../libs/domain';
import * as say from '../../../libs/domain/round/testing';
import {
  ask,
  CLERK,
  OPERATOR,
  directiveOf,
  SIGNED,
  unit,
  type Reply,
} from '../../e2e/support/office-story';
import { policies } from '../../../samples';
import { until } from '../../integration/support/until';
import { patiently } from './patiently';
import type { Stage } from './stage';

export type Receipt = {
  readonly key: string;
  readonly commandId: string;
  readonly stream: string;
  readonly receivedAt: string;
  /** 200: decided when it was answered; 202: taken. */
  readonly answered: number;
};

export type Round = {
  readonly stream: string;
  /** The instant of a rung. */
  at(rung: string): string;
};

/** Seconds after the opening, by rung. */
export type Ladder = { readonly [rung: string]: number };

export type Reached = Extract<RoundEvent, { type: 'RungReached' }>['data'];

const KINDS: { readonly [rung: string]: Partial<PlannedRung> } = {
  'T-3': {},
  'T-2': {},
  'T-1': {},
  'T+1': { kind: 'letter', audience: 'head' },
  'T+3': { kind: 'escalation', audience: 'superior' },
  'T+5': { kind: 'escalation', audience: 'issuer' },
};
/** The units of every round. */
export const REPORTERS = ['nga-son', 'tinh-gia', 'sam-son'] as const;
const OTHERS = [
  'ca-thanh-hoa',
  'ubnd-thanh-hoa',
  'bcd-138',
  'ubnd-tinh',
  'ban-chi-dao',
  'so-noi-vu',
];
const RECEIPT_WITHIN_MS = 150_000;

export class Office {
  readonly receipts: Receipt[] = [];
  /** By the SHA-256 of what another system sent, each time it did. */
  readonly badMessages: string[] = [];
  private opened = 0;
  private keys = 0;

  constructor(private readonly stage: Stage) {}

  async registerUnits(): Promise<void> {
    const units = [...REPORTERS, ...OTHERS].map((id) => unit(id, [`focal@${id}.vn`]));
    await this.ask('/v1/units', { actor: OPERATOR, body: { units } });
  }

  /** Units have no time of their own: no run decides them. */
  async registerUnit(id: string): Promise<Receipt> {
    const body = { units: [unit(id, [`focal@${id}.vn`])] };
    await this.ask('/v1/units', { actor: OPERATOR, body });
    return this.receipts.at(-1)!;
  }

  async decided({ commandId }: Pick<Receipt, 'commandId'>, withinMs?: number): Promise<void> {
    const isDecided = async () => {
      const record = await patiently(() => this.stage.ledger.commandRecord(commandId));
      return record?.status === 'decided';
    };
    await until(`${commandId} is decided`, isDecided, withinMs);
  }

  /** As another system registers a unit: what it sends, and by which id the command will be known. */
  unitMessage(id: string): { readonly value: string; readonly commandId: string } {
    this.keys += 1;
    const actor = { id: 'he-thong-khac', role: 'operator', unit: null } as const;
    const idempotencyKey = `fault-suite-${this.keys}`;
    const body = { units: [unit(id, [`focal@${id}.vn`])] };
    const message = { type: 'RegisterUnits', params: {}, body, actor, idempotencyKey };
    return { value: JSON.stringify(message), commandId: commandId(actor, idempotencyKey) };
  }

  badMessage(value: string): { readonly value: string } {
    this.badMessages.push(sha256Hex(value));
    return { value };
  }

  /** A directive takes the reactor through many streams: series, directive, round. */
  async registerPolicies(): Promise<void> {
    for (const policy of policies)
      await this.ask('/v1/policies', { actor: OPERATOR, body: policy });
  }

  /** Answers the directive's id. */
  async issueDirective(number: number): Promise<string> {
    const { text, today } = directiveText(number);
    const { resource } = await this.ask('/v1/directives', { actor: CLERK, body: text });
    const signed = { ...SIGNED(today), symbol: `${String(number).padStart(2, '0')}/CT-UBND` };
    await this.ask(`${String(resource)}/issue`, { actor: CLERK, body: signed });
    return String(resource).split('/').at(-1)!;
  }

  /** Of the round that is opened next. */
  nextStream(): string {
    const directive = `f-${this.opened + 1}`;
    return roundStream({ directive, duty: 'report', period: '2018', shard: 0 });
  }

  /** Of every round so far. */
  streams(): string[] {
    return Array.from({ length: this.opened }, (_, n) =>
      roundStream({ directive: `f-${n + 1}`, duty: 'report', period: '2018', shard: 0 }),
    );
  }

  /** A round whose rungs fall due so many seconds from now, or from `after`; its due time after `due`. */
  async openRound(ladder: Ladder, due = 3_600, after: string | null = null): Promise<Round> {
    const stream = this.nextStream();
    const { directive } = parseRoundStream(stream)!;
    this.opened += 1;
    const now = Date.parse(after ?? (await patiently(() => this.stage.ledger.now())));
    const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
    const rungs = Object.entries(ladder).map(([id, seconds]) =>
      say.rung(id, at(seconds), KINDS[id] ?? {}),
    );
    const { type, data, actor } = say.opens({
      heading: { directive },
      schedule: { dueAt: at(due), rungs },
    });
    const id = `open:${stream}`;
    const asked = { id, stream, type, data, actor, effectiveAt: at(0), causedBy: null };
    await patiently(() => this.stage.wayIn.ask([asked]));
    return { stream, at: (rung) => at(ladder[rung] ?? NaN) };
  }

  /** Resolves when the report has a receipt; the caller asks again, as a browser or another system would. */
  async submit({ stream }: Round, of: (typeof REPORTERS)[number]): Promise<Receipt> {
    const obligation = obligationId(parseRoundStream(stream)!, of);
    const body = { report: { summary: `Đã làm xong (${of})`, number: null } };
    await this.ask(`/v1/obligations/${obligation}/submit`, { actor: `dau-moi;focal;${of}`, body });
    return this.receipts.at(-1)!;
  }

  /** The receiver accepts a report, or sends it back; refused when the clock was set back meanwhile. */
  async judge(round: Round, of: (typeof REPORTERS)[number], how: 'accept' | 'return') {
    const obligation = obligationId(parseRoundStream(round.stream)!, of);
    const body = how === 'accept' ? { note: null } : { reason: 'Thiếu số liệu' };
    const actor = 'tiep-nhan;standingBody;ca-thanh-hoa';
    await this.ask(`/v1/obligations/${obligation}/${how}`, { actor, body });
  }

  /** A unit with one person, whose address is then erased. */
  async eraseFocalOf(id: string): Promise<void> {
    const registered = await this.registerUnit(id);
    await this.decided(registered, RECEIPT_WITHIN_MS);
    const { rows } = await patiently(() =>
      this.stage.owner.query<{ bytes: string }>(
        `SELECT bytes FROM ledger.entries WHERE stream = 'org' AND strpos(bytes, $1) > 0 ORDER BY seq LIMIT 1`,
        [registered.commandId],
      ),
    );
    const [token] = /pii:[0-9a-f]{64}/.exec(rows[0]!.bytes)!;
    const body = { token, reason: 'Người ấy yêu cầu' };
    await this.ask('/v1/personal/erase', { actor: OPERATOR, body });
  }

  /** Resolves when the rung was reached, with what it says. */
  async reached({ stream }: Round, rung: string): Promise<Reached> {
    let found: Reached | undefined;
    await until(`${rung} of ${stream} is reached`, async () => {
      found = (await patiently(() => this.rungs(stream))).find((it) => it.rung === rung);
      return found !== undefined;
    });
    return found!;
  }

  async rungs(stream: string): Promise<Reached[]> {
    const entries = await this.stage.ledger.entriesOfStream(stream);
    return entries.flatMap(({ envelope }) => {
      const event = storedEvent(envelope);
      return event?.type === 'RungReached' ? [event.data as Reached] : [];
    });
  }

  private async ask(path: string, { actor, body }: { actor: string; body: unknown }) {
    this.keys += 1;
    const key = `fault-suite-${this.keys}`;
    const since = performance.now();
    for (;;) {
      const reply = await this.reply(path, { actor, body, key });
      if (reply !== null && reply.status < 300) {
        this.receipts.push({ key, answered: reply.status, ...reply.body } as unknown as Receipt);
        return reply.body;
      }
      if (reply !== null && reply.status < 500) {
        throw new Error(`${path} was refused: ${JSON.stringify(reply.body)}`);
      }
      if (performance.now() - since > RECEIPT_WITHIN_MS) throw new Error(`no receipt for ${path}`);
      await pause(100);
    }
  }

  /** Null when nobody answered. */
  private async reply(path: string, of: Parameters<typeof ask>[1]): Promise<Reply | null> {
    try {
      return await ask(`${this.stage.api}${path}`, of);
    } catch {
      return null;
    }
  }
}

function directiveText(number: number) {
  const today = new Date().toISOString().slice(0, 10);
  const due = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const symbol = `${String(number).padStart(2, '0')}/CT-UBND`;
  const text = JSON.stringify(directiveOf(today, due)).replaceAll('01/CT-UBND', symbol);
  return { text: JSON.parse(text) as object, today };
}
