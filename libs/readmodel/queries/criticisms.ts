/**
 * Which units' rate of reports in time lies in a band of the thresholds that hold for the issuer, and what was decided. Of
 * the frozen set, among what fell due in the span; a rule of another scope proposes nothing here.
 */
import { bandOf, type Instant, type LocalDate, type Policy, type Text } from '../../domain';
import { standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import { startOf } from '../local-days';
import type { CriticismRow, Criticisms } from '../rows';

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
  const policy = await thresholdsOn(db, issuer, to);
  const bands = policy?.value.kind === 'thresholds' ? policy.value.bands : [];
  const found = await rowsOf<Counted>(
    db,
    `SELECT o.unit, u.name, count(*) FILTER (WHERE ${standingSql('$1')} = 'doneOnTime')::int AS part,
       count(*)::int AS of, (
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

/** In force on the day and of this issuer's scope; nothing is assumed. */
async function thresholdsOn(db: Db, issuer: string, on: LocalDate): Promise<Policy | null> {
  const [found] = await rowsOf<{ policy: Policy }>(
    db,
    `SELECT p.policy FROM read.policies AS p
     WHERE p.policy -> 'value' ->> 'kind' = 'thresholds'
       AND (p.policy -> 'scope' ->> 'issuer' IS NULL OR p.policy -> 'scope' ->> 'issuer' = $1)
       AND p.policy ->> 'from' <= $2 AND (p.policy ->> 'to' IS NULL OR p.policy ->> 'to' >= $2)
       AND (p.withdrawn_on IS NULL OR p.withdrawn_on > $2)
     ORDER BY (p.policy -> 'scope' ->> 'issuer' IS NOT NULL) DESC, p.policy ->> 'from' DESC, p.version DESC, p.policy_id
     LIMIT 1`,
    [issuer, on],
  );
  return found?.policy ?? null;
}
