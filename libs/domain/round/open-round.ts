/** Opens a round: freezes who owes and by when. Everything later is judged against this list. */
import { accept, stamp, type Decision } from '../kernel';
import type { CommandOf } from './obligation';
import { refuse } from './rejections';
import { checkedSchedule } from './schedules';
import { transfersAtOpening } from './transfer-obligations';
import { SHARD_SIZE, type RoundEvent, type RoundState } from './types';

export function openRound(
  state: RoundState,
  command: CommandOf<'OpenRound'>,
): Decision<RoundEvent> {
  const { data, effectiveAt } = command;
  if (state.status !== 'none') return refuse('round.already-open', { status: state.status });
  const units = data.units.map(({ unit }) => unit);
  if (units.length === 0) return refuse('round.no-units');
  if (units.length > SHARD_SIZE) {
    return refuse('round.too-many-units', { units: units.length, limit: SHARD_SIZE });
  }
  const known = new Set<string>();
  for (const unit of units) {
    if (known.has(unit)) return refuse('round.unit-twice', { unit });
    known.add(unit);
  }
  const checked = checkedSchedule(data.schedule);
  if (!checked.ok) return checked;
  // Who joins late may join after the due time has passed; a round of its own never opens so.
  if (!data.late && data.schedule.dueAt <= effectiveAt) {
    return refuse('round.due-not-after-opening', {
      dueAt: data.schedule.dueAt,
      openedAt: effectiveAt,
    });
  }
  const opened: RoundEvent = {
    type: 'RoundOpened',
    data: { ...data, schedule: { ...data.schedule, id: 's0' } },
  };
  return accept(opened, ...transfersAtOpening(state, stamp(opened, command)));
}
