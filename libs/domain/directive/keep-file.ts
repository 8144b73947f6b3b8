/** Placing and releasing legal holds, and deciding how long the file of a directive is kept. */
import { sameJson } from '../check-grades';
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { standingHolds } from './legal-hold';
import type { DirectiveEvent, DirectiveState } from './types';

const MOST_YEARS = 1_000;

export function placeLegalHold(
  state: DirectiveState,
  command: Of<'PlaceLegalHold'>,
): Decision<DirectiveEvent> {
  const { reason, document } = command.data;
  const refused = refuseCommand(state, command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const hold = (state.legalHolds?.placed ?? 0) + 1;
  return accept({ type: 'LegalHoldPlaced', data: { hold, reason, document } });
}

/** What an auditor holds only auditors and the operator release: the audited body cannot. */
export function releaseLegalHold(
  state: DirectiveState,
  command: Of<'ReleaseLegalHold'>,
): Decision<DirectiveEvent> {
  const { data, actor } = command;
  const refused = refuseCommand(state, command) ?? refuseBlank(data.reason, 'reason');
  if (refused) return refused;
  const standing = standingHolds(state);
  const found = standing.find(({ hold }) => hold === data.hold);
  if (found === undefined) {
    const numbers = standing.map(({ hold }) => hold);
    return refuse('hold.unknown', { hold: data.hold, standing: numbers });
  }
  const releases = actor.role === 'auditor' || actor.role === 'operator';
  if (found.by.role === 'auditor' && !releases)
    return refuse('hold.of-auditor', { hold: data.hold, by: found.by.id });
  return accept({ type: 'LegalHoldReleased', data });
}

/** Decided anew it replaces what was decided before; the same again is refused. */
export function decideRetention(
  state: DirectiveState,
  command: Of<'DecideRetention'>,
): Decision<DirectiveEvent> {
  const { data } = command;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseBlank(data.source, 'source') ??
    refusePeriod(command);
  if (refused) return refused;
  const { period: known, source } = state.retention ?? {};
  if (sameJson(known ?? null, data.period) && source === data.source)
    return refuse('retention.same', { source });
  return accept({ type: 'RetentionDecided', data });
}

function refusePeriod({ data: { period } }: Of<'DecideRetention'>): Refusal | null {
  if (period.kind === 'permanent') return null;
  const { years } = period;
  const right = Number.isInteger(years) && years >= 1 && years <= MOST_YEARS;
  return right ? null : refuse('value.invalid', { field: 'period.years', problem: String(years) });
}
