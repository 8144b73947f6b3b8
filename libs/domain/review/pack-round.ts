/** One round in a pack: what was owed at the opening and what became of it by the cut-off, unit by unit where it matters. */
import type { ReportData } from '../form/types';
import type { Instant, Text } from '../kernel';
import { standingOf, STANDINGS } from '../round/standing';
import type { Obligation, Report, RoundState, Standing, Submission } from '../round/types';
import type { PackSources, SaidOfUnit } from './pack-sources';

export type Counts = { readonly [S in Standing]: number };

/** `permille` is whole, rounded half up; null when nothing is owed: then there is no rate. */
export type PackRate = {
  readonly part: number;
  readonly of: number;
  readonly permille: number | null;
};

/** The three official rates (QĐ 42/2014/QĐ-TTg, QĐ 23/2018/QĐ-TTg) over the set that was frozen at the opening. */
export type PackRates = {
  readonly onTime: PackRate;
  readonly late: PackRate;
  readonly unfinishedLate: PackRate;
};

export type PackRound = {
  readonly duty: string;
  readonly period: string;
  readonly title: Text;
  readonly label: Text;
  readonly dueAt: readonly Instant[];
  readonly owed: number;
  readonly counts: Counts;
  readonly rates: PackRates;
  /** Whoever joined after the opening is told, and stands in no rate. */
  readonly joinedLater: readonly string[];
  /** Late by the cut-off, done or not, with what was said about it. */
  readonly late: readonly LateUnit[];
  readonly reports: readonly PackReport[];
  readonly letters: readonly PackLetter[];
  /** Units that were escalated: to their superior, or to the issuer. */
  readonly escalated: readonly string[];
};

export type LateUnit = {
  readonly unit: string;
  /** Who owes it now: another unit when it was handed on to a successor. */
  readonly owner: string;
  readonly standing: 'doneLate' | 'openLate';
  /** `submittedLate`, `notSubmitted`, `returned`, `refused`, `awaitsAcceptance`. */
  readonly why: string;
  readonly dueAt: Instant;
  readonly submittedAt: Instant | null;
  readonly said: SaidOfUnit;
};

/** The report that stands for the unit: the accepted one, else the last. */
export type PackReport = {
  readonly unit: string;
  readonly ordinal: number;
  readonly at: Instant;
  readonly accepted: boolean;
  readonly nil: boolean;
  readonly summary: string;
  /** The form filled in, with the figures that count: also those of a correction. */
  readonly data: ReportData | null;
  /** The submission that the figures are of; null without figures. */
  readonly figuresOf: number | null;
  readonly contents: readonly string[];
  /** The accepted correction that counts beside the report; null when none was. */
  readonly correction: PackCorrection | null;
};

export type PackCorrection = {
  readonly ordinal: number;
  readonly at: Instant;
  readonly summary: string;
  readonly contents: readonly string[];
};

export type PackLetter = {
  readonly shard: number;
  readonly letter: string;
  readonly rung: string;
  readonly number: string | null;
  readonly units: number;
};

type Shard = { readonly stream: string; readonly state: RoundState };

/** @param isOf whether the review speaks of the unit */
export function packRound(
  shards: readonly Shard[],
  { said }: Pick<PackSources, 'said'>,
  { cutOff, isOf }: { cutOff: Instant; isOf: (unit: string) => boolean },
): PackRound {
  const heading = shards[0]!.state.heading!;
  const all = shards.flatMap(({ stream, state }) =>
    byUnit(state, isOf).map((obligation) => ({ obligation, state, stream })),
  );
  const owed = all.filter(({ state }) => !state.late);
  const standing = (one: (typeof all)[number]) =>
    standingOf(one.obligation, one.state.schedules, one.state.status, cutOff);
  const counts = countsOf(owed.map(standing));
  return {
    duty: heading.duty,
    period: heading.period.id,
    title: heading.title,
    label: heading.period.label,
    dueAt: [...new Set(all.map(dueOf))].sort(),
    owed: owed.length,
    counts,
    rates: ratesOf(counts, owed.length),
    joinedLater: all.flatMap(({ obligation, state }) => (state.late ? [obligation.unit] : [])),
    late: all.flatMap((one) => lateUnit(one, standing(one), said[one.stream] ?? {})),
    reports: all.flatMap(({ obligation }) => reportOf(obligation)),
    letters: shards.flatMap(({ state }) => lettersOf(state, isOf)),
    escalated: all.filter(wasEscalated).map(({ obligation }) => obligation.unit),
  };
}

