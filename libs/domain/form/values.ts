/** What shape a value of a report's field has. */
import type { FieldValue, Model, Ratio } from './types';

export function isRatio(value: FieldValue | undefined): value is Ratio {
  return typeof value === 'object' && 'part' in value;
}

export function isModels(value: FieldValue | undefined): value is readonly Model[] {
  return Array.isArray(value);
}
