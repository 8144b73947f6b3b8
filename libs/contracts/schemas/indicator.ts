/** An indicator as it is handed in: what is counted of what, and the target it is compared with. */
import { z } from 'zod';
import { graded } from './grade';
import { bothLanguages, localDate, orNull, shortId } from './text';

const field = shortId.max(40);

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['owed', 'accepted']) }),
  z.strictObject({ kind: z.literal('sum'), field }),
  z.strictObject({ kind: z.enum(['part', 'whole']), field }),
  z.strictObject({
    kind: z.literal('unitsWithAtLeast'),
    field,
    least: z.int().min(1).max(1_000_000),
  }),
]);

const count = z.int().min(0).max(1_000_000_000);

export const indicator = z.strictObject({
  id: shortId.max(40),
  title: bothLanguages,
  duty: shortId.max(40),
  numerator: measure,
  denominator: measure,
  target: graded(
    z.strictObject({ comparator: z.enum(['>', '>=', '=', '<=', '<']), part: count, of: count }),
  ),
  by: orNull(localDate),
});
