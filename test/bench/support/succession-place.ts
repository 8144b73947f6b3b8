/** Directives whose rounds are all open, and change sets that hand them over and back, asked by the way in. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createWayIn, type Request, type WayIn } from '../../../libs/commands';
import {
  directiveStream,
  ORG_STREAM,
  policyStream,
  type Actor,
  type Duty,
} from '../../../libs/domain';
import { policies } from '../../../samples';
import { contacts } from '../../../samples/units/unit';
import { draft, duties, ISSUED_ON, issue, ministry, MINISTRY } from '../drill/quarterly-directive';
import type { Office } from './office';
import { unitOf } from './rounds';

const WITHIN_MS = 300_000;
const OPERATOR: Actor = { id: 'quan-tri', role: 'operator', unit: null };
const CLERK: Actor = { id: 'van-thu', role: 'clerk', unit: MINISTRY };
const LEADER: Actor = { id: 'lanh-dao', role: 'leader', unit: MINISTRY };

/** @param heirs the units merge into so many, each into one */
export type Size = { readonly directives: number; readonly units: number; readonly heirs: number };

export class SuccessionPlace {
  readonly pool: Pool;
  private readonly wayIn: WayIn;
  /** Ids of workflows are shared by all that run on the server. */
  private readonly tag = randomBytes(3).toString('hex');

  constructor(private readonly office: Office) {
    this.pool = office.database.pool();
    this.wayIn = createWayIn(office.database.ledger('dondoc_api'));
  }

  directive(n: number): string {
    return `d-${this.tag}-${n}`;
  }

  /** Units, policies, and directives whose rounds are open. */
  async found({ directives, units, heirs }: Size): Promise<void> {
    for (const policy of policies) {
      await this.ask(OPERATOR, policyStream(policy.id), 'AdoptPolicy', policy);
    }
    const more = Array.from({ length: heirs }, (_, n) => heirOf(n));
    const registered = [MINISTRY, ...more].map((id) => ({
      ...ministry(),
      ...{ id, contacts: contacts(id) },
    }));
    await this.ask(OPERATOR, ORG_STREAM, 'RegisterUnits', { units: registered });
    await this.office.registerUnits(units);
    for (let n = 1; n <= directives; n += 1) {
      const stream = directiveStream(this.directive(n));
      const symbol = { ...draft.symbol, value: `${n}/CT-BO` };
      const data = { draft: { ...draft, symbol }, duties: [dutyOf(units)] };
      await this.ask(CLERK, stream, 'RegisterDirective', data);
      await this.ask(LEADER, stream, 'IssueDirective', { ...issue, symbol: `${n}/CT-BO` });
    }
    await this.until(
      `SELECT count(*)::int AS n FROM ledger.entries WHERE type = 'dondoc.round.RoundOpened.v1'`,
      directives,
    );
  }

  async handsOver(id: string, size: Size): Promise<number> {
    const since = performance.now();
    await this.reorganises(id, size);
    return this.completed(id, 'ReorganisationCompleted', since);
  }

  async reorganises(id: string, { units, heirs }: Size): Promise<void> {
    const each = units / heirs;
    const changes = Array.from({ length: heirs }, (_, n) => ({
      kind: 'merge',
      units: Array.from({ length: each }, (_one, of) => unitOf(n * each + of)),
      into: heirOf(n),
    }));
    await this.ask(OPERATOR, ORG_STREAM, 'ReorganiseUnits', {
      ...{ id, title: 'Sắp xếp', on: ISSUED_ON, source: 'dữ liệu đo tốc độ' },
      ...{ register: [], changes, heirs: [] },
    });
  }

  async handsBack(id: string): Promise<number> {
    const since = performance.now();
    await this.ask(OPERATOR, ORG_STREAM, 'UndoReorganisation', { id, reason: 'đo tốc độ' });
    return this.completed(id, 'HandBackCompleted', since);
  }

  async moved(id: string, type: string): Promise<number> {
    const { rows } = await this.pool.query<{ moved: number }>(
      `SELECT (bytes::json -> 'data' -> 'body' ->> 'moved')::int AS moved FROM ledger.entries
       WHERE stream = $1 AND type = $2`,
      [`reorganisation/${id}`, `dondoc.reorganisation.${type}.v1`],
    );
    return rows.at(-1)!.moved;
  }

  /** Also noted by the organisation, so that the next change set may name the same units. */
  async completed(id: string, type: string, since: number): Promise<number> {
    const count = `SELECT count(*)::int AS n FROM ledger.entries`;
    const of = `type = 'dondoc.reorganisation.${type}.v1'`;
    await this.until(`${count} WHERE stream = 'reorganisation/${id}' AND ${of}`, 1);
    const seconds = (performance.now() - since) / 1_000;
    const noted = type === 'HandBackCompleted' ? 2 : 1;
    await this.until(
      `${count} WHERE stream = 'org' AND type = 'dondoc.org.ReorganisationNotedDone.v1'
         AND bytes::json -> 'data' -> 'body' ->> 'id' = '${id}'`,
      noted,
    );
    return seconds;
  }

  async until(count: string, wanted: number): Promise<void> {
    for (const giveUpAt = performance.now() + WITHIN_MS; ;) {
      const { rows } = await this.pool.query<{ n: number }>(count);
      if (rows[0]!.n >= wanted) return;
      if (performance.now() > giveUpAt) throw new Error(`${rows[0]!.n} of ${wanted}: ${count}`);
      await pause(10);
    }
  }

  private async ask(actor: Actor, stream: string, type: string, data: unknown): Promise<void> {
    const request: Request = {
      ...{ actor, stream, type, data },
      idempotencyKey: `${type} ${stream} ${JSON.stringify(data).slice(0, 80)}`,
    };
    const { commandId } = await this.wayIn.submit(request);
    await this.office.decided(commandId);
  }
}

export const heirOf = (n: number): string => `nhan-${n + 1}`;

/** One round, due years ahead. */
function dutyOf(units: number): Duty {
  const known = <Value>(value: Value) =>
    ({ grade: 'stated', value, quote: 'x', place: '1', source: 'full-text' }) as const;
  return {
    ...duties[0]!,
    owes: known({ kind: 'units', units: Array.from({ length: units }, (_, n) => unitOf(n)) }),
    cadence: known({ kind: 'once' }),
    due: known({ kind: 'fixedDate', date: '2030-12-16' }),
  };
}
