/**
 * A period of two hops, made of entries as the deciders decide them: communes report to their province, provinces to a
 * ministry, every report is accepted, and the projector follows the ledger while all this is recorded.
 */
import { createProjector } from '../../../apps/projector';
import { createLedgerBus, type Bus } from '../../../libs/bus';
import type { Decided, Form } from '../../../libs/domain';
import * as say from '../../../libs/domain/round/testing';
import { migrate, type Ledger, type NewCommand, type Stamp } from '../../../libs/ledger';
import { createReads, type Reads } from '../../../libs/readmodel';
import { asked, FAR } from '../../integration/support/round-commands';
import { testDatabase, type TestDatabase } from '../../integration/support/ledger-database';
import type { Bench } from './bench';
import { HandMadeRun } from './rounds';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench-rollup', clock: 'wall' };
const FIELDS = 20;
const TOP = 'top';
const MINISTRY = 'ministry';
const NOW = '2098-12-20T00:00:00.000Z';
/** What is decided together is recorded in one transaction. */
const TOGETHER = 500;

export const codes = Array.from({ length: FIELDS }, (_, n) => `f${n}`);

const form: Form = {
  version: 1,
  outline: [],
  rules: [],
  fields: codes.map((code) => ({
    code,
    label: { vi: code, en: code },
    required: true,
    type: 'integer',
    rollUp: 'sum',
    min: 0,
    max: null,
  })),
};

export type Values = { readonly [code: string]: number };
export type Size = { readonly communes: number; readonly provinces: number };

export class RollupPlace {
  private seen = 0;
  private waiting: { readonly seq: number; readonly done: () => void }[] = [];
  /** The reports of each directive: `p-3` of its communes, `top` of the provinces. */
  private readonly reports = new Map<string, HandMadeRun>();

  private constructor(
    readonly database: TestDatabase,
    private readonly ledger: Ledger,
    private readonly reads: Reads,
    private readonly size: Size,
  ) {}

  static async open(bench: Bench, size: Size): Promise<RollupPlace> {
    const database = await testDatabase(STAMP);
    bench.own('database', () => database.drop());
    await migrate(database.url, STAMP);
    const reads = createReads(database.pool('dondoc_api'));
    const place = new RollupPlace(database, database.ledger(), reads, size);
    const ledger = database.ledger('dondoc_projector');
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const bus = place.watched(createLedgerBus({ ledger, log: quiet }));
    const pool = database.pool('dondoc_projector');
    const projector = createProjector({ ledger, bus, pool, logger: quiet });
    await projector.start();
    bench.own('bus', () => bus.close());
    bench.own('projector', () => projector.stop());
    return place;
  }

  /** Every commune and every province has reported, and everything is accepted. */
  async found(): Promise<void> {
    for (const province of this.provinces()) {
      const communes = this.communesOf(province);
      const run = await this.opens(province, province, communes);
      await this.report(run, communes, () => valuesOf(1));
    }
    const top = await this.opens(TOP, MINISTRY, this.provinces());
    await this.report(top, this.provinces(), (it) => valuesOf(this.communesOf(it).length));
    await this.projected();
  }

  /** The drafts of all provinces, then the ministry's. */
  async allDrafts(): Promise<void> {
    for (const province of this.provinces()) await this.draftOf(province, province);
    await this.draftOf(TOP, MINISTRY);
  }

  /** A commune of the province writes higher figures; nothing of it counts before it is accepted. */
  async corrects(province: string, figure: number): Promise<void> {
    const [unit] = this.communesOf(province);
    await this.reports.get(province)!.act(this.correction(province, unit!, valuesOf(figure)));
    await this.projected();
  }

  /** From that acceptance, the last one missing, to the ministry's draft; nobody edits between. */
  async lastAcceptance(province: string): Promise<Values> {
    const [unit] = this.communesOf(province);
    await this.reports.get(province)!.act(this.agreement(province, unit!, province));
    await this.projected();
    const values = await this.draftOf(province, province);
    const top = this.reports.get(TOP)!;
    await top.act(this.correction(TOP, province, values), this.agreement(TOP, province, MINISTRY));
    await this.projected();
    return this.draftOf(TOP, MINISTRY);
  }

  provinces(): string[] {
    return Array.from({ length: this.size.provinces }, (_, n) => `p-${n}`);
  }

  communesOf(province: string): string[] {
    const { communes, provinces } = this.size;
    return Array.from({ length: communes }, (_, n) => n)
      .filter((n) => `p-${n % provinces}` === province)
      .map((n) => `c-${n}`);
  }

  private async draftOf(directive: string, unit: string): Promise<Values> {
    const draft = await this.reads.consolidation(`${directive}~rollup~2025~0~${unit}`, NOW);
    const below = directive === TOP ? this.provinces() : this.communesOf(directive);
    if (draft?.parts.length !== below.length) throw new Error('the draft lacks reports');
    return draft.values as Values;
  }

