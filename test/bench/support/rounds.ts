/** Rounds of any size as commands: opened with a ladder of our choosing, reported on by every unit. */
import { deciderOf, step, type ExpectedUnit, type Loaded, type Step } from '../../../libs/domain';
import * as say from '../../../libs/domain/round/testing';
import type { Ledger, NewCommand } from '../../../libs/ledger';
import { asked, FAR, rung } from '../../integration/support/round-commands';

export function unitsOf(count: number): ExpectedUnit[] {
  return Array.from({ length: count }, (_, n) => ({ unit: unitOf(n), superior: null }));
}

export function unitOf(n: number): string {
  return `dv-${String(n + 1).padStart(3, '0')}`;
}

export function streamOf(name: string): string {
  return `directive/${name}/round/report/2018/0`;
}

export type RoundOf = {
  readonly units: number;
  /** Instants at which all are reminded. */
  readonly reminders?: readonly string[];
  /** When the late escalate. Without it nothing lies ahead of the round once all are reminded. */
  readonly escalation?: string;
  readonly dueAt?: string;
  readonly acceptance?: 'automatic' | 'byReceiver';
};

export function opensRound(
  stream: string,
  { units, reminders = [], escalation, dueAt = FAR, acceptance = 'byReceiver' }: RoundOf,
): NewCommand {
  const rungs = [
    ...reminders.map((at, n) => rung(`T-${reminders.length - n}`, at)),
    ...(escalation === undefined
      ? []
      : [rung('T+3', escalation, { kind: 'escalation', audience: 'superior' })]),
  ];
  return asked(
    stream,
    say.opens({ units: unitsOf(units), heading: { acceptance }, schedule: { dueAt, rungs } }),
  );
}

export function submitsReport(stream: string, n: number): NewCommand {
  return asked(stream, say.submits(unitOf(n)));
}

export function acceptsReport(stream: string, n: number): NewCommand {
  return asked(stream, say.accepts(unitOf(n)));
}

/** One stream whose commands are accepted, decided and recorded by hand: without runs, as fast as it goes. */
export class HandMadeRun {
  private loaded: Loaded<unknown>;

  constructor(
    private readonly book: Ledger,
    readonly stream: string,
  ) {
    this.loaded = { state: deciderOf(stream).initial, version: 0 };
  }

  /** At most 500: what is decided together is recorded in one transaction. */
  async decide(...commands: NewCommand[]): Promise<Step<unknown>> {
    await this.book.accept(commands);
    const tray = await this.book.take(this.stream);
    return step(deciderOf(this.stream), this.loaded, { ...tray, full: false }, this.stream);
  }

  /** Answers the number of entries. */
  async record({ decided, nextAt, loaded }: Step<unknown>): Promise<number> {
    const { stream, loaded: before } = this;
    const stamp = { queue: 'bench', decidersHash: 'bench' };
    const expected = before.version;
    const answer = await this.book.record({ stream, expected, decided, nextAt, ...stamp });
    if (!answer.recorded) throw new Error(`somebody else recorded in ${stream}`);
    this.loaded = loaded;
    return answer.version - expected;
  }

  /** What the decider refuses is a fault of the bench. */
  async act(...commands: NewCommand[]): Promise<void> {
    const done = await this.decide(...commands);
    for (const { command, decision } of done.decided) {
      if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection.code}`);
    }
    await this.record(done);
  }
}
