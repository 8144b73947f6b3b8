/** The steps of a commendation get their working days, the body its power of the day, and held rungs keep their gaps. */
import type { CommendationState, Nomination, StepPlan } from '../domain';
import { BOOK, FORMS, NOMINATION, nominated, none, planned } from './testing/commendation';
import { DUE_HOUR, LADDER, policy } from './testing/fixture';

test('the dossier is due ten working days on, over Tết as the calendar says, and owed by the nominator', () => {
  const at = '2026-02-10T02:00:00.000Z';
  const { deadline } = planned('NominateForCommendation', NOMINATION, at, none) as StepPlan;
  expect(deadline).toMatchObject({
    step: 'dossier',
    responsible: 'cat-ha-noi',
    superior: 'bo-cong-an',
  });
  // 10/02 Tue + 3 (Wed to Fri) = 13/02; 14–22/02 are Tết and week-ends; + 7 more = Tue 03/03.
  expect(deadline!.schedule.dueAt).toBe('2026-03-03T10:00:00.000Z');
  expect(deadline!.schedule.rungs.map(({ id, at: on }) => [id, on])).toEqual([
    ['T-1', '2026-03-02T01:00:00.000Z'],
    ['T3', '2026-03-06T01:00:00.000Z'],
    ['T5', '2026-03-10T01:00:00.000Z'],
  ]);
  expect(deadline!.schedule.derivation.map(({ rule }) => rule)).toContain('due.workingDaysAfter');
});

test('with opinions asked the decision has twenty working days', () => {
  const at = '2026-03-02T02:00:00.000Z';
  const appraisal = { finding: 'eligible', reason: 'đủ', barred: [], opinionsOf: [] };
  const due = (opinionsOf: readonly string[]) =>
    (planned('AppraiseNomination', { ...appraisal, opinionsOf }, at, nominated()) as StepPlan)
      .deadline!.schedule.dueAt;
  expect([due([]), due(['v28'])]).toEqual(['2026-03-16T10:00:00.000Z', '2026-03-30T10:00:00.000Z']);
});

describe('the days for the dossier of a thematic award', () => {
  const rule = policy(
    'thematic',
    { kind: 'thematicDossier', calendarDays: 45, late: 'refuse' },
    { from: '2025-07-01' },
  );
  const the = { ...BOOK, policies: [...BOOK.policies, rule] };
  const thematic = (at: string, changes: Partial<Nomination> = {}) => {
    const data = { ...NOMINATION, merit: 'thematic', achievedOn: '2026-01-10', ...changes };
    return (planned('NominateForCommendation', data, at, none, { the }) as StepPlan).thematic;
  };

  test('run from the achievement; the last day is counted by the calendar, not in working days', () => {
    // 10/01 + 45 days = 24/02.
    expect(thematic('2026-02-24T16:30:00.000Z')).toMatchObject({
      last: '2026-02-24',
      today: '2026-02-24',
      policy: 'thematic@1',
    });
    expect(thematic('2026-02-24T17:30:00.000Z')).toMatchObject({ today: '2026-02-25' });
  });

  test('have no last day without the day of the achievement, which does not lie ahead', () => {
    const at = '2026-02-24T02:00:00.000Z';
    expect(thematic(at, { achievedOn: null })).toMatchObject({ last: null });
    const ahead = { ...NOMINATION, merit: 'thematic', achievedOn: '2026-11-01' };
    expect(planned('NominateForCommendation', ahead, at, none, { the })).toMatchObject({
      impossible: 'commendation.date-ahead',
    });
  });

  test('are not asked of another kind, or before the rule is in force', () => {
    const at = '2026-02-24T02:00:00.000Z';
    expect(thematic(at, { merit: 'regular' })).toBeUndefined();
    const before = '2025-06-30T02:00:00.000Z';
    expect(thematic(before, { achievedOn: '2025-01-01' })).toBeUndefined();
  });
});

