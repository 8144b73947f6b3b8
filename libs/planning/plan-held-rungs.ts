/**
 * New moments for the rungs an outage held back: the due time stays, and from the escalation that was really issued
 * each rung keeps the gap it had to the one before. So an outage never escalates anybody in one leap.
 */
import { millisBetween, plusMillis, toLocal } from '../calendar';
import type {
  HeldRungs,
  Instant,
  PlannedRung,
  RoundState,
  Schedule,
  SchedulePlan,
} from '../domain';
import type { Impossible } from './impossible';
import type { PolicyBook } from './policy-book';

/** The moment from which gaps are kept: when the rung before was due, and when it was really issued. */
type Issued = { readonly dueAt: Instant; readonly issuedAt: Instant };

const SOURCE = 'Mức nhắc bị giữ lại khi hệ thống ngừng; giữ nguyên khoảng cách';

export function planHeldRungs(
  round: RoundState,
  data: Required<HeldRungs>,
  at: Instant,
  book: PolicyBook,
): SchedulePlan | Impossible {
  const schedule = round.schedules[data.schedule];
  const held = (schedule?.rungs ?? [])
    .filter(({ id }) => data.rungs.includes(id))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const first = held[0];
  if (schedule === undefined || first === undefined) {
    return { impossible: 'held.unknown', params: { schedule: data.schedule } };
  }
  const issued = lastIssued(round, data.units, schedule, first);
  const from = issued.issuedAt > at ? issued.issuedAt : at;
  const rungs = held.map((rung) => ({
    ...rung,
    at: plusMillis(from, millisBetween(issued.dueAt, rung.at)),
  }));
  const { zone } = book.calendar;
  const to = rungs[0]!.at;
  const [was, is] = [toLocal(zone, first.at), toLocal(zone, to)];
  const params = { date: is.date, hour: is.time.slice(0, 5), zone: zone.id };
  const step = { rule: 'rung.held', source: SOURCE, from: was.date, to, params };
  const { dueAt, provisional, derivation, calendarVersion, policies } = schedule;
  return {
    schedule: {
      dueAt,
      provisional,
      derivation: [...derivation, step],
      rungs,
      calendarVersion,
      policies,
    },
  };
}

/** The escalation the held units got last; the latest, should they differ. Without one, the rung before or the due time. */
function lastIssued(
  round: RoundState,
  units: readonly string[],
  schedule: Schedule,
  first: PlannedRung,
): Issued {
  let last: Issued | null = null;
  for (const unit of units) {
    const escalated = round.obligations[unit]?.escalated ?? null;
    if (escalated && (last === null || escalated.issuedAt > last.issuedAt)) last = escalated;
  }
  if (last !== null) return last;
  const before = schedule.rungs.filter(({ at }) => at < first.at).at(-1);
  const dueAt = before?.at ?? schedule.dueAt;
  return { dueAt, issuedAt: dueAt };
}
