/** What a form must be to be filled in by people and rolled up by rule: a fault names its place. */
import { refuse, type Refusal } from '../refusals';
import { isBlank, isPlainId } from '../spelling';
import { compareDecimals, isDecimal } from './decimal';
import type { FormDefinition, FormField, FormRule } from './types';

/** A form travels in every round's opening, beside 500 units and their due times. */
const MOST_CHARACTERS = 12_000;

const ROLLS_UP: { readonly [T in FormField['type']]: readonly FormField['rollUp'][] } = {
  integer: ['none', 'sum', 'max', 'last'],
  decimal: ['none', 'sum', 'max', 'last'],
  ratio: ['none', 'ratioOfSums', 'last'],
  date: ['none', 'max', 'last'],
  choice: ['none', 'list', 'last'],
  text: ['none', 'list'],
  models: ['none', 'list'],
};

export function refuseForm(form: FormDefinition): Refusal | null {
  const { outline, fields, rules } = form;
  if (outline.length + fields.length === 0) return invalid('form', 'empty');
  const length = JSON.stringify(form).length;
  if (length > MOST_CHARACTERS) {
    return refuse('form.too-large', { length, most: MOST_CHARACTERS });
  }
  return (
    refuseCodes(
      'outline',
      outline.map(({ code, heading }) => [code, heading.vi]),
    ) ??
    refuseCodes(
      'fields',
      fields.map(({ code, label }) => [code, label.vi]),
    ) ??
    firstFault(fields, refuseField) ??
    firstFault(rules, (rule, place) => refuseRule(rule, fields, place))
  );
}

function refuseCodes(
  list: 'outline' | 'fields',
  named: readonly (readonly [code: string, label: string])[],
): Refusal | null {
  const codes = named.map(([code]) => code);
  for (const [index, [code, label]] of named.entries()) {
    const place = `${list}[${index}]`;
    if (!isPlainId(code)) return invalid(`${place}.code`, 'id');
    if (codes.indexOf(code) < index) return invalid(`${place}.code`, 'double');
    if (isBlank(label)) return invalid(`${place}.label`, 'blank');
  }
  return null;
}

function refuseField(field: FormField, index: number): Refusal | null {
  const place = `fields[${index}]`;
  const allowed = ROLLS_UP[field.type];
  if (!allowed.includes(field.rollUp)) {
    return refuse('form.roll-up', {
      field: field.code,
      type: field.type,
      rollUp: field.rollUp,
      allowed: [...allowed],
    });
  }
  switch (field.type) {
    case 'integer': {
      const { min, max } = field;
      return min !== null && max !== null && max < min
        ? invalid(`${place}.max`, 'below-min')
        : null;
    }
    case 'decimal':
      if (isBlank(field.unit.vi)) return invalid(`${place}.unit`, 'blank');
      if (!whole(field.decimals, 0, 6)) return invalid(`${place}.decimals`, 'decimals');
      return refuseBounds(field, place);
    case 'choice': {
      const codes = field.options.map(({ code }) => code);
      if (codes.length < 2) return invalid(`${place}.options`, 'too-few');
      return new Set(codes).size < codes.length ? invalid(`${place}.options`, 'double') : null;
    }
    case 'text':
      return whole(field.maxLength, 1, 8_000) ? null : invalid(`${place}.maxLength`, 'length');
    case 'ratio':
    case 'date':
    case 'models':
      return null;
  }
}

function refuseBounds(
  { decimals, min = null, max = null }: Extract<FormField, { type: 'decimal' }>,
  place: string,
): Refusal | null {
  if (min !== null && !isDecimal(min, decimals)) return invalid(`${place}.min`, 'not-decimal');
  if (max !== null && !isDecimal(max, decimals)) return invalid(`${place}.max`, 'not-decimal');
  const crossed = min !== null && max !== null && compareDecimals(max, min) < 0;
  return crossed ? invalid(`${place}.max`, 'below-min') : null;
}

function refuseRule(
  { field, than }: FormRule,
  fields: readonly FormField[],
  index: number,
): Refusal | null {
  const typeOf = (code: string) => fields.find((one) => one.code === code)?.type;
  const place = `rules[${index}]`;
  const type = typeOf(field);
  if (type !== 'integer' && type !== 'decimal') return invalid(`${place}.field`, 'not-two-figures');
  const alike = typeOf(than) === type && than !== field;
  return alike ? null : invalid(`${place}.than`, 'not-two-figures');
}

function firstFault<T>(
  all: readonly T[],
  check: (one: T, index: number) => Refusal | null,
): Refusal | null {
  for (const [index, one] of all.entries()) {
    const fault = check(one, index);
    if (fault) return fault;
  }
  return null;
}

function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function invalid(place: string, problem: string): Refusal {
  return refuse('form.invalid', { place, problem });
}
