/**
 * An explainable shortlist: the units of a directive in an order that follows from recorded facts and from weights of a
 * policy, and from nothing else. Each criterion shows what was counted and what it brings; ties are shown as ties; who is
 * barred is named with the reason and not ranked, who has ended with the heir; awards that are no basis for one by merit are
 * named and not counted. It awards nothing: a person nominates and a person decides.
 */
import {
  officeDay,
  takenOverBy,
  type Instant,
  type LocalDate,
  type PolicyValue,
  type Text,
} from '../../domain';
import { standingSql } from '../counts';
import { rowsOf, type Db } from '../db';
import { startOf } from '../local-days';
import type { BarRow, CriterionRow, RankedUnit, Shortlist } from '../rows';
import { policyOn } from './policy-on';
import { endedAmong, endedBy, registeredTwice, uncountedAwards } from './shortlist-apart';
import { ownIndicators } from './shortlist-indicators';
import { recognitionBars } from './recognition-bars';
import { CRITERIA, type UnitFacts } from './shortlist-criteria';

export type ShortlistQuestion = {
  readonly directive: string;
  readonly symbol: string | null;
  readonly issuer: string;
  /** What fell due on these days, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Instant;
};

type Weights = Extract<PolicyValue, { kind: 'shortlist' }>['weights'];

/** Null when no policy says what counts. */
export async function shortlist(db: Db, question: ShortlistQuestion): Promise<Shortlist | null> {
  const { directive, symbol, from, to, now } = question;
  const today = officeDay(now);
  const { issuer } = question;
  const policy = await policyOn(db, { kind: 'shortlist', issuer, on: today, or: 'younger' });
  if (policy === null) return null;
  const { weights } = policy.value;
  const all = await factsOf(db, question);
  const owing = all.map(({ unit }) => unit);
  const ended = await endedAmong(db, owing, today);
  const facts = all.filter(({ unit }) => !ended.some((one) => one.unit === unit));
  const units = facts.map(({ unit }) => unit);
  const barred = await barsOf(db, units, today);
  const year = Number((to < today ? to : today).slice(0, 4));
  const unrecognised = await recognitionBars(db, { issuer, units, year, on: today });
  const isBarred = (unit: string) => unrecognised.has(unit) || barred.has(unit);
  const { id, version, source, text } = policy;
  return {
    directive,
    symbol,
    from,
    to,
    asOf: now,
    policy: {
      name: `${id}@${version}`,
      source,
      text,
      from: policy.from,
      assumed: policy.from > today,
    },
    ranked: ranked(facts.filter(({ unit }) => !isBarred(unit)).map((it) => scored(it, weights))),
    barred: facts
      .filter(({ unit }) => isBarred(unit))
      .map(({ unit, name }) => ({
        unit,
        name,
        bars: barred.get(unit) ?? [],
        recognition: unrecognised.get(unit) ?? null,
      })),
    ended,
    notCounted: await uncountedAwards(db, owing),
    registeredTwice: await registeredTwice(db, owing, { from, to }),
  };
}

type Scored = Omit<RankedUnit, 'rank' | 'tied'> & { readonly thousandths: number };

/** In whole thousandths, so that no sum depends on the order in which it is made. */
function scored(all: UnitFacts, weights: Weights): Scored {
  const { unit, name, counted } = all;
  let thousandths = 0;
  const criteria = weights.map(({ criterion, points }): CriterionRow => {
    const { part, of, evidence } = CRITERIA[criterion].of(all);
    const brings = of === 0 || part === 0 ? 0 : Math.round((points * 1_000 * part) / of);
    thousandths += brings;
    return {
      criterion,
      name: CRITERIA[criterion].name,
      part,
      of,
      points,
      contribution: brings / 1_000,
      evidence,
    };
  });
  return {
    unit,
    name,
    score: thousandths / 1_000,
    thousandths,
    criteria,
    counted: counted.map(({ obligation }) => obligation),
  };
}

/** Highest score first; equal scores share a rank and stand in the order of their ids, which says nothing of merit. */
function ranked(all: readonly Scored[]): RankedUnit[] {
  const ordered = all.toSorted(
    (a, b) => b.thousandths - a.thousandths || (a.unit < b.unit ? -1 : 1),
  );
  return ordered.map(({ thousandths, ...unit }) => ({
    rank: 1 + ordered.filter((it) => it.thousandths > thousandths).length,
    tied: ordered.filter((it) => it.thousandths === thousandths).length > 1,
    ...unit,
  }));
}

type Fact = {
  readonly unit: string;
  readonly name: Text | null;
  readonly obligation: string;
  readonly standing: string;
  readonly models: number | null;
};

/** Obligations that fell due in the span and by now; who joined later stands in no rate (rates.ts). */
async function factsOf(
  db: Db,
  { directive, from, to, now }: ShortlistQuestion,
): Promise<UnitFacts[]> {
  const begin = startOf(from);
  const end = startOf(to, 1);
  const found = await rowsOf<Fact>(
    db,
    `SELECT o.unit, u.name, o.obligation_id AS obligation, ${standingSql('$1')} AS standing, (
       SELECT sum(CASE jsonb_typeof(v.value) WHEN 'array' THEN jsonb_array_length(v.value) ELSE 0 END)::int
       FROM read.submissions AS s, jsonb_array_elements(r.heading -> 'form' -> 'fields') AS x,
         LATERAL (SELECT s.report -> 'data' -> 'values' -> (x ->> 'code') AS value) AS v
       WHERE x ->> 'type' = 'models' AND s.obligation_id = o.obligation_id AND s.ordinal = (
         SELECT f.ordinal FROM read.figures AS f WHERE f.obligation_id = o.obligation_id ORDER BY f.seq DESC LIMIT 1)
     ) AS models
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id) LEFT JOIN read.units AS u ON u.unit_id = o.unit
     WHERE o.directive_id = $2 AND NOT o.late AND o.due_at >= $3 AND o.due_at < $4 AND o.due_at <= $1
     ORDER BY o.unit, o.obligation_id`,
    [now, directive, begin, end],
  );
  const byUnit = new Map<string, UnitFacts>();
  for (const { unit, name, ...counted } of found) {
    const known = byUnit.get(unit)?.counted ?? [];
    byUnit.set(unit, { unit, name, counted: [...known, counted], recognition: [], indicators: [] });
  }
  const own = await ownIndicators(db, directive, {
    obligations: found.map(({ obligation }) => obligation),
    now,
  });
  const facts = [...byUnit.values()].map((one) => ({
    ...one,
    indicators: one.counted.flatMap(({ obligation }) => own.get(obligation) ?? []),
  }));
  return withRecognition(db, facts, from, to);
}

type Year = { readonly unit: string; readonly years: readonly string[]; readonly met: boolean };

/**
 * Years that lie in the span with at least one day; evidence is the year's stream. A unit that registered with two bodies for
 * one year counts once: as recognised where no body decided against it.
 */
async function withRecognition(
  db: Db,
  facts: readonly UnitFacts[],
  from: LocalDate,
  to: LocalDate,
): Promise<UnitFacts[]> {
  const years = await rowsOf<Year>(
    db,
    `SELECT unit, array_agg('recognition/' || authority || '/' || year ORDER BY authority) AS years,
       bool_and(status = 'met') AS met
     FROM read.recognition_subjects
     WHERE unit = ANY($1) AND status IN ('met', 'notMet', 'revoked') AND year BETWEEN $2 AND $3
     GROUP BY unit, year ORDER BY year`,
    [facts.map(({ unit }) => unit), from.slice(0, 4), to.slice(0, 4)],
  );
  return facts.map((one) => ({
    ...one,
    recognition: years
      .filter(({ unit }) => unit === one.unit)
      .map(({ years: streams, met }) => ({ years: streams, met })),
  }));
}

/** By unit, those of whoever it took over from among them: no reorganisation lifts a bar. */
async function barsOf(
  db: Db,
  units: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, readonly BarRow[]>> {
  const before = takenOverBy(await endedBy(db, on), units, on);
  const bearer = new Map(before.map(({ unit, by }) => [unit, by]));
  const bars = await rowsOf<BarRow>(
    db,
    `SELECT b.bar_id AS id, b.unit, u.name AS "unitName", b.kind, b.from_day AS "from", b.to_day AS "to",
       b.reason, b.source
     FROM read.bars AS b LEFT JOIN read.units AS u ON u.unit_id = b.unit
     WHERE b.unit = ANY($1) AND b.from_day <= $2 AND (b.to_day IS NULL OR $2 < b.to_day)
     ORDER BY b.unit, b.bar_id`,
    [[...units, ...bearer.keys()], on],
  );
  const byUnit = new Map<string, BarRow[]>();
  for (const bar of bars) {
    const unit = bearer.get(bar.unit) ?? bar.unit;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), bar]);
  }
  return byUnit;
}
