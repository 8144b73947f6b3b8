/**
 * Whether a consolidated report rests on figures that were corrected since: each part with its old and new figures, and
 * what they add up to. Nothing above changes by it: whoever consolidated corrects his report, or lets it stand.
 */
import { rollUp, type Form, type Instant, type Text } from '../../domain';
import { rowOf, type Db } from '../db';
import type { ChangedFigure, CorrectedBelow, CorrectedPart } from '../rows';
import {
  aboveOf,
  acceptedPart,
  reportsBelow,
  sourcesOf,
  type Accepted,
  type Below,
} from './parts-below';

type Sent = {
  readonly submission: number;
  readonly sentAt: Instant;
  /** Of which instant the draft was that it was made from. */
  readonly madeAt: Instant;
};

/** Null when nothing was sent above by that instant, or nothing it rests on was corrected by then. */
export async function correctedBelow(
  db: Db,
  obligation: string,
  asOf: Instant,
): Promise<CorrectedBelow | null> {
  const sent = await sentAbove(db, obligation, asOf);
  const above = sent && (await aboveOf(db, obligation));
  if (!sent || !above) return null;
  const sources = await sourcesOf(db, above, asOf);
  const [before, after] = [
    await reportsBelow(db, sources, sent.madeAt),
    await reportsBelow(db, sources, asOf),
  ];
  const parts = before.flatMap((old) => {
    const its = after.find((one) => one.obligation === old.obligation);
    return old.submission === null || !its || its.submission === old.submission
      ? []
      : [correctedPart(old, its)];
  });
  if (parts.length === 0) return null;
  const { submission, sentAt } = sent;
  return { submission, sentAt, parts, figures: addedUp(above.form, before, after) };
}

/**
 * What stands as sent: neither withdrawn nor returned. Its draft may be older than its sending. What was handed in by itself
 * is the report below, made when that one's figures began to count: the draft that came along is of the level below it.
 */
function sentAbove(db: Db, obligation: string, asOf: Instant) {
  return rowOf<Sent>(
    db,
    `SELECT ordinal AS submission, received_at AS "sentAt",
       CASE WHEN channel = 'rollUp' THEN coalesce((SELECT min(g.recorded_at) FROM read.figures AS g
           WHERE g.obligation_id = s.fed_by AND g.ordinal = s.fed_submission), received_at)::text
         ELSE least(received_at::text, coalesce(report -> 'consolidates' ->> 'asOf', received_at::text)) END AS "madeAt"
     FROM read.submissions AS s
     WHERE obligation_id = $1 AND received_at <= $2 AND state NOT IN ('withdrawn', 'returned')
     ORDER BY ordinal DESC LIMIT 1`,
    [obligation, asOf],
  );
}

function correctedPart(old: Below, now: Below): CorrectedPart {
  const { obligation, unit, name } = now;
  const codes = [...Object.keys(old.data?.values ?? {}), ...Object.keys(now.data?.values ?? {})];
  const fields = [...new Set(codes)].flatMap((field): ChangedFigure[] =>
    changed(field, labelOf(now.form ?? old.form, field), {
      old: old.data?.values[field] ?? null,
      new: now.data?.values[field] ?? null,
    }),
  );
  const texts =
    old.summary !== now.summary ||
    JSON.stringify(old.data?.sections) !== JSON.stringify(now.data?.sections);
  return {
    ...{ obligation, unit, name, from: old.submission!, to: now.submission! },
    ...{ at: now.countsSince!, fields, texts },
  };
}

/** The same parts with their corrections: what was accepted only later is no correction. */
function addedUp(
  own: Form | null,
  before: readonly Below[],
  after: readonly Below[],
): readonly ChangedFigure[] {
  const then = before.flatMap(acceptedPart);
  const now = after
    .flatMap(acceptedPart)
    .filter(({ obligation }) => then.some((part) => part.obligation === obligation));
  const form = own ?? formOf(now);
  if (form === null) return [];
  const sums = rollUp(form, now);
  return rollUp(form, then).flatMap(({ field, label, value }, index) =>
    changed(field, label, { old: value, new: sums[index]!.value }),
  );
}

function formOf(parts: readonly Accepted[]): Form | null {
  return parts.findLast((part) => part.form !== null)?.form ?? null;
}

function changed(
  field: string,
  label: Text,
  values: Pick<ChangedFigure, 'old' | 'new'>,
): ChangedFigure[] {
  const same = JSON.stringify(values.old) === JSON.stringify(values.new);
  return same ? [] : [{ field, label, ...values }];
}

function labelOf(form: Form | null, code: string): Text {
  return form?.fields.find((field) => field.code === code)?.label ?? { vi: code, en: code };
}