export function countsOf(found: readonly Standing[]): Counts {
  const counts = Object.fromEntries(STANDINGS.map((it) => [it, 0])) as Record<Standing, number>;
  for (const standing of found) counts[standing] += 1;
  return counts;
}

export function sumOf(all: readonly Counts[]): Counts {
  const sums = STANDINGS.map((it) => [it, all.reduce((sum, counts) => sum + counts[it], 0)]);
  return Object.fromEntries(sums) as Counts;
}

export function ratesOf(counts: Counts, owed: number): PackRates {
  return {
    onTime: rate(counts.doneOnTime, owed),
    late: rate(counts.doneLate, owed),
    unfinishedLate: rate(counts.openLate, owed),
  };
}

function rate(part: number, of: number): PackRate {
  return { part, of, permille: of === 0 ? null : Math.floor((2_000 * part + of) / (2 * of)) };
}

/** In the order of the units' ids: a pack does not depend on the order in which they were listed. */
function byUnit(state: RoundState, isOf: (unit: string) => boolean): readonly Obligation[] {
  return Object.values(state.obligations)
    .filter(({ unit }) => isOf(unit))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

type Owing = { readonly obligation: Obligation; readonly state: RoundState };

function dueOf({ obligation, state }: Owing): Instant {
  return state.schedules[obligation.schedule]!.dueAt;
}

function lateUnit(
  one: Owing,
  standing: Standing,
  said: { readonly [unit: string]: SaidOfUnit },
): readonly LateUnit[] {
  if (standing !== 'doneLate' && standing !== 'openLate') return [];
  const { obligation } = one;
  const { unit } = obligation;
  return [
    {
      unit,
      owner: obligation.owner,
      standing,
      why: whyLate(obligation),
      dueAt: dueOf(one),
      submittedAt: standingSubmission(obligation)?.effectiveAt ?? null,
      said: said[unit] ?? {},
    },
  ];
}

function whyLate({ status }: Obligation): string {
  switch (status) {
    case 'accepted':
      return 'submittedLate';
    case 'submitted':
      return 'awaitsAcceptance';
    case 'returned':
    case 'refused':
      return status;
    default:
      return 'notSubmitted';
  }
}

function standingSubmission({ submissions, acceptedSubmission }: Obligation) {
  return submissions.find(({ ordinal }) => ordinal === acceptedSubmission) ?? submissions.at(-1);
}

function reportOf(obligation: Obligation): readonly PackReport[] {
  const submission = standingSubmission(obligation);
  if (submission === undefined) return [];
  const { ordinal, effectiveAt, report } = submission;
  const counting = countingSubmission(obligation) ?? submission;
  const data = counting.report.data ?? null;
  return [
    {
      unit: obligation.unit,
      ordinal,
      at: effectiveAt,
      accepted: obligation.acceptedSubmission === ordinal,
      nil: report.nil,
      summary: report.summary,
      data,
      figuresOf: data === null ? null : counting.ordinal,
      contents: contentsOf(report),
      correction: counting.ordinal === ordinal ? null : correctionOf(counting),
    },
  ];
}

/** The last one accepted: the report itself, or a correction of it. */
function countingSubmission({ submissions, figures }: Obligation): Submission | undefined {
  return submissions.find(({ ordinal }) => ordinal === figures);
}

function correctionOf({ ordinal, effectiveAt, report }: Submission): PackCorrection {
  return { ordinal, at: effectiveAt, summary: report.summary, contents: contentsOf(report) };
}

function contentsOf({ contentSha256, files }: Report): readonly string[] {
  const text = contentSha256 === null ? [] : [contentSha256];
  return [...text, ...files.map(({ sha256 }) => sha256)];
}

function lettersOf(
  { letters, shard }: RoundState,
  isOf: (unit: string) => boolean,
): readonly PackLetter[] {
  return Object.values(letters).flatMap(({ id, rung, units, issued }) => {
    const count = units.filter(isOf).length;
    if (count === 0) return [];
    return [{ shard, letter: id, rung, number: issued?.number ?? null, units: count }];
  });
}

function wasEscalated({ obligation, state }: Owing): boolean {
  return Object.entries(obligation.outcomes).some(([key, { outcome }]) => {
    if (outcome !== 'issued') return false;
    const [schedule, id] = key.split('/');
    const rung = state.schedules[schedule!]?.rungs.find((one) => one.id === id);
    return rung?.kind === 'escalation';
  });
}
