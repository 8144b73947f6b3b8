/**
 * Which units' rate of reports in time lies in a band of the thresholds that hold for the issuer, and what was decided. Of
 * the frozen set without what was cancelled, among what fell due in the span; a rule of another scope proposes nothing here.
 */
import { bandOf, type Instant, type LocalDate, type Text } from '../../domain';
import { standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import { startOf } from '../local-days';
import type { CriticismRow, Criticisms } from '../rows';
import { policyOn } from './policy-on';

export type CriticismQuestion = {
  readonly directive: string;
  readonly issuer: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

type Counted = {
  readonly unit: string;
  readonly name: Text | null;
  readonly part: number;
  readonly of: number;
  readonly decided: CriticismRow['decided'];
};

export async function criticisms(
  db: Db,
  { directive, issuer, from, to }: CriticismQuestion,
  now: Instant,
): Promise<Criticisms> {
  // In force on the day and of this issuer's scope: nothing is assumed.
  const policy = await policyOn(db, { kind: 'thresholds', issuer, on: to });
  const bands = policy?.value.bands ?? [];
  const found = await rowsOf<Counted>(
    db,
    `SELECT o.unit, u.name, count(*) FILTER (WHERE ${standingSql('$1')} = 'doneOnTime')::int AS part,
       count(*) FILTER (WHERE ${standingSql('$1')} <> 'cancelled')::int AS of, (
         SELECT c.decided || jsonb_build_object('by', c.decided_by, 'at', c.decided_at) FROM read.criticisms AS c
         WHERE c.directive_id = $2 AND c.unit = o.unit AND c.from_day = $5 AND c.to_day = $6) AS decided
     FROM read.obligations AS o LEFT JOIN read.units AS u ON u.unit_id = o.unit
     WHERE o.directive_id = $2 AND NOT o.late AND o.due_at >= $3 AND o.due_at < $4 AND o.due_at <= $1
     GROUP BY o.unit, u.name ORDER BY o.unit`,
    [now, directive, startOf(from), startOf(to, 1), from, to],
  );
  const rows = found.map(({ unit, name, part, of, decided }): CriticismRow => {
    const onTime = { part, of };
    return { unit, name, onTime, proposed: bandOf(bands, onTime), decided };
  });
  const shown = rows.filter(({ proposed, decided }) => proposed !== null || decided !== null);
  return { directive, from, to, policy, rows: shown };
}
