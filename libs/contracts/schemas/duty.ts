/** A duty as it is handed in: who owes what, to whom, how often and by when, each value with its grade. */
import { z } from 'zod';
import { graded } from './grade';
import { bothLanguages, line, localDate, orNull, policyId, shortId } from './text';

export const who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('units'), units: z.array(shortId).min(1).max(5_000) }),
  z.strictObject({
    kind: z.literal('class'),
    roleClasses: z.array(shortId).min(1).max(50),
    except: z.array(shortId).max(500).optional(),
  }),
]);

export const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('onRequest') }),
  z.strictObject({
    kind: z.literal('every'),
    period: z.enum(['week', 'month', 'quarter', 'half', 'nineMonths', 'year']),
    system: z.enum(['closing15', 'calendar']),
  }),
  z.strictObject({ kind: z.literal('everyMonths'), months: z.int().min(1).max(120) }),
]);

const counted = z.enum(['issue', 'closing', 'request']);

export const dueRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('workingDaysAfter'),
    from: counted,
    days: z.int().min(0).max(1_000),
  }),
  z.strictObject({
    kind: z.literal('calendarDaysAfter'),
    from: counted,
    days: z.int().min(0).max(4_000),
  }),
  z.strictObject({
    kind: z.literal('hoursAfter'),
    from: z.literal('request'),
    hours: z.int().min(1).max(10_000),
  }),
  z.strictObject({ kind: z.literal('dayOfLastMonth'), day: z.int().min(1).max(31) }),
  z.strictObject({
    kind: z.literal('yearlyDate'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  z.strictObject({ kind: z.literal('fixedDate'), date: localDate }),
  z.strictObject({ kind: z.literal('periodEnd') }),
]);

export const receivers = z.array(shortId).min(1).max(20);

export const duty = z.strictObject({
  id: shortId.max(40),
  kind: z.enum([
    'acknowledge',
    'plan',
    'periodicReport',
    'reportOnRequest',
    'review',
    'inspection',
    'milestone',
  ]),
  title: bothLanguages,
  task: orNull(line(40)),
  owes: graded(who),
  to: graded(receivers),
  via: orNull(graded(shortId)),
  cadence: graded(cadence),
  due: graded(dueRule),
  anchor: graded(localDate).optional(),
  bound: z.enum(['inclusive', 'before']).default('inclusive'),
  ladder: orNull(policyId),
  acceptance: z.enum(['automatic', 'byReceiver']),
});

export const duties = z.array(duty).max(50);