  /** The round of the reports, and the round of whoever consolidates them, fed by it. */
  private async opens(directive: string, to: string, units: readonly string[]) {
    const run = new HandMadeRun(this.ledger, streamOf(directive, 'report'));
    this.reports.set(directive, run);
    await run.act(this.opening(directive, 'report', { to, units }));
    const above = new HandMadeRun(this.ledger, streamOf(directive, 'rollup'));
    await above.act(this.opening(directive, 'rollup', { to: 'government', units: [to] }));
    await this.link(directive, to);
    return run;
  }

  private opening(
    directive: string,
    duty: string,
    { to, units }: { readonly to: string; readonly units: readonly string[] },
  ): NewCommand {
    const period = {
      ...{ id: '2025', label: { vi: 'năm 2025', en: '2025' } },
      ...{ from: '2024-12-15', to: '2025-12-14', closing: '2025-12-14' },
    };
    const heading = { directive, duty, period, to: [to], via: null, form };
    return asked(
      streamOf(directive, duty),
      say.opens({
        units: units.map((unit) => ({ unit, superior: null })),
        heading,
        schedule: { dueAt: FAR, rungs: [] },
      }),
    );
  }

  private submission(directive: string, unit: string, values: Values): NewCommand {
    const data = { form: 1, sections: {}, values };
    return asked(
      streamOf(directive, 'report'),
      say.submits(unit, { report: { summary: 'x', data } }),
    );
  }

  private acceptance(directive: string, unit: string, by: string): NewCommand {
    return asked(streamOf(directive, 'report'), say.accepts(unit, { by: say.clerkOf(by) }));
  }

  private correction(directive: string, unit: string, values: Values): NewCommand {
    const data = { form: 1, sections: {}, values };
    return asked(
      streamOf(directive, 'report'),
      say.corrects(unit, { report: { summary: 'x', data } }),
    );
  }

  private agreement(directive: string, unit: string, by: string): NewCommand {
    return asked(
      streamOf(directive, 'report'),
      say.acceptsCorrection(unit, { by: say.clerkOf(by) }),
    );
  }

  private async report(run: HandMadeRun, units: readonly string[], of: (unit: string) => Values) {
    const directive = run.stream.split('/')[1]!;
    const to = directive === TOP ? MINISTRY : directive;
    for (let from = 0; from < units.length; from += TOGETHER) {
      const some = units.slice(from, from + TOGETHER);
      await run.act(...some.map((unit) => this.submission(directive, unit, of(unit))));
      await run.act(...some.map((unit) => this.acceptance(directive, unit, to)));
    }
  }

  private async link(directive: string, unit: string): Promise<void> {
    const stream = `directive/${directive}`;
    const from = { grade: 'stated', value: { directive, duty: 'report' }, quote: 'x', place: 'x' };
    const data = { duty: 'rollup', unit: null, from, reason: 'hai chặng' };
    const command = asked(stream, { type: 'LinkDuty', data, actor: say.clerkOf(unit) });
    await this.ledger.accept([command]);
    const { waiting } = await this.ledger.take(stream);
    const events = [{ type: 'DutyLinked', data: { ...data, warning: null } }];
    const decided: Decided[] = [{ command: waiting[0]!, decision: { ok: true, events } }];
    const stamp = { queue: 'bench', decidersHash: 'bench', nextAt: null };
    const answer = await this.ledger.record({ stream, expected: 0, decided, ...stamp });
    if (!answer.recorded) throw new Error(`somebody else recorded in ${stream}`);
  }

  /** Everything recorded so far is in the read model. */
  private async projected(): Promise<void> {
    const seq = await this.ledger.lastSeq();
    if (this.seen >= seq) return;
    await new Promise<void>((done) => this.waiting.push({ seq, done }));
  }

  private watched(bus: Bus): Bus {
    return {
      close: () => bus.close(),
      subscribe: (consumer, handler, options) =>
        bus.subscribe(
          consumer,
          async (batch) => {
            await handler(batch);
            this.arrived(batch.at(-1)!.seq);
          },
          options,
        ),
    };
  }

  private arrived(seq: number): void {
    this.seen = seq;
    const [done, open] = [
      this.waiting.filter((one) => one.seq <= seq),
      this.waiting.filter((one) => one.seq > seq),
    ];
    this.waiting = open;
    for (const one of done) one.done();
  }
}

const streamOf = (directive: string, duty: string) => `directive/${directive}/round/${duty}/2025/0`;

/** 20 figures: the n-th is `times` n+1. */
export function valuesOf(times: number): Values {
  return Object.fromEntries(codes.map((code, n) => [code, (n + 1) * times]));
}
