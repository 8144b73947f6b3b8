/**
 * Random lives of a round for laws: who owes, which ladder, what offices do when, and when the engine wakes,
 * often late. Everything stands on a grid of hours, so that equal instants are common.
 */
import fc from 'fast-check';
import type { Instant } from '../../kernel';
import type { Audience, PlannedRung, PlannedSchedule, RoundCommand, RungKind } from '../types';
import * as acts from './acts';
import { schedule } from './fixture';

const MONTHS: readonly (readonly [string, number])[] = [
  ['2018-12', 31],
  ['2019-01', 31],
  ['2019-02', 28],
  ['2019-03', 31],
  ['2019-04', 30],
  ['2019-05', 31],
  ['2019-06', 30],
  ['2019-07', 31],
  ['2019-08', 31],
  ['2019-09', 30],
];

const two = (n: number) => String(n).padStart(2, '0');

/** The instant `hours` after the beginning of December 2018. */
export function hour(hours: number): Instant {
  let day = Math.floor(hours / 24);
  for (const [month, days] of MONTHS) {
    if (day < days) return `${month}-${two(day + 1)}T${two(hours % 24)}:00:00.000Z`;
    day -= days;
  }
  throw new Error(`${hours} hours lie beyond the months of these tests`);
}

/** Hours at which everything random happens: 1 to 700. The opening is at 0. */
export const LAST_HOUR = 700;
const anyHour = fc.integer({ min: 1, max: LAST_HOUR });

const NAMES = ['nga-son', 'tinh-gia', 'sam-son', 'ca-thanh-hoa'] as const;
const name = fc.constantFrom(...NAMES);

const expectedUnits = fc
  .constantFrom([...NAMES], [...NAMES], NAMES.slice(0, 2), NAMES.slice(0, 1))
  .chain((units) =>
    fc.tuple(
      ...units.map((unit) =>
        fc
          .constantFrom(null, 'ca-thanh-hoa', 'ubnd-thanh-hoa', 'huyen-uy')
          .map((superior) => ({ unit, superior })),
      ),
    ),
  );

const rungs: fc.Arbitrary<PlannedRung[]> = fc
  .array(
    fc.record({
      hours: anyHour,
      kind: fc.constantFrom<RungKind>('reminder', 'letter', 'escalation', 'explanation'),
      audience: fc.constantFrom<Audience>('focal', 'head', 'superior', 'issuer'),
    }),
    { maxLength: 7, size: 'max' },
  )
  .map((planned) =>
    planned.map(({ hours, kind, audience }, n) => ({
      id: `R${n}`,
      at: hour(hours),
      kind,
      audience,
    })),
  );

function planDue(min: number, max: number): fc.Arbitrary<PlannedSchedule> {
  return fc
    .record({ due: fc.integer({ min, max }), rungs })
    .map(({ due, rungs: planned }) => schedule({ dueAt: hour(due), rungs: planned }));
}

/** Later plans are mostly, but not always, later than the opening's. */
const firstPlan = planDue(1, 350);
const plan = planDue(250, LAST_HOUR);

/** Mostly whoever usually acts, sometimes anybody. */
const by = fc.oneof(
  { weight: 9, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        unit: fc.constantFrom<string>(...NAMES, 'bcd-138', 'pv28', 'ubnd-thanh-hoa'),
        person: fc.integer({ min: 1, max: 2 }),
      })
      .map(({ unit, person }) => acts.clerkOf(unit, person)),
  },
);

const date = hour(500).slice(0, 10);

type Make = (of: { unit: string; other: string; from: Instant } & Acting) => RoundCommand;
type Acting = {
  at: Instant;
  by?: ReturnType<typeof acts.clerkOf>;
  plan: PlannedSchedule;
  nil: boolean;
};

/** One of three change sets. */
const set = (at: Instant) => ({ at, reorganisation: `s${Number(at.slice(11, 13)) % 3}` });

