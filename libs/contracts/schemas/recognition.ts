/** Norms, dossiers, decisions and results of recognition as they are handed in. */
import { z } from 'zod';
import { COMPARATORS, SUBJECT_KINDS, SUBJECT_TRAITS } from '../../domain';
import { source } from './draft';
import { graded } from './grade';
import { file } from './report';
import { bothLanguages, line, localDate, orNull, prose, shortId } from './text';

const kind = z.enum(SUBJECT_KINDS);
const trait = z.enum(SUBJECT_TRAITS);
const monthDay = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'date.malformed' });
const span = z.strictObject({ from: monthDay, to: monthDay });
const texts = z.strictObject({ vi: prose(1_000), en: prose(1_000) });
const unitKinds = z.array(shortId).max(20).optional();
const reason = prose(2_000);
const count = z.int().min(0).max(1_000_000);
const basisPoints = z.int().min(0).max(10_000);

const item = z.strictObject({
  code: shortId,
  kinds: z.array(kind).min(1),
  text: texts,
  measure: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('zeroTolerance') }),
    z.strictObject({ kind: z.literal('fulfilled') }),
    z.strictObject({ kind: z.literal('share'), atLeastPercent: z.int().min(0).max(100) }),
  ]),
  source: line(500),
  shownBy: z.literal('registration').optional(),
});

export const recognitionNorm = z.strictObject({
  kind: z.literal('recognitionNorm'),
  symbol: line(60),
  subjects: graded(
    z
      .array(z.strictObject({ kind, assessment: span, decisionBefore: monthDay, unitKinds }))
      .min(1)
      .max(20),
  ),
  excluded: graded(z.array(z.strictObject({ kind, trait, text: texts, unitKinds })).max(20)),
  registration: graded(span),
  checklist: graded(z.array(item).min(1).max(60)),
  levels: graded(
    z
      .array(
        z.strictObject({
          code: shortId,
          name: bothLanguages,
          unitKinds,
        }),
      )
      .min(1)
      .max(10),
  ),
  oneLevelDelegation: graded(z.boolean()),
});

export const classification = z.strictObject({
  kind: z.literal('classification'),
  levels: z
    .array(z.strictObject({ code: shortId, text: bothLanguages }))
    .min(1)
    .max(20),
});

const bound = { comparator: z.enum(COMPARATORS), basisPoints };

export const registration = z.strictObject({
  unit: shortId,
  kind,
  trait: orNull(trait),
  reference: line(500),
  date: localDate,
});

/** So many units that their ids fit one entry; of more, call again. */
export const registrationCall = z.strictObject({
  units: z
    .array(z.strictObject({ unit: shortId, kind }))
    .min(1)
    .max(300),
  standingBody: orNull(shortId),
  reference: line(500),
  date: localDate,
});

export const dossier = z.strictObject({
  unit: shortId,
  date: localDate,
  answers: z
    .array(
      z.strictObject({
        item: shortId,
        answer: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('zeroTolerance'), happened: z.boolean() }),
          z.strictObject({ kind: z.literal('fulfilled'), fulfilled: z.boolean() }),
          z.strictObject({ kind: z.literal('share'), reached: count, of: count }),
        ]),
        evidence: prose(2_000),
      }),
    )
    .max(60)
    .default([]),
  documents: z.array(file).max(50).default([]),
});

export const appraisal = z.strictObject({
  unit: shortId,
  date: localDate,
  proposal: z.enum(['met', 'notMet']),
  reasons: prose(4_000),
});

export const ofUnit = z.strictObject({ unit: shortId, date: localDate, reason });

/** What one recording of a decision holds: an entry is 60 KiB, and a missing dossier is recorded with its evidence. */
const RULING_BYTES = 44 * 1024;
const RULING_UNITS = 500;
const EVIDENCE_BYTES = 60;

/** A longer list is recorded in parts: the same number and date, each unit once. */
const tooLong = { error: 'recognition.ruling-too-long' } as const;

export const ruling = z
  .strictObject({
    number: line(60),
    date: localDate,
    met: z.array(shortId).max(RULING_UNITS, tooLong).default([]),
    notMet: z
      .array(z.strictObject({ unit: shortId, reason }))
      .max(RULING_UNITS, tooLong)
      .default([]),
    noDossier: z.array(shortId).max(RULING_UNITS, tooLong).default([]),
  })
  .refine((it) => sizeOf(it) + EVIDENCE_BYTES * it.noDossier.length <= RULING_BYTES, tooLong);

function sizeOf(data: unknown): number {
  return new TextEncoder().encode(JSON.stringify(data)).length;
}

export const delegation = z.strictObject({ to: shortId, date: localDate, reason });

export const knownResult = z.strictObject({
  kinds: orNull(z.array(kind).min(1).max(10)),
  result: graded(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('ratio'), met: count, of: count }),
      z.strictObject({ kind: z.literal('bound'), ...bound }),
    ]),
  ),
  by: graded(shortId),
  source: orNull(source),
  directive: orNull(shortId),
});

export const target = z.strictObject({
  target: graded(z.strictObject(bound)),
  directive: orNull(shortId),
});

export const classifying = z.strictObject({
  unit: shortId,
  level: shortId,
  date: localDate,
  reason,
});
