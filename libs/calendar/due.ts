/**
 * When something falls due: a rule, an anchor and a calendar give one instant, with every step written down.
 * What arrives exactly at `dueAt` is in time.
 */
import { calendarName, type Calendar } from './calendar';
import { addDays, civilOf, clampedDate } from './date';
import { localParams, shiftParams, type DerivationStep } from './derivation';
import { HOUR_MS, plusMillis } from './instant';
import { refuse, type Instant, type LocalDate, type LocalTime } from './moment';
import type { Period } from './period';
import { addWorkingDays, roll, type Rolling } from './working-day';
import { endOfDay, localDateOf, toInstant } from './zone';

export type AnchorKind = 'issue' | 'closing' | 'request';

export type DueRule =
  | { readonly kind: 'workingDaysAfter'; readonly from: AnchorKind; readonly days: number }
  | { readonly kind: 'calendarDaysAfter'; readonly from: AnchorKind; readonly days: number }
  | { readonly kind: 'hoursAfter'; readonly from: 'request'; readonly hours: number }
  /** The given day of the month in which the period closes (a day the month has not becomes its last). */
  | { readonly kind: 'dayOfLastMonth'; readonly day: number }
  /** The given day of the month after the one in which the period closes. */
  | { readonly kind: 'dayOfNextMonth'; readonly day: number }
  /** In the year in which the period closes; without a period, the first such date on or after the anchor. */
  | { readonly kind: 'yearlyDate'; readonly month: number; readonly day: number }
  | { readonly kind: 'fixedDate'; readonly date: LocalDate }
  | { readonly kind: 'periodEnd' };

/** `before` is "trước ngày D"; how it is read is `beforeReading`. */
export type Bound = 'inclusive' | 'before';

/** `strict`: the last good moment is 24:00 of D-1. `inclusive`: read as many offices do, by the due hour of D. */
export type BeforeReading = 'strict' | 'inclusive';

/** The event a term runs from: a local date, or an instant when hours count. */
export type DueAnchor = { readonly kind: AnchorKind; readonly source: string } & (
  { readonly date: LocalDate } | { readonly instant: Instant }
);

/** One source per part of the answer: the text or policy it was taken from. */
export type DueSources = {
  readonly rule: string;
  readonly bound: string;
  readonly rolling: string;
  readonly dueHour: string;
};

export type DueQuestion = {
  readonly calendar: Calendar;
  readonly rule: DueRule;
  /** Needed by rules that count from an event; for `closing` the period's closing day serves when it is absent. */
  readonly anchor?: DueAnchor | null;
  /** Needed by rules about a period. */
  readonly period?: Period | null;
  readonly bound: Bound;
  /** Default `strict`. */
  readonly beforeReading?: BeforeReading;
  readonly rolling: Rolling;
  readonly dueHour: LocalTime;
  readonly sources: DueSources;
};

/** `localDate` is the last good day; `provisional` when a day relied on is not settled yet. */
export type Due = {
  readonly dueAt: Instant;
  readonly localDate: LocalDate;
  readonly provisional: boolean;
  readonly derivation: readonly DerivationStep[];
};

/** A day reached so far, with the steps that led there. */
type Path = {
  readonly date: LocalDate;
  readonly provisional: boolean;
  readonly steps: readonly DerivationStep[];
};

/** Stops with `due.anchorMissing` or `due.periodMissing` when the rule needs what the question lacks. */
export function deriveDue(question: DueQuestion): Due {
  if (question.rule.kind === 'hoursAfter') return dueAfterHours(question, question.rule.hours);
  const strict = question.bound === 'before' && question.beforeReading !== 'inclusive';
  // "Before day D", read strictly, never comes to lie later than day D itself: its last day rolls back.
  const rolling = strict && question.rolling === 'forward' ? 'back' : question.rolling;
  const last = rolled({ ...question, rolling }, bounded(question, target(question)));
  return closedAt(question, last, strict);
}

/** Hours run on through nights and holidays; only the end is rolled, to the due hour of the day it rolls to. */
function dueAfterHours(question: DueQuestion, hours: number): Due {
  const { calendar, sources } = question;
  const anchor = anchorOf(question, 'request');
  const start =
    'instant' in anchor
      ? anchor.instant
      : toInstant(calendar.zone, { date: anchor.date, time: '00:00' });
  const end = plusMillis(start, hours * HOUR_MS);
  const path: Path = {
    date: localDateOf(calendar.zone, end),
    provisional: false,
    steps: [
      {
        rule: 'anchor.request',
        source: anchor.source,
        from: start,
        to: start,
        params: localParams(calendar.zone, start),
      },
      {
        rule: 'due.hoursAfter',
        source: sources.rule,
        from: start,
        to: end,
        params: { hours, ...localParams(calendar.zone, end) },
      },
    ],
  };
  const last = rolled(question, path);
  if (last.date !== path.date) return closedAt(question, last, false);
  return finished(question, last, end);
}

