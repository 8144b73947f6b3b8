/** Whether a report fills in the form its round was opened with: every fault says which figure, and what is wrong with it. */
import { isLocalDate } from '../local-date';
import type { Text } from '../kernel';
import { isBlank } from '../spelling';
import { compareDecimals, isDecimal } from '../form/decimal';
import type { FieldValue, Form, FormField, ReportData } from '../form/types';
import { isModels, isRatio } from '../form/values';
import { refuse, type Refusal } from './rejections';

/** @param form the round's; null where its duty has none @param nil "báo cáo không phát sinh": may leave the form out */
export function refuseReportData(
  form: Form | null,
  data: ReportData | null,
  nil: boolean,
): Refusal | null {
  if (form === null) return data === null ? null : refuse('form.none');
  if (data === null) return nil ? null : refuse('form.not-filled-in', { version: form.version });
  if (data.form !== form.version) {
    return refuse('form.other-version', { given: data.form, version: form.version });
  }
  return (
    refuseUnknown(form, data) ??
    refuseSections(form, data) ??
    refuseFields(form, data) ??
    refuseByRules(form, data) ??
    (nil ? refuseFigures(form, data) : null)
  );
}

function refuseUnknown(
  { outline, fields }: Form,
  { sections, values }: ReportData,
): Refusal | null {
  const unknown =
    Object.keys(sections).find((code) => !outline.some((one) => one.code === code)) ??
    Object.keys(values).find((code) => !fields.some((one) => one.code === code));
  if (unknown === undefined) return null;
  const known = [
    ...outline.map(({ code, heading }) => named(code, heading)),
    ...fields.map(({ code, label }) => named(code, label)),
  ];
  return refuse('form.unknown-field', { field: unknown, known });
}

/** The code to type, with the label that people know. */
function named(code: string, label: Text): { vi: string; en: string } {
  return { vi: `“${label.vi}” (${code})`, en: `“${label.en}” (${code})` };
}

function refuseSections({ outline }: Form, { sections }: ReportData): Refusal | null {
  const blank = outline.find(({ code, required }) => required && isBlank(sections[code] ?? ''));
  return blank ? missing(blank.code, blank.heading.vi) : null;
}

function refuseFields({ fields }: Form, { values }: ReportData): Refusal | null {
  for (const field of fields) {
    const value = values[field.code];
    if (value === undefined) {
      if (field.required) return missing(field.code, field.label.vi);
      continue;
    }
    const problem = problemOf(field, value);
    if (problem !== null) {
      return refuse('form.value', { field: field.code, label: field.label.vi, problem });
    }
  }
  return null;
}

/** Whoever says that there is nothing to report says it of every figure: they are zero, or left out. */
function refuseFigures({ fields }: Form, { values }: ReportData): Refusal | null {
  const field = fields.find(({ code }) => isSomething(values[code]));
  return field
    ? refuse('report.nil-with-figures', { field: field.code, label: field.label.vi })
    : null;
}

function isSomething(value: FieldValue | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return !isDecimal(value, 6) || compareDecimals(value, '0') !== 0;
  if (isModels(value)) return value.length > 0;
  return isRatio(value) ? value.part + value.of > 0 : value !== 0;
}

/** A rule of which one figure is left out says nothing. */
function refuseByRules({ rules }: Form, { values }: ReportData): Refusal | null {
  for (const { field, than, message } of rules) {
    const [left, right] = [values[field], values[than]];
    if (!isMore(left, right)) continue;
    return refuse('form.rule', { field, than, message: { ...message } });
  }
  return null;
}

/** Two whole numbers, or two decimals as they are written. */
function isMore(left: FieldValue | undefined, right: FieldValue | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  return compareDecimals(left, right) > 0;
}

/** What is wrong with a value, by a word of `contracts`; null when nothing is. */
function problemOf(field: FormField, value: FieldValue): string | null {
  switch (field.type) {
    case 'integer': {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'not-whole';
      if (field.min !== null && value < field.min) return 'below-min';
      return field.max !== null && value > field.max ? 'above-max' : null;
    }
    case 'decimal': {
      const { decimals, min = null, max = null } = field;
      if (typeof value !== 'string' || !isDecimal(value, decimals)) return 'not-decimal';
      if (min !== null && compareDecimals(value, min) < 0) return 'below-min';
      return max !== null && compareDecimals(value, max) > 0 ? 'above-max' : null;
    }
    case 'ratio':
      return problemOfRatio(value);
    case 'date':
      return typeof value === 'string' && isLocalDate(value) ? null : 'not-a-date';
    case 'choice':
      return field.options.some(({ code }) => code === value) ? null : 'not-an-option';
    case 'text':
      if (typeof value !== 'string') return 'not-text';
      return value.length > field.maxLength ? 'too-long' : null;
    case 'models':
      return isModels(value) && value.every(({ name }) => !isBlank(name)) ? null : 'not-models';
  }
}

/** A whole of zero is allowed: it has no rate, and that is said where rates are shown. */
function problemOfRatio(value: FieldValue): string | null {
  if (!isRatio(value)) return 'not-a-ratio';
  const { part, of } = value;
  const counted = [part, of].every((it) => Number.isSafeInteger(it) && it >= 0);
  return counted && part <= of ? null : 'not-a-ratio';
}

function missing(field: string, label: string): Refusal {
  return refuse('form.missing', { field, label });
}
