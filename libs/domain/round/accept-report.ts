/** The receiver accepts what was handed in; the effective time of that submission decides timeliness. */
import type { Feeding, RoundHeading } from '../directive/types';
import type { Decision } from '../kernel';
import { judges, refuseUnlessEntitled } from './entitlement';
import { findObligation, type CommandOf } from './obligation';
import { settle } from './settle';
import type { Obligation, RoundEvent, RoundState, Submission } from './types';

/** The acceptance, with what it answers one level up. */
export function accepted(
  { heading, obligations }: RoundState,
  unit: string,
  submission: Submission,
  how: {
    readonly automatic: boolean;
    readonly note: string | null;
    readonly notPassedOn?: string;
  },
): RoundEvent {
  const { ordinal, effectiveAt } = submission;
  const feeding = feedingOf({ heading: heading!, obligations }, submission);
  return {
    type: 'ReportAccepted',
    data: { unit, submission: ordinal, effectiveAt, ...how, ...(feeding ? { feeding } : {}) },
  };
}

type Reporters = {
  readonly heading: RoundHeading;
  readonly obligations: RoundState['obligations'];
};

/**
 * What a report is to the duties above; undefined where it answers none. One of several reports answers nothing by itself:
 * also when the others were waived. Other shards are counted where it is taken.
 */
export function feedingOf(
  { heading, obligations }: Reporters,
  { report, by }: Submission,
): Feeding | undefined {
  const { feeds: targets, symbol, period, form } = heading;
  if (targets === undefined || targets.length === 0) return undefined;
  if (Object.keys(obligations).length !== 1) return undefined;
  return { targets, symbol, period, report, by, ...(form ? { form } : {}) };
}

export function acceptReport(
  state: RoundState,
  command: CommandOf<'AcceptReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const refused = refuseUnlessEntitled(judges(heading), obligation, command);
  if (refused) return refused;
  const submission = obligation.submissions.at(-1)!;
  const { unit, note } = command.data;
  const how = { automatic: false, note, ...passedOver(heading, obligation) };
  return settle(state, command, accepted(state, unit, submission, how));
}

/** The channel that had not passed the report on: said, and no obstacle. What it reports itself passes through nobody. */
function passedOver(
  { via }: RoundHeading,
  { owner, passedOn, submissions }: Obligation,
): { readonly notPassedOn?: string } {
  const last = submissions.at(-1)!;
  if (via === null || passedOn === last.ordinal) return {};
  return via === owner || via === last.by ? {} : { notPassedOn: via };
}
