/** Nominations, reported awards and the steps of a commendation as they are handed in. Names of persons are personal. */
import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../domain';
import { source } from './draft';
import { graded } from './grade';
import {
  bothLanguages,
  contentHash,
  line,
  localDate,
  orNull,
  personalName,
  prose,
  proseOrNone,
  shortId,
} from './text';

export const merit = z.enum(['regular', 'thematic', 'unplanned']);

/** Codes of the forms in force: `ky-niem-chuong`. */
const form = shortId;

const count = z.int().min(0).max(1_000_000).default(0);

const person = <K extends 'individual' | 'household'>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    name: personalName,
    unit: orNull(shortId),
    position: orNull(bothLanguages),
  });

const subject = z.discriminatedUnion('kind', [
  person('individual'),
  person('household'),
  z.strictObject({ kind: z.literal('collective'), unit: shortId }),
  z.strictObject({
    kind: z.literal('aggregate'),
    individuals: count,
    collectives: count,
    households: count,
    note: proseOrNone(500),
  }),
]);

/** An entry holds 60 KiB: longer lists are several nominations. */
const subjects = z.array(subject).min(1).max(100);

const evidence = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  ref: line(300).describe(
    'id of the round, obligation, award or occurrence entry; {obligation}#{ordinal} of a submission, {obligation}#{ordinal}#{name} of a model, {directive}~{indicator}, recognition/{authority}/{year}/{unit}; a title of a content',
  ),
  merit: orNull(merit),
  sha256: orNull(contentHash),
  note: proseOrNone(500),
});

export const nomination = z.strictObject({
  directive: orNull(shortId),
  form,
  awardingBody: shortId,
  appraisingBody: shortId,
  merit,
  achievedOn: orNull(localDate),
  subjects,
  evidence: z.array(evidence).max(30).default([]),
  shortlist: orNull(contentHash),
  reason: prose(2_000),
});

export const reportedAwards = z.strictObject({
  directive: orNull(shortId),
  title: bothLanguages,
  forms: graded(z.array(form).min(1).max(10)),
  awardingBodies: graded(z.array(shortId).min(1).max(20)),
  subjects: graded(subjects),
  when: graded(
    z
      .array(
        z.union([
          localDate,
          z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/, { error: 'date.malformed' }),
        ]),
      )
      .min(1)
      .max(20),
  ),
  split: graded(prose(1_000)),
  source: orNull(source),
});

export const dossier = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        kind: shortId,
        number: orNull(line(60)),
        date: orNull(localDate),
        sha256: orNull(contentHash),
      }),
    )
    .min(1)
    .max(50),
  note: proseOrNone(1_000),
});

export const appraisal = z.strictObject({
  finding: z.enum(['eligible', 'notEligible']),
  reason: prose(2_000),
  barred: z
    .array(
      z.strictObject({
        subject: z.int().min(0).max(99),
        kind: z.enum(['discipline', 'inspection']),
        reason: prose(500),
      }),
    )
    .max(100)
    .default([]),
  opinionsOf: z.array(shortId).max(20).default([]),
});

export const bar = z.strictObject({
  unit: shortId,
  kind: z.enum(['discipline', 'inspection']),
  from: localDate,
  to: orNull(localDate),
  reason: prose(2_000),
  source: line(500),
});
