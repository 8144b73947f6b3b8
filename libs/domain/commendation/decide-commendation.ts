/**
 * The decision is a person's, of the awarding body and of no unit commended. The body must have the power under the list of
 * forms in force on the date of the decision; who is under discipline or inspection on that date gets no award.
 */
import { accept, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, refuseOwnUnit, refuseStepPlan, turn, type Of } from './check';
import type { CommendationEvent, CommendationState, Power, StepPlan } from './types';

export function decideCommendation(
  state: CommendationState,
  command: Of<'DecideCommendation'>,
): Decision<CommendationEvent> {
  const { data, plan } = command;
  const refused =
    refuseCommand(state, command, state.nomination?.awardingBody ?? null) ??
    refuseOwnUnit(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseBlank(data.number, 'number') ??
    refuseBlank(data.signer, 'signer');
  if (refused) return refused;
  if (!isLocalDate(data.date)) return refuse('date.invalid', { date: data.date });
  const unplanned = refuseStepPlan(command, 'conferral');
  if (unplanned) return unplanned;
  const { power, assumptions, deadline } = plan!;
  if (power === null) return refuse('commendation.form-unknown', { form: state.nomination!.form });
  const barred = refuseWithoutPower(power) ?? refuseBarred(state, plan!);
  if (barred) return barred;
  const { opinionsOf, finding } = state.appraisal!;
  return accept({
    type: 'CommendationDecided',
    data: {
      ...data,
      power,
      withoutOpinionOf: opinionsOf.filter((unit) => !Object.hasOwn(state.opinions, unit)),
      otherwise: finding === 'notEligible',
      assumptions,
      ...turn(state, deadline),
    },
  });
}

/** By the awarding body at any time before the decision. */
export function refuseCommendation(
  state: CommendationState,
  command: Of<'RefuseCommendation'>,
): Decision<CommendationEvent> {
  const refused =
    refuseCommand(state, command, state.nomination?.awardingBody ?? null) ??
    refuseOwnUnit(state, command) ??
    refuseBlank(command.data.reason, 'reason');
  if (refused) return refused;
  return accept({
    type: 'CommendationRefused',
    data: { ...command.data, ...turn(state, null) },
  });
}

function refuseWithoutPower({
  has,
  body,
  form,
  name,
  on,
  holders,
  policy,
  source,
}: Power): Refusal | null {
  if (has) return null;
  const rule = `${source} [${policy}]`;
  return refuse('commendation.no-power', { body, form, name: name.vi, on, holders, rule });
}

/** A bar that is recorded of the unit, or one that the appraisal found. */
function refuseBarred(state: CommendationState, { bars }: StepPlan): Refusal | null {
  const [bar] = bars;
  if (bar) {
    const { unit, kind, from, reason } = bar;
    return refuse('commendation.barred', { subject: unit, kind, from, reason });
  }
  const [found] = state.appraisal!.barred;
  if (found === undefined) return null;
  const { subject, kind, reason } = found;
  return refuse('commendation.barred', { subject: subject + 1, kind, from: null, reason });
}
