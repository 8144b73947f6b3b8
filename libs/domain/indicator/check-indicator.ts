/** What an indicator must be: its figures are fields of its duty's form, and its target is a ratio that can be compared. */
import { refuseGrade } from '../check-grades';
import type { Form, FormField } from '../form/types';
import { valueOf, type Actor } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, type Refusal } from '../refusals';
import { isBlank, isPlainId } from '../spelling';
import type { IndicatorDefinition, Measure, Target } from './types';

const COMPARATORS: readonly string[] = ['>', '>=', '=', '<=', '<'];

export function refuseIndicator(
  indicator: IndicatorDefinition,
  form: Form | undefined,
  actor: Actor,
): Refusal | null {
  const { id, title, numerator, denominator, target, by } = indicator;
  if (!isPlainId(id)) return invalid(indicator, 'id');
  if (isBlank(title.vi)) return invalid(indicator, 'title');
  if (by !== null && !isLocalDate(by)) return invalid(indicator, 'by');
  const asked = valueOf(target);
  return (
    refuseGrade({ field: `${id}.target`, graded: target }, actor) ??
    (asked === undefined || isTarget(asked) ? null : invalid(indicator, 'target')) ??
    refuseMeasure(indicator, 'numerator', numerator, form) ??
    refuseMeasure(indicator, 'denominator', denominator, form)
  );
}

function isTarget({ comparator, part, of }: Target): boolean {
  const counted = [part, of].every((it) => Number.isSafeInteger(it) && it >= 0);
  return counted && of > 0 && COMPARATORS.includes(comparator);
}

function refuseMeasure(
  indicator: IndicatorDefinition,
  side: 'numerator' | 'denominator',
  measure: Measure,
  form: Form | undefined,
): Refusal | null {
  if (!('field' in measure)) return null;
  if (measure.kind === 'unitsWithAtLeast' && !(measure.least >= 1)) return invalid(indicator, side);
  if (form !== undefined && isIn(form, measure)) return null;
  return refuse('indicator.no-such-figure', {
    indicator: indicator.id,
    side,
    field: measure.field,
    duty: indicator.duty,
  });
}

/** The figure that the measure counts is among the form's, of a type that it can count. */
function isIn({ fields }: Form, measure: Extract<Measure, { field: string }>): boolean {
  const field = fields.find(({ code }) => code === measure.field);
  return field !== undefined && FITS[measure.kind].includes(field.type);
}

/** The figures of an indicator that a form no longer has: reports by it add nothing to the value. */
export function figuresMissing(
  { numerator, denominator }: IndicatorDefinition,
  form: Form,
): readonly string[] {
  const counted = [numerator, denominator].filter((it) => 'field' in it);
  return [...new Set(counted.filter((it) => !isIn(form, it)).map(({ field }) => field))];
}

const FITS: {
  readonly [K in Extract<Measure, { field: string }>['kind']]: readonly FormField['type'][];
} = {
  sum: ['integer'],
  part: ['ratio'],
  whole: ['ratio'],
  unitsWithAtLeast: ['integer', 'models'],
};

function invalid({ id }: IndicatorDefinition, field: string): Refusal {
  return refuse('indicator.invalid', { indicator: id, field });
}
