/**
 * A nomination: by an actor's own unit, for subjects that the form is for, on grounds that may carry it. Who has not the
 * power today is warned of; the day of the decision counts (decide-commendation.ts).
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { isToken } from '../spelling';
import { isLate, refuseAchievedOn, refuseEvidence, refuseGrounds, refuseLate } from './grounds';
import { refuseCommand, refuseNominator, refuseStepPlan, turn, type Of } from './check';
import type { CommendationEvent, CommendationState, Power, Subject } from './types';

export function nominateForCommendation(
  state: CommendationState,
  command: Of<'NominateForCommendation'>,
): Decision<CommendationEvent> {
  const { data, plan, actor } = command;
  const refused =
    refuseCommand(state, command, null) ??
    refuseBlank(data.reason, 'reason') ??
    refuseSubjects(data.subjects) ??
    refuseAchievedOn(data);
  if (refused) return refused;
  if (actor.unit === null) return refuse('commendation.no-unit');
  const alone = refuseNominator(command, data.appraisingBody, actor.unit);
  if (alone) return alone;
  const unplanned = refuseStepPlan(command, 'dossier');
  if (unplanned) return unplanned;
  const { deadline, power, assumptions, evidence = [], thematic = null } = plan!;
  const unfounded =
    refuseEvidence(data, evidence) ?? refuseGrounds(data, evidence) ?? refuseLate(thematic);
  if (unfounded) return unfounded;
  if (power === null) return refuse('commendation.form-unknown', { form: data.form });
  const notFor = refuseKinds(data.subjects, power);
  if (notFor) return notFor;
  return accept({
    type: 'CommendationNominated',
    data: {
      id: command.stream.replace(/^commendation\//, ''),
      nominatedBy: actor.unit,
      nomination: data,
      power,
      warnings: [
        ...(power.has ? [] : ['commendation.no-power']),
        ...(isLate(thematic) ? ['commendation.thematic-late'] : []),
      ],
      ...(isLate(thematic) ? { thematic: thematic! } : {}),
      assumptions,
      ...turn(state, deadline),
      directive: data.directive,
    },
  });
}

/** Each subject once, each person by a token, an aggregate with at least one of whom it counts. */
export function refuseSubjects(subjects: readonly Subject[]): Refusal | null {
  if (subjects.length === 0) return refuse('commendation.no-subject');
  for (const [index, subject] of subjects.entries()) {
    const place = `subjects[${index}]`;
    if (subject.kind === 'aggregate') {
      const counts = [subject.individuals, subject.collectives, subject.households];
      const counted = counts.every((n) => Number.isInteger(n) && n >= 0);
      if (!counted || counts.every((n) => n === 0)) {
        return refuse('commendation.aggregate-empty', { place });
      }
      continue;
    }
    if (subject.kind !== 'collective' && !isToken(subject.name)) {
      return refuse('commendation.name-not-a-token', { place });
    }
    const twice = subjects.findIndex((other) => nameOf(other) === nameOf(subject)) < index;
    if (twice) return refuse('commendation.subject-twice', { place });
  }
  return null;
}

function nameOf(subject: Subject): string {
  if (subject.kind === 'aggregate') return '';
  return subject.kind === 'collective' ? subject.unit : subject.name;
}

function refuseKinds(
  subjects: readonly Subject[],
  { form, subjects: allowed }: Power,
): Refusal | null {
  const wrong = subjects.flatMap(kindsOf).find((kind) => !allowed.includes(kind));
  return wrong === undefined
    ? null
    : refuse('commendation.form-not-for', { form, kind: wrong, kinds: [...allowed] });
}

function kindsOf(subject: Subject): string[] {
  if (subject.kind !== 'aggregate') return [subject.kind];
  return [
    ...(subject.individuals > 0 ? ['individual'] : []),
    ...(subject.collectives > 0 ? ['collective'] : []),
    ...(subject.households > 0 ? ['household'] : []),
  ];
}
