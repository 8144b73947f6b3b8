/** What each kind of policy must be to be usable: a fault names its place in the value. */
import { isBlank } from '../spelling';
import { checkForms, checkSteps, checkWeights } from './check-commendation';
import { refuse, type Refusal } from '../refusals';
import { problemOfClassification, problemOfNorm, type Problem } from './check-recognition';
import type { LadderRung, PolicyValue } from './types';

type Of<K extends PolicyValue['kind']> = Extract<PolicyValue, { kind: K }>;

const CHECKS: {
  readonly [K in PolicyValue['kind']]: (value: Of<K>) => Refusal | null;
} = {
  ladder: checkLadder,
  dueHour: ({ hour }) => checkHour(hour),
  rolling: ({ roll }) =>
    ['forward', 'keep', 'back'].includes(roll) ? null : invalid('value.roll', 'unknown'),
  bound: ({ before }) =>
    ['strict', 'inclusive'].includes(before) ? null : invalid('value.before', 'unknown'),
  closing: ({ system }) => (system === 'closing15' ? null : invalid('value.system', 'unknown')),
  opening: ({ calendarDaysBeforeDue: days, hour }) =>
    checkHour(hour) ??
    (Number.isInteger(days) && days >= 0 ? null : invalid('value.calendarDaysBeforeDue', 'days')),
  archive: ({ years, from, remindCalendarDaysBefore: days, hour }) => {
    if (!isCount(years, 1)) return invalid('value.years', 'years');
    if (from !== 'workEnd' && from !== 'yearEnd') return invalid('value.from', 'unknown');
    return isCount(days, 0) ? checkHour(hour) : invalid('value.remindCalendarDaysBefore', 'days');
  },
  thresholds: checkThresholds,
  recognitionNorm: (value) => asRefusal(problemOfNorm(value)),
  classification: (value) => asRefusal(problemOfClassification(value)),
  commendationForms: checkForms,
  commendationSteps: checkSteps,
  shortlist: checkWeights,
  thematicDossier: ({ calendarDays, late }) => {
    if (!isCount(calendarDays, 1)) return invalid('value.calendarDays', 'days');
    return ['refuse', 'warn'].includes(late) ? null : invalid('value.late', 'unknown');
  },
  recognitionBar: ({ obliged }) =>
    obliged.some(isBlank) ? invalid('value.obliged', 'empty') : null,
};

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

export function checkPolicyValue(value: PolicyValue): Refusal | null {
  if (!Object.hasOwn(CHECKS, value.kind)) return invalid('value.kind', 'unknown');
  const check = CHECKS[value.kind] as (value: PolicyValue) => Refusal | null;
  return check(value);
}

function checkLadder({ hour, rungs }: Of<'ladder'>): Refusal | null {
  if (rungs.length === 0) return invalid('value.rungs', 'empty');
  const bad = checkHour(hour);
  if (bad) return bad;
  for (const [index, rung] of rungs.entries()) {
    const place = `value.rungs[${index}]`;
    if (isBlank(rung.id) || rung.id.includes('/')) return invalid(`${place}.id`, 'id');
    if (rungs.findIndex(({ id }) => id === rung.id) < index)
      return invalid(`${place}.id`, 'double');
    if (!Number.isInteger(offsetOf(rung))) return invalid(`${place}.offset`, 'not-whole');
  }
  return null;
}

function offsetOf({ offset }: LadderRung): number {
  if ('workingDays' in offset) return offset.workingDays;
  return 'hours' in offset ? offset.hours : offset.calendarDays;
}

/** Bands rise: a rate belongs to the first band it is below. */
function checkThresholds({ bands }: Of<'thresholds'>): Refusal | null {
  if (bands.length === 0) return invalid('value.bands', 'empty');
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    const place = `value.bands[${index}]`;
    if (!(band.below > 0) || (before && band.below <= before.below)) {
      return invalid(`${place}.below`, 'not-rising');
    }
    if (bands.findIndex(({ code }) => code === band.code) < index) {
      return invalid(`${place}.code`, 'double');
    }
  }
  return null;
}

function checkHour(hour: string): Refusal | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(hour) ? null : invalid('value.hour', 'hour');
}

function asRefusal(problem: Problem | null): Refusal | null {
  return problem === null ? null : invalid(problem.place, problem.problem);
}

function invalid(place: string, problem: string): Refusal {
  return refuse('policy.invalid', { place, problem });
}
