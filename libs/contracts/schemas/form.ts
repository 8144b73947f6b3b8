/** A form as it is handed in, and what a report fills into one: the domain checks the one against the other. */
import { z } from 'zod';
import {
  MOST_DATA_BYTES,
  MOST_MODELS,
  MOST_SECTION_CHARACTERS,
  STANDARD_OUTLINE,
} from '../../domain';
import { bothLanguages, line, prose, proseOrNone, shortId } from './text';

const base = { code: shortId.max(40), label: bothLanguages, required: z.boolean().default(false) };
const bound = z.int().nullable().default(null);

const field = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('integer'),
    rollUp: z.enum(['none', 'sum', 'max', 'last']).default('none'),
    min: bound,
    max: bound,
  }),
  z.strictObject({
    ...base,
    type: z.literal('decimal'),
    rollUp: z.enum(['none', 'sum', 'max', 'last']).default('none'),
    unit: bothLanguages,
    decimals: z.int().min(0).max(6),
    min: line(24).nullable().default(null),
    max: line(24).nullable().default(null),
  }),
  z.strictObject({
    ...base,
    type: z.literal('ratio'),
    rollUp: z.enum(['none', 'ratioOfSums', 'last']).default('none'),
  }),
  z.strictObject({
    ...base,
    type: z.literal('date'),
    rollUp: z.enum(['none', 'max', 'last']).default('none'),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    rollUp: z.enum(['none', 'list', 'last']).default('none'),
    options: z.array(z.strictObject({ code: shortId.max(40), label: bothLanguages })).max(50),
  }),
  z.strictObject({
    ...base,
    type: z.literal('text'),
    rollUp: z.enum(['none', 'list']).default('none'),
    maxLength: z.int().min(1).max(8_000).default(2_000),
  }),
  z.strictObject({
    ...base,
    type: z.literal('models'),
    rollUp: z.enum(['none', 'list']).default('none'),
  }),
]);

const heading = z.strictObject({
  code: shortId.max(40),
  heading: bothLanguages,
  required: z.boolean().default(false),
});

const rule = z.strictObject({
  kind: z.literal('notMoreThan'),
  field: shortId.max(40),
  than: shortId.max(40),
  message: bothLanguages,
});

export const form = z.strictObject({
  /** Left out: the five headings of an ordinary report. */
  outline: z
    .array(heading)
    .max(20)
    .default(() => [...STANDARD_OUTLINE]),
  fields: z.array(field).max(100).default([]),
  rules: z.array(rule).max(50).default([]),
});

const count = z.int().min(0);
const model = z.strictObject({ name: line(200), place: line(200), summary: proseOrNone(500) });
const value = z.union([
  z.int(),
  prose(8_000),
  z.strictObject({ part: count, of: count }),
  z.array(model).max(MOST_MODELS),
]);

export const reportData = z
  .strictObject({
    form: z.int().min(1),
    sections: z.record(shortId.max(40), prose(MOST_SECTION_CHARACTERS)).default({}),
    values: z.record(shortId.max(40), value).default({}),
  })
  .refine((data) => new TextEncoder().encode(JSON.stringify(data)).length <= MOST_DATA_BYTES, {
    error: 'form.data-too-large',
  });