/** The day the rule names, before bound and rolling. */
function target(question: DueQuestion): Path {
  const { calendar, rule, sources } = question;
  const source = sources.rule;
  const reached = (
    from: LocalDate,
    to: LocalDate,
    params: DerivationStep['params'] = {},
  ): DerivationStep => ({
    rule: `due.${rule.kind}`,
    source,
    from,
    to,
    params,
  });
  switch (rule.kind) {
    case 'workingDaysAfter': {
      const anchor = anchored(question, rule.from);
      const shift = addWorkingDays(calendar, anchor.date, rule.days);
      const step = reached(anchor.date, shift.date, {
        days: rule.days,
        ...shiftParams(calendar, shift),
      });
      return { date: shift.date, provisional: shift.provisional, steps: [...anchor.steps, step] };
    }
    case 'calendarDaysAfter': {
      const anchor = anchored(question, rule.from);
      const date = addDays(anchor.date, rule.days);
      const step = reached(anchor.date, date, { days: rule.days });
      return { date, provisional: false, steps: [...anchor.steps, step] };
    }
    case 'hoursAfter':
      return refuse('due.hours', 'rule', 'hours are counted from an instant, not from a day');
    case 'dayOfLastMonth':
    case 'dayOfNextMonth': {
      const closing = closingOf(question);
      const { year, month } = civilOf(closing.date);
      const next = rule.kind === 'dayOfNextMonth' ? 1 : 0;
      const date = clampedDate(year, month + next, rule.day);
      const step = reached(closing.date, date, { day: rule.day });
      return { date, provisional: false, steps: [...closing.steps, step] };
    }
    case 'yearlyDate': {
      const start = question.period ? closingOf(question) : anchored(question, null);
      const { year } = civilOf(start.date);
      const sameYear = clampedDate(year, rule.month, rule.day);
      const date =
        question.period || sameYear >= start.date
          ? sameYear
          : clampedDate(year + 1, rule.month, rule.day);
      const step = reached(start.date, date, { month: rule.month, day: rule.day });
      return { date, provisional: false, steps: [...start.steps, step] };
    }
    case 'fixedDate':
      return { date: rule.date, provisional: false, steps: [reached(rule.date, rule.date)] };
    case 'periodEnd': {
      const closing = closingOf(question);
      return { ...closing, steps: [...closing.steps, reached(closing.date, closing.date)] };
    }
  }
}

function bounded({ bound, beforeReading, sources }: DueQuestion, path: Path): Path {
  if (bound === 'inclusive') return path;
  const strict = beforeReading !== 'inclusive';
  const date = strict ? addDays(path.date, -1) : path.date;
  const step: DerivationStep = {
    rule: strict ? 'bound.strict' : 'bound.inclusive',
    source: sources.bound,
    from: path.date,
    to: date,
  };
  return { ...path, date, steps: [...path.steps, step] };
}

/** A working day is left alone and needs no step; a day off that is kept says so. */
function rolled({ calendar, rolling, sources }: DueQuestion, path: Path): Path {
  const forward = roll(calendar, path.date, 'forward');
  if (forward.skipped.length === 0) {
    return { ...path, provisional: path.provisional || forward.provisional };
  }
  const shift = rolling === 'forward' ? forward : roll(calendar, path.date, rolling);
  const skipped = rolling === 'keep' ? forward.skipped.slice(0, 1) : shift.skipped;
  const step: DerivationStep = {
    rule: `roll.${rolling}`,
    source: sources.rolling,
    from: path.date,
    to: shift.date,
    params: shiftParams(calendar, { ...shift, skipped }),
  };
  return {
    date: shift.date,
    provisional: path.provisional || shift.provisional,
    steps: [...path.steps, step],
  };
}

function closedAt(question: DueQuestion, last: Path, strict: boolean): Due {
  const { calendar, dueHour, sources } = question;
  const { zone } = calendar;
  const dueAt = strict
    ? endOfDay(zone, last.date)
    : toInstant(zone, { date: last.date, time: dueHour });
  const step: DerivationStep = {
    rule: strict ? 'endOfDay' : 'hour',
    source: strict ? sources.bound : sources.dueHour,
    from: last.date,
    to: dueAt,
    params: { date: last.date, hour: strict ? '24:00' : dueHour, zone: zone.id },
  };
  return finished(question, { ...last, steps: [...last.steps, step] }, dueAt);
}

function finished({ calendar }: DueQuestion, last: Path, dueAt: Instant): Due {
  const provisional: DerivationStep = {
    rule: 'provisional',
    source: calendarName(calendar),
    from: last.date,
    to: last.date,
    params: { decided: calendar.coverage.decided ?? calendar.coverage.to },
  };
  return {
    dueAt,
    localDate: last.date,
    provisional: last.provisional,
    derivation: last.provisional ? [...last.steps, provisional] : last.steps,
  };
}

/** The local date of the anchor; null accepts an anchor of any kind. */
function anchored(question: DueQuestion, kind: AnchorKind | null): Path {
  if (kind === 'closing' && !question.anchor && question.period) return closingOf(question);
  const anchor = anchorOf(question, kind);
  const date = 'date' in anchor ? anchor.date : localDateOf(question.calendar.zone, anchor.instant);
  const from = 'date' in anchor ? anchor.date : anchor.instant;
  const step: DerivationStep = {
    rule: `anchor.${anchor.kind}`,
    source: anchor.source,
    from,
    to: date,
  };
  return { date, provisional: false, steps: [step] };
}

function anchorOf({ anchor, rule }: DueQuestion, kind: AnchorKind | null): DueAnchor {
  if (!anchor || (kind !== null && anchor.kind !== kind)) {
    return refuse(
      'due.anchorMissing',
      `rule ${rule.kind}`,
      `counts from ${kind ?? 'an event'}, but ${anchor ? `the anchor is ${anchor.kind}` : 'no anchor is given'}; give its date`,
    );
  }
  return anchor;
}

function closingOf({ period, rule, sources }: DueQuestion): Path {
  if (!period) {
    return refuse('due.periodMissing', `rule ${rule.kind}`, 'needs a reporting period; give it');
  }
  const step: DerivationStep = {
    rule: 'anchor.period',
    source: sources.rule,
    from: period.from,
    to: period.closing,
    params: { period: period.id },
  };
  return { date: period.closing, provisional: false, steps: [step] };
}