describe('who may award', () => {
  const decided = (date: string, awardingBody: string, at: string) =>
    planned('DecideCommendation', { date }, at, nominated({ awardingBody })) as StepPlan;

  test('a district had the power until the day on which the list without it begins', () => {
    const at = '2025-07-15T02:00:00.000Z';
    expect(decided('2025-06-30', 'huyen-a', at).power).toMatchObject({
      has: true,
      policy: 'forms@1',
    });
    expect(decided('2025-07-01', 'huyen-a', at).power).toMatchObject({
      has: false,
      policy: 'forms@2',
    });
  });

  test('before the law the list is used as an assumption and listed as one', () => {
    const { power, assumptions } = decided('2019-12-09', 'huyen-a', '2019-12-09T03:00:00.000Z');
    expect(power!.has).toBe(true);
    expect(assumptions.map(({ code, policy: name }) => [code, name])).toContainEqual([
      'policy.before-its-date',
      'forms@1',
    ]);
  });

  test('a form that the list of the day has not has no power to look at', () => {
    const other = nominated({ form: 'huy-hieu' });
    const { power } = planned(
      'DecideCommendation',
      { date: '2025-01-02' },
      '2025-01-03T02:00:00.000Z',
      other,
    ) as StepPlan;
    expect(power).toBeNull();
  });

  test('bars that hold on the date of the decision come with it', () => {
    const bar = {
      id: 'b1',
      unit: 'cat-thanh-hoa',
      kind: 'inspection',
      from: '2025-03-01',
      to: '2025-04-01',
      reason: 'thanh tra',
      source: 'QĐ',
    } as const;
    const barred = { ...BOOK, bars: { bars: { b1: bar } } };
    const bars = (date: string) =>
      (
        planned('DecideCommendation', { date }, '2025-07-15T02:00:00.000Z', nominated(), {
          the: barred,
        }) as StepPlan
      ).bars;
    expect([bars('2025-03-31').length, bars('2025-04-01').length]).toEqual([1, 0]);
    const { 'cat-thanh-hoa': unit, ...others } = BOOK.org.units;
    const ended = { on: '2025-03-10', how: 'merged', successors: ['cat-ha-noi'], source: 's' };
    const merged = { units: { ...others, 'cat-thanh-hoa': { ...unit!, ended } } } as const;
    const heir = nominated({ subjects: [{ kind: 'collective', unit: 'cat-ha-noi' }] });
    const then = '2025-03-31T02:00:00.000Z';
    const the = { ...barred, org: merged as never };
    const decided = planned('DecideCommendation', { date: '2025-03-31' }, then, heir, { the });
    expect((decided as StepPlan).bars).toEqual([bar]);
    const name = `pii:${'a'.repeat(64)}`;
    const person = { kind: 'individual', name, unit: 'cat-thanh-hoa', position: null } as const;
    const state = nominated({ subjects: [person] });
    const at = '2025-07-15T02:00:00.000Z';
    const data = { date: '2025-03-31' };
    expect(
      (planned('DecideCommendation', data, at, state, { the: barred }) as StepPlan).bars,
    ).toEqual([]);
  });
});

