/** What policies about commendation must be to be usable: forms with holders, steps with days, weights that differ from nothing. */
import { STEPS } from '../commendation/plan';
import { refuse, type Refusal } from '../refusals';
import { isBlank } from '../spelling';
import type { PolicyValue } from './types';

type Of<K extends PolicyValue['kind']> = Extract<PolicyValue, { kind: K }>;

const DAYS = [...STEPS, 'decisionWithOpinions'] as const;

export function checkForms({ forms }: Of<'commendationForms'>): Refusal | null {
  if (forms.length === 0) return invalid('value.forms', 'empty');
  for (const [index, form] of forms.entries()) {
    const place = `value.forms[${index}]`;
    if (isBlank(form.code)) return invalid(`${place}.code`, 'empty');
    if (forms.findIndex(({ code }) => code === form.code) < index) {
      return invalid(`${place}.code`, 'double');
    }
    if (form.kinds.length + form.units.length === 0) return invalid(`${place}.kinds`, 'empty');
    if (form.subjects.length === 0) return invalid(`${place}.subjects`, 'empty');
    if (isBlank(form.source)) return invalid(`${place}.source`, 'empty');
  }
  return null;
}

export function checkSteps({ ladder, workingDays }: Of<'commendationSteps'>): Refusal | null {
  if (isBlank(ladder)) return invalid('value.ladder', 'empty');
  for (const step of DAYS) {
    const days = workingDays[step];
    if (!Number.isInteger(days) || days < 1) return invalid(`value.workingDays.${step}`, 'days');
  }
  return null;
}

export function checkWeights({ weights }: Of<'shortlist'>): Refusal | null {
  if (weights.length === 0) return invalid('value.weights', 'empty');
  for (const [index, { criterion, points }] of weights.entries()) {
    const place = `value.weights[${index}]`;
    if (weights.findIndex((it) => it.criterion === criterion) < index) {
      return invalid(`${place}.criterion`, 'double');
    }
    if (!Number.isInteger(points) || points === 0) return invalid(`${place}.points`, 'points');
  }
  return null;
}

function invalid(place: string, problem: string): Refusal {
  return refuse('policy.invalid', { place, problem });
}
