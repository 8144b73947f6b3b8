/** A form with a field of every kind, as a yearly report of a district might have. */
import { STANDARD_OUTLINE } from '../outline';
import type { Form, FormField } from '../types';

type Of<T extends FormField['type']> = Extract<FormField, { type: T }>;

const label = (vi: string, en: string) => ({ label: { vi, en }, required: false });

export const REGISTERED: Of<'integer'> = {
  code: 'registered',
  ...label('Số đơn vị đăng ký', 'Units registered'),
  type: 'integer',
  rollUp: 'sum',
  min: 0,
  max: 1_000,
  required: true,
};

export const RECOGNISED: Of<'integer'> = {
  ...REGISTERED,
  code: 'recognised',
  ...label('Số đơn vị đạt', 'Units recognised'),
};

export const AREA: Of<'decimal'> = {
  code: 'area',
  ...label('Diện tích khu công nghiệp', 'Area of industrial zones'),
  type: 'decimal',
  rollUp: 'sum',
  unit: { vi: 'ha', en: 'ha' },
  decimals: 2,
};

export const SHARE: Of<'ratio'> = {
  code: 'share',
  ...label('Tỷ lệ đạt tiêu chuẩn', 'Share that meets the standard'),
  type: 'ratio',
  rollUp: 'ratioOfSums',
};

export const STARTED: Of<'date'> = {
  code: 'started',
  ...label('Ngày ra quân', 'Day of launch'),
  type: 'date',
  rollUp: 'max',
};

export const MODELS: Of<'models'> = {
  code: 'models',
  ...label('Mô hình', 'Models'),
  type: 'models',
  rollUp: 'list',
};

const LEVEL: Of<'choice'> = {
  code: 'level',
  ...label('Tự đánh giá', 'Self-assessment'),
  type: 'choice',
  rollUp: 'list',
  options: [
    { code: 'good', label: { vi: 'tốt', en: 'good' } },
    { code: 'fair', label: { vi: 'khá', en: 'fair' } },
  ],
};

export const NOTE: Of<'text'> = {
  code: 'note',
  ...label('Ghi chú', 'Note'),
  type: 'text',
  rollUp: 'none',
  maxLength: 20,
};

export function form(changes: Partial<Form> = {}): Form {
  return {
    version: 1,
    outline: STANDARD_OUTLINE,
    fields: [REGISTERED, RECOGNISED, AREA, SHARE, STARTED, LEVEL, NOTE, MODELS],
    rules: [
      {
        kind: 'notMoreThan',
        field: 'recognised',
        than: 'registered',
        message: {
          vi: 'Số đạt không thể nhiều hơn số đăng ký',
          en: 'No more can be recognised than registered',
        },
      },
    ],
    ...changes,
  };
}