describe('what cannot be planned says why', () => {
  test.each([
    [
      'a unit nobody registered',
      'NominateForCommendation',
      { ...NOMINATION, appraisingBody: 'v99' },
      'unit.unknown',
    ],
    [
      'a decision of tomorrow',
      'DecideCommendation',
      { date: '2026-03-03' },
      'commendation.date-ahead',
    ],
    ['an award conferred tomorrow', 'ConferAward', { on: '2026-03-03' }, 'commendation.date-ahead'],
  ])('%s', (_what, type, data, code) => {
    expect(planned(type, data, '2026-03-02T02:00:00.000Z', nominated())).toMatchObject({
      impossible: code,
    });
  });

  const AWARDS = {
    ...{ directive: null, title: { vi: 'Khen', en: 'x' }, awardingBodies: { grade: 'notStated' } },
    ...{ subjects: { grade: 'notStated' }, when: { grade: 'notStated' } },
    ...{ split: { grade: 'notStated' }, source: null, forms: { grade: 'notStated' } },
  };
  const said = (forms: readonly string[]) => ({
    ...AWARDS,
    forms: { grade: 'stated', value: forms, quote: 'q', place: 'p' },
  });
  const AT = '2026-03-02T02:00:00.000Z';
  const unknown = { impossible: 'commendation.directive-unknown', params: { directive: 'd-0' } };

  test.each([
    ['NominateForCommendation', NOMINATION],
    ['RecordAwards', AWARDS],
  ])('%s under a directive that nobody registered', (type, data) => {
    const asked = (directive: string | null, directiveKnown?: boolean) => {
      const found = directiveKnown === undefined ? {} : { directiveKnown };
      return planned(type, { ...data, directive }, AT, none, { found });
    };
    expect(asked('d-0', false)).toEqual(unknown);
    expect(asked('d-0', true)).not.toEqual(unknown);
    expect(asked(null)).not.toEqual(unknown);
  });

  test('awards of a form that no list ever had; of one that any list had, whatever its day', () => {
    const asked = (forms: readonly string[], the = BOOK) =>
      planned('RecordAwards', said(forms), AT, none, { the });
    expect(asked(['giay-khen', 'khong-co'])).toEqual({
      impossible: 'commendation.form-unknown',
      params: { form: 'khong-co' },
    });
    expect(asked(['giay-khen'])).not.toHaveProperty('impossible');
    const later = { ...FORMS[0]!, from: '2030-01-01' };
    expect(asked(['giay-khen'], { ...BOOK, policies: [later] })).not.toHaveProperty('impossible');
    // Without any list there is nothing to hold it against.
    expect(asked(['giay-khen'], { ...BOOK, policies: [] })).not.toHaveProperty('impossible');
  });

  test('no policy about steps', () => {
    const at = '2026-03-02T02:00:00.000Z';
    const without = { ...BOOK, policies: [LADDER, DUE_HOUR, ...FORMS] };
    expect(planned('CompleteDossier', {}, at, nominated(), { the: without })).toEqual({
      impossible: 'policy.none-in-force',
      params: { kind: 'commendationSteps' },
    });
  });

  test('a deadline in a year without a calendar is provisional, and that is listed', () => {
    const late = '2199-03-02T02:00:00.000Z';
    const { deadline, assumptions } = planned('CompleteDossier', {}, late, nominated()) as StepPlan;
    expect(deadline!.schedule.provisional).toBe(true);
    expect(assumptions.map(({ code }) => code)).toContain('calendar.provisional');
  });

  test('a step asked before the nomination is decided', () => {
    expect(planned('CompleteDossier', {}, '2026-03-02T02:00:00.000Z', none)).toMatchObject({
      impossible: 'commendation.unknown',
    });
  });
});

test('held rungs come after the escalation really issued, with the gaps they had', () => {
  const at = '2026-03-02T02:00:00.000Z';
  const { deadline } = planned('NominateForCommendation', NOMINATION, at, none) as StepPlan;
  const state: CommendationState = {
    ...nominated(),
    deadlines: { d0: { id: 'd0', ...deadline! } },
    current: 'd0',
    held: ['T5'],
    escalated: {
      dueAt: deadline!.schedule.rungs[1]!.at,
      issuedAt: '2027-01-04T02:30:00.000Z',
      to: 'bo-cong-an',
    },
  };
  const moved = planned('ReplanHeldStep', { deadline: 'd0', rungs: ['T5'] }, at, state);
  // T3 was due Friday 06/03 08:00, T5 Tuesday 10/03 08:00: four days apart.
  expect(moved).toMatchObject({
    schedule: { rungs: [{ id: 'T5', at: '2027-01-08T02:30:00.000Z' }] },
  });
});
