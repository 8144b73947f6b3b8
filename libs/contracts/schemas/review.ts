/** Reviews as they are handed in: what is looked back on, the conference, the conclusions, the judgements. */
import { z } from 'zod';
import { who } from './duty';
import { graded } from './grade';
import { occurrence, reviewKind } from './occurrence';
import {
  bothLanguages,
  contentHash,
  instant,
  line,
  localDate,
  orNull,
  prose,
  shortId,
} from './text';

const reason = prose(2_000);
const document = orNull(line(200));

export const calledReview = z.strictObject({
  kind: reviewKind,
  period: z.strictObject({
    from: orNull(localDate),
    to: orNull(localDate),
    label: bothLanguages,
  }),
  scope: orNull(
    z.strictObject({
      text: line(500),
      units: orNull(graded(z.array(shortId).min(1).max(500))),
    }),
  ),
  cutOff: instant,
  selfAssessmentDue: orNull(localDate),
  reason,
  document,
});

/** Who came besides the delegates: positions, never names. */
export const reviewConference = z.strictObject({
  ...occurrence,
  title: bothLanguages,
  attendance: graded(
    z.strictObject({
      delegates: z.int().min(0).max(1_000_000),
      besides: orNull(prose(1_000)),
    }),
  ),
});

/** `Một là`, `Hai là` … as the conclusion counts. */
const conclusionKey = line(40);

export const conclusions = z.strictObject({
  conclusions: z
    .array(z.strictObject({ key: conclusionKey, text: prose(4_000) }))
    .min(1)
    .max(50),
  document,
});

export const decidedConclusion = z.strictObject({
  key: conclusionKey,
  owner: who,
  to: z.array(shortId).min(1).max(20),
  due: localDate,
  title: bothLanguages,
  reason,
});

export const droppedConclusion = z.strictObject({ key: conclusionKey, reason });

export const judgedTask = z.strictObject({
  task: line(40),
  judgement: z.enum(['implemented', 'partly', 'notImplemented', 'noLongerApplicable']),
  evidence: z.strictObject({
    text: prose(4_000),
    contents: z.array(contentHash).max(50).default([]),
  }),
  reason,
});

export const lesson = z.strictObject({ text: prose(4_000) });
