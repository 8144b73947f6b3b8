/**
 * Successions played on the deciders and reactions alone: what is asked waits in one tray and is taken from it in any
 * order, as if every part of the engine were late now and then, and some of it comes twice.
 */
import { DECIDERS } from '../deciders';
import { foldAll, type Actor, type Command, type Decision, type Event } from '../kernel';
import type { DirectiveState, OrgState, ReorganisationState, RoundState } from '../index';
import { react } from '../reactions/react';
import { command as roundCommand, schedule } from '../round/testing/fixture';
import { opens } from '../round/testing/acts';
import { kindOfStream, roundStream } from '../streams';
import { issued, period, REPORT } from './directive-07';
import { SYSTEM } from './scene';

export const D07 = 'directive/d-07';
const CLERK: Actor = { id: 'org-1', role: 'operator', unit: null };
const FROM = '2010-01-01';

export class Successions {
  readonly states = new Map<string, unknown>();
  readonly events: { readonly stream: string; readonly event: Event }[] = [];
  private readonly tray: Command[] = [];
  private count = 0;

  /** @param shards the units of each shard of one open round of 07/CT-BCA-V28 */
  constructor(units: readonly string[], shards: readonly (readonly string[])[]) {
    this.say('org', 'RegisterUnits', { units: units.map(newUnit) }, CLERK);
    const state = withRound(issued([REPORT]).state, shards);
    this.states.set(D07, state);
    for (const [shard, owing] of shards.entries()) {
      const opening = opens({
        units: owing.map((unit) => ({ unit, superior: null })),
        heading: { issuer: 'bo-cong-an', to: ['bo-cong-an'], via: null, standingBody: 'v28' },
        schedule: schedule(),
        at: AT,
      });
      this.decide({ ...opening, stream: streamOf(shard) });
    }
  }

  say(stream: string, type: string, data: unknown, by: Actor = CLERK): Decision<Event> {
    this.count += 1;
    const plan = type === 'DecideHeir' ? { superior: null } : undefined;
    return this.decide({
      id: `p${this.count}`,
      stream,
      type,
      data,
      actor: by,
      receivedAt: AT,
      effectiveAt: AT,
      ...(plan && { plan }),
    });
  }

  /** Takes one waiting command; `twice` leaves a copy of it in the tray under another id. */
  take(which: number, twice: boolean): boolean {
    if (this.tray.length === 0) return false;
    const [command] = this.tray.splice(which % this.tray.length, 1);
    if (twice) this.tray.push({ ...command!, id: `${command!.id}'` });
    this.decide(command!);
    return true;
  }

  drain(): void {
    while (this.take(0, false));
  }

  accepts(shard: number, unit: string): void {
    const { owner } = this.round(shard).obligations[unit]!;
    const by = (of: string): Actor => ({ id: of, role: 'clerk', unit: of });
    const stream = streamOf(shard);
    const report = { ...roundReport, number: '1' };
    this.say(stream, 'SubmitReport', { unit, report }, by(owner));
    this.say(stream, 'AcceptReport', { unit, note: null }, by('bo-cong-an'));
  }

  get org(): OrgState {
    return this.states.get('org') as OrgState;
  }
  get directive(): DirectiveState {
    return this.states.get(D07) as DirectiveState;
  }
  round(shard: number): RoundState {
    return this.states.get(streamOf(shard)) as RoundState;
  }
  set(id: string): ReorganisationState {
    return this.states.get(`reorganisation/${id}`) as ReorganisationState;
  }

  private decide(command: Command): Decision<Event> {
    const { stream } = command;
    const decider = DECIDERS[kindOfStream(stream)!];
    const state = this.states.get(stream) ?? decider.initial;
    const decision = decider.decide(state, this.planned(command)) as Decision<Event>;
    const loaded = foldAll(decider, [{ command, decision }], { state, version: 0 });
    this.states.set(stream, loaded.state);
    if (decision.ok) for (const event of decision.events) this.happened(stream, event);
    return decision;
  }

  /** The one directive names everybody. */
  private planned(command: Command): Command {
    if (command.type !== 'ListDirectives') return command;
    return { ...command, plan: { directives: ['d-07'], more: false } };
  }

  private happened(stream: string, event: Event): void {
    this.events.push({ stream, event });
    const id = `e${this.events.length}`;
    const seen = { id, stream, type: event.type, data: event.data, at: AT };
    for (const [index, asked] of react(seen).entries()) {
      const { stream: target, type, data } = asked;
      const times = { receivedAt: AT, effectiveAt: AT };
      this.tray.push({ id: `${id}-${index}`, stream: target, type, data, actor: SYSTEM, ...times });
    }
  }
}

const AT = '2014-12-15T02:00:00.000Z';
const roundReport = roundCommand('SubmitReport', {
  unit: 'x',
  report: {
    number: '1',
    date: null,
    signer: null,
    summary: 'xong',
    nil: false,
    contentSha256: null,
    files: [],
  },
}).data.report;

export const streamOf = (shard: number): string =>
  roundStream({ directive: 'd-07', duty: 'report', period: '2014', shard });

function withRound(state: DirectiveState, shards: readonly (readonly string[])[]): DirectiveState {
  const opened = shards.map((units, shard) => ({ shard, units, superiors: [], closed: false }));
  const planned = period('2014');
  const round = { duty: 'report', period: '2014', planned, shards: opened, completed: false };
  return { ...state, rounds: { 'report~2014': round } };
}

function newUnit(id: string) {
  return {
    id,
    name: { vi: id, en: id },
    aliases: [],
    parent: null,
    kind: 'don-vi',
    roleClasses: [],
    from: FROM,
    source: 'nguồn',
    contacts: [],
  };
}
