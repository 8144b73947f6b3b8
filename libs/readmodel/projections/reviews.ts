/** Reviews, their conclusions and judgements, and what the end of a directive left: the archive's clock, what stays owed. */
import { parseReviewStream } from '../../domain';
import { projection } from '../projection';
import type { Rows } from '../row-writer';

const TABLES = ['reviews', 'conclusions', 'judgements'] as const;

export const reviews = projection('reviews', TABLES, {
  ReviewCalled: (rows, e) =>
    rows.insert('reviews', [
      {
        directive_id: e.directive,
        review: e.data.n,
        status: 'called',
        called: e.data,
        called_at: e.at,
        called_by: e.actor,
        lessons: [],
      },
    ]),
  SelfAssessmentBegan: (rows, e) => change(rows, e, { status: 'selfAssessing' }),
  ReviewCutOffReached: (rows, e) => change(rows, e, { status: 'cutOff' }),
  ReviewPackFrozen: (rows, e) =>
    change(rows, e, { status: 'packFrozen', pack: e.data, frozen_at: e.at, frozen_seq: e.seq }),
  ReviewConferenceHeld: (rows, e) =>
    change(rows, e, { status: 'conferenceHeld', conference: e.data }),
  ConclusionsRecorded: (rows, e) => {
    const { conclusions, document } = e.data;
    change(rows, e, { status: 'concluded', document });
    rows.insert(
      'conclusions',
      conclusions.map(({ key, text }, index) => ({
        ...keyOf(e),
        ordinal: index + 1,
        key,
        text,
        status: 'waiting',
      })),
    );
  },
  ConclusionDecided: (rows, e) => {
    const { key, duty, reason } = e.data;
    settle(rows, e, key, { status: 'decided', duty, reason });
  },
  ConclusionDropped: (rows, e) =>
    settle(rows, e, e.data.key, { status: 'dropped', reason: e.data.reason }),
  TaskJudged: (rows, e) => {
    const { task, judgement, evidence, reason } = e.data;
    rows.insert(
      'judgements',
      [
        {
          ...keyOf(e),
          task,
          judgement,
          evidence,
          reason,
          judged_by: e.actor,
          judged_at: e.at,
          seq: e.seq,
        },
      ],
      `(directive_id, review, task) DO UPDATE SET judgement = excluded.judgement, evidence = excluded.evidence,
         reason = excluded.reason, judged_by = excluded.judged_by, judged_at = excluded.judged_at, seq = excluded.seq`,
    );
  },
  LessonRecorded: (rows, e) => {
    const { directive_id, review } = keyOf(e);
    rows.run(
      ['reviews'],
      `UPDATE read.reviews SET lessons = lessons || $3::jsonb WHERE directive_id = $1 AND review = $2`,
      [directive_id, review, JSON.stringify([e.data.text])],
    );
  },
  ReviewCancelled: (rows, e) =>
    change(rows, e, { status: 'cancelled', cancelled_because: e.data.reason }),
  DirectiveEndNoted: (rows, e) => change(rows, e, { directive_ended: e.data.how }),
});

type Place = { readonly stream: string; readonly at: string };

function keyOf({ stream }: Place) {
  const { directive, review } = parseReviewStream(stream)!;
  return { directive_id: directive, review };
}

function change(rows: Rows, e: Place, set: { [column: string]: unknown }): void {
  rows.update('reviews', set, keyOf(e));
}

function settle(rows: Rows, e: Place, key: string, set: { [column: string]: unknown }): void {
  rows.update('conclusions', { ...set, settled_at: e.at }, { ...keyOf(e), key });
}
