/** What took place under a directive, as it is handed in: each part with its grade, and the source that tells of it. */
import { z } from 'zod';
import { source } from './draft';
import { graded } from './grade';
import { bothLanguages, contentHash, line, localDate, orNull, prose, shortId } from './text';

/** A day, or a month when only that is known. */
const localMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'date.malformed' });

export const occurrence = {
  when: graded(z.union([localDate, localMonth])),
  where: graded(line()),
  by: graded(shortId),
  source: orNull(source),
};

export const conference = z.strictObject({
  ...occurrence,
  title: bothLanguages,
  participants: graded(prose(1_000)),
});

export const inspection = z.strictObject({
  ...occurrence,
  duty: orNull(shortId),
  title: bothLanguages,
  inspected: graded(z.array(shortId).min(1).max(500)),
  report: graded(
    z.strictObject({
      number: orNull(line(100)),
      date: localDate,
      to: shortId,
      sha256: orNull(contentHash),
    }),
  ),
});

export const praise = z.strictObject({
  ...occurrence,
  title: bothLanguages,
  praised: graded(z.array(shortId).min(1).max(500)),
});

const count = z.int().min(0).max(1_000_000);

export const result = z.strictObject({
  ...occurrence,
  result: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('instrument'), symbol: line(60), title: bothLanguages }),
    z.strictObject({ kind: z.literal('ratio'), reached: count, of: count, title: bothLanguages }),
  ]),
});

export const reviewKind = z.enum(['preliminary', 'final']);

export const jointInstrumentReview = z.strictObject({
  ...occurrence,
  instrument: graded(line(60)),
  kind: reviewKind,
  title: bothLanguages,
  outcome: graded(prose(2_000)),
});