/** Each with its weight: what offices do often comes often. */
const MAKES: readonly (readonly [number, Make])[] = [
  [8, ({ unit, nil, ...of }) => acts.submits(unit, { ...of, report: { nil } })],
  [2, ({ unit, ...of }) => acts.submits(unit, { ...of, afterClosing: true })],
  [2, ({ unit, ...of }) => acts.withdraws(unit, of)],
  [5, ({ unit, ...of }) => acts.accepts(unit, of)],
  [4, ({ unit, ...of }) => acts.returns(unit, of)],
  [2, ({ unit, ...of }) => acts.passesOn(unit, of)],
  [3, ({ unit, nil, ...of }) => acts.corrects(unit, { ...of, report: { nil } })],
  [2, ({ unit, ...of }) => acts.acceptsCorrection(unit, of)],
  [1, ({ unit, ...of }) => acts.rejectsCorrection(unit, of)],
  [2, ({ unit, ...of }) => acts.declines(unit, of)],
  [4, ({ unit, ...of }) => acts.upholds(unit, of)],
  [1, ({ unit, ...of }) => acts.waives(unit, of)],
  [1, ({ unit, ...of }) => acts.marksNotApplicable(unit, of)],
  [5, ({ unit, ...of }) => acts.asksForTime(unit, date, of)],
  [6, ({ unit, ...of }) => acts.decidesExtension(unit, 'grant', of)],
  [1, ({ unit, ...of }) => acts.decidesExtension(unit, 'deny', of)],
  [2, ({ unit, ...of }) => acts.decidesExtension(unit, 'counter', { ...of, date })],
  [4, ({ unit, nil, ...of }) => acts.answersCounter(unit, nil, of)],
  [1, ({ unit, other, ...of }) => acts.substitutes(unit, other, { ...of, to: hour(600) })],
  [4, ({ unit, from, ...of }) => acts.entersPaper(unit, from, of)],
  [4, ({ unit, ...of }) => acts.confirmsPaper(unit, of)],
  [1, ({ unit, ...of }) => acts.rejectsPaper(unit, of)],
  [1, ({ unit, ...of }) => acts.telephones(unit, of)],
  [1, ({ ...of }) => acts.issuesLetter('letter-1', of)],
  [1, ({ unit, ...of }) => acts.explains(unit, of)],
  [1, ({ at }) => acts.suspends({ at })],
  [2, ({ at }) => acts.resumes({ at })],
  [2, ({ at, plan: next }) => acts.resumes({ at, newDueDate: date, plan: next })],
  [
    2,
    ({ unit, other, nil, at }) => acts.transfers([{ from: unit, to: nil ? null : other }], set(at)),
  ],
  [
    1,
    ({ unit, at }) =>
      acts.transfers([{ from: unit, to: null }], { ...set(at), back: true, pass: 1 }),
  ],
  [0, ({ at }) => acts.closes({ at })],
  [0, ({ at }) => acts.cancels({ at })],
];

const RARE = MAKES.map(([, make]) => make).slice(-2);

/** So many plans are drawn for a life; its acts share them. */
const PLANS = 4;

const act = fc.record({
  make: fc.oneof(
    { weight: 99, arbitrary: pick() },
    { weight: 1, arbitrary: fc.constantFrom(...RARE) },
  ),
  unit: name,
  other: name,
  from: anyHour.map(hour),
  at: anyHour.map(hour),
  by,
  nil: fc.boolean(),
  plan: fc.nat({ max: PLANS - 1 }),
  delay: fc.constantFrom(0, 0, 0, 0, 60),
});

function pick(): fc.Arbitrary<Make> {
  return fc.constantFrom(
    ...MAKES.flatMap(([weight, make]) => Array.from({ length: weight }, () => make)),
  );
}

/** What the engine sees at one of its waking moments: the commands that have come by then. */
export type Waking = { readonly hours: number; readonly waiting: readonly RoundCommand[] };

export type Life = {
  readonly opening: RoundCommand;
  readonly wakings: readonly Waking[];
};

const opening = fc
  .record({
    units: expectedUnits,
    schedule: firstPlan,
    acceptance: fc.constantFrom('automatic' as const, 'byReceiver' as const),
  })
  .map(({ units, schedule: planned, acceptance }) =>
    acts.opens({ units, schedule: planned, heading: { acceptance }, at: hour(0) }),
  );

/** A round's life: some commands come later than they are effective, as papers and reactions do. */
export const life: fc.Arbitrary<Life> = fc
  .record({
    opening,
    acts: fc.array(act, { maxLength: 40, size: 'max' }),
    plans: fc.array(plan, { minLength: PLANS, maxLength: PLANS }),
    moments: fc.uniqueArray(anyHour, { minLength: 1, maxLength: 25, size: 'max' }),
  })
  .map(({ opening: first, acts: all, moments, plans }) => {
    const wakings = [...moments.toSorted((a, b) => a - b), LAST_HOUR + 100];
    const numbered = all.map(({ make, delay, ...of }, n) => ({
      act: {
        ...make({ ...of, plan: plans[of.plan]! }),
        id: `c${String(n).padStart(3, '0')}`,
      } as RoundCommand,
      delay,
    }));
    return { opening: first, wakings: trays(wakings, numbered) };
  });

function trays(
  wakings: readonly number[],
  all: readonly { readonly act: RoundCommand; readonly delay: number }[],
): Waking[] {
  return wakings.map((hours, n) => ({
    hours,
    waiting: all
      .filter(({ act: one, delay }) => {
        const seen = wakings.findIndex((at) => hour(Math.max(0, at - delay)) >= one.effectiveAt);
        return seen === n;
      })
      .map((one) => one.act),
  }));
}
