/** The decider of bars: one stream for all, so that planning finds those of any unit. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision, type LocalDate } from '../kernel';
import { isLocalDate, officeDay } from '../local-date';
import { refuse, refuseBlank } from '../refusals';
import { refuseActor } from '../rights';
import {
  aboveIn,
  onlyAbove,
  refuseOutsideRemit,
  remitOf,
  type Concerned,
  type Remit,
} from '../remit';
import { isPlainId } from '../spelling';
import type { Bar, BarsCommand, BarsEvent, BarsState } from './types';

type Of<T extends BarsCommand['type']> = Extract<BarsCommand, { type: T }>;

export const barsDecider: Decider<BarsState, BarsCommand, BarsEvent> = {
  kind: 'bars',
  initial: { bars: {} },
  decide: decideBy<BarsState, BarsCommand, BarsEvent>({
    RecordBar: recordBar,
    LiftBar: liftBar,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<BarsState, BarsEvent>('bars', {
    BarRecorded: (state, { data, actor }) => ({
      bars: { ...state.bars, [data.id]: data },
      recordedBy: { ...state.recordedBy, [data.id]: actor.unit },
    }),
    BarLifted: (state, { data }) => ({
      ...state,
      bars: { ...state.bars, [data.id]: { ...state.bars[data.id]!, to: data.on } },
    }),
  }),
  nextWakeup: () => null,
};

/** Bars of these units that hold on a day. */
export function barsOn({ bars }: BarsState, units: readonly string[], on: LocalDate): Bar[] {
  return Object.values(bars)
    .filter(({ unit, from, to }) => units.includes(unit) && from <= on && (to === null || on < to))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function recordBar(state: BarsState, command: Of<'RecordBar'>): Decision<BarsEvent> {
  const { data } = command;
  const refused =
    refuseActor(command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseBlank(data.source, 'source');
  if (refused) return refused;
  const unknown = impossibleUnit(command);
  if (unknown !== null) return refuse('unit.unknown', { unit: unknown });
  const outside = refuseOutsideRemit(command, [onlyAbove(remitOf(command), data.unit)]);
  if (outside) return outside;
  if (!isPlainId(data.id)) return refuse('bar.bad-id', { id: data.id });
  if (Object.hasOwn(state.bars, data.id)) return refuse('bar.exists', { id: data.id });
  for (const date of [data.from, data.to]) {
    if (date !== null && !isLocalDate(date)) return refuse('date.invalid', { date });
  }
  if (data.to !== null && data.to <= data.from) {
    return refuse('bar.ends-before-it-begins', { from: data.from, to: data.to });
  }
  return accept({ type: 'BarRecorded', data });
}

/** While it holds, its end can be put on another day: one that was known from the beginning, or was typed wrongly. */
function liftBar(state: BarsState, command: Of<'LiftBar'>): Decision<BarsEvent> {
  const { id, on, reason } = command.data;
  const refused = refuseActor(command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const bar = Object.hasOwn(state.bars, id) ? state.bars[id] : undefined;
  if (bar === undefined) return refuse('bar.unknown', { id });
  const outside = refuseOutsideRemit(command, [lifting(state, bar, remitOf(command))]);
  if (outside) return outside;
  if (!isLocalDate(on)) return refuse('date.invalid', { date: on });
  const ended = bar.to !== null && bar.to <= officeDay(command.effectiveAt);
  if (bar.to === on || ended) return refuse('bar.lifted', { id, on: bar.to });
  if (on <= bar.from) return refuse('bar.ends-before-it-begins', { from: bar.from, to: on });
  return accept({ type: 'BarLifted', data: { id, unit: bar.unit, on, reason } });
}

/** Who recorded it lifts it, or a body above; what the operator recorded, a body above the unit; the unit itself never. */
function lifting({ recordedBy = {} }: BarsState, { id, unit }: Bar, remit: Remit): Concerned {
  const by = Object.hasOwn(recordedBy, id) ? recordedBy[id]! : null;
  const bodies = by === null ? aboveIn(remit, unit) : [by, ...aboveIn(remit, by)];
  return { unit, bodies: bodies.filter((body) => body !== unit) };
}

/** The unit that the way in found nobody had registered. */
function impossibleUnit({ plan }: { readonly plan?: unknown }): string | null {
  if (typeof plan !== 'object' || plan === null || !('impossible' in plan)) return null;
  const { params } = plan as { readonly params?: { readonly unit?: string } };
  return params?.unit ?? '…';
}
