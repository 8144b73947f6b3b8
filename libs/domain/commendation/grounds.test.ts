/** The grounds of a nomination are decided by what the way in found on record: the same command is always decided alike. */
import { codeOf, eventsOf } from '../testing/scene';
import { NOMINATION, nothing, POWER, stepPlan, TOKEN } from './testing/fixture';
import type { Evidence, FoundEvidence, Nomination, StepPlan, ThematicRule } from './types';

const evidence = (kind: Evidence['kind'], merit: Evidence['merit'] = null): Evidence => ({
  kind,
  ref: 'k-0',
  merit,
  sha256: null,
  note: '',
});

function nominate(changes: Partial<Nomination>, planned: Partial<StepPlan>) {
  const plan = stepPlan('dossier', '2019-12-02', { power: POWER, ...planned });
  return nothing().ask('NominateForCommendation', { ...NOMINATION, ...changes }, { plan });
}

const award = (status: string, merit: Evidence['merit']): FoundEvidence => ({
  known: true,
  award: { status, merit },
});

test('evidence that is not on record is refused, and the refusal says which', () => {
  const asked = { evidence: [evidence('obligation'), evidence('submission')] };
  const found = [
    { known: true, award: null },
    { known: false, award: null },
  ];
  expect(nominate(asked, { evidence: found })).toEqual({
    ok: false,
    rejection: {
      code: 'commendation.evidence-unknown',
      params: { place: 'evidence[1]', kind: 'evidence.submission', ref: 'k-0' },
    },
  });
  expect(codeOf(nominate(asked, { evidence: [found[0]!, found[0]!] }))).toBe('accepted');
});

test('a command recorded before references were looked up is decided as it was', () => {
  expect(codeOf(nominate({ evidence: [evidence('obligation')] }, {}))).toBe('accepted');
});

describe('a recognition', () => {
  const of = (status: string, unit = 'cat-thanh-hoa'): FoundEvidence => ({
    ...{ known: true, award: null },
    recognition: { unit, status },
  });
  const ref = 'recognition/ubnd/2018/cat-thanh-hoa';
  const asked = (found: FoundEvidence, changes: Partial<Nomination> = {}) =>
    nominate(
      { evidence: [{ ...evidence('recognition'), ref }], ...changes },
      { evidence: [found] },
    );

  test.each(['registered', 'submitted', 'appraised', 'notMet', 'revoked'])(
    'that is %s is no ground',
    (status) => {
      expect(asked(of(status))).toMatchObject({
        rejection: {
          code: 'commendation.evidence-no-recognition',
          params: { place: 'evidence[0]', ref, status: `recognition.${status}` },
        },
      });
    },
  );

  test('that was met and stands is one, of a unit that is nominated and of no other', () => {
    expect(codeOf(asked(of('met')))).toBe('accepted');
    expect(asked(of('met', 'cat-nghe-an'))).toMatchObject({
      rejection: {
        code: 'commendation.evidence-of-another',
        params: { place: 'evidence[0]', unit: 'cat-nghe-an' },
      },
    });
    const person = (unit: string | null) =>
      ({ kind: 'individual', name: TOKEN, unit, position: null }) as const;
    const byPerson = (unit: string | null) =>
      codeOf(asked(of('met'), { subjects: [person(unit)] }));
    expect(byPerson('cat-thanh-hoa')).toBe('accepted');
    expect(byPerson('cat-nghe-an')).toBe('commendation.evidence-of-another');
    // Where somebody serves whose unit is not known, nobody knows that it is another.
    expect(byPerson(null)).toBe('accepted');
  });
});

test('an award recorded as thematic carries no award by merit, whatever the nominator says of it', () => {
  const told = { evidence: [evidence('award', 'regular')] };
  const silent = { evidence: [evidence('award')] };
  const thematic = { evidence: [award('madeKnown', 'thematic')] };
  expect(codeOf(nominate(told, thematic))).toBe('commendation.thematic-basis');
  expect(codeOf(nominate(silent, thematic))).toBe('commendation.thematic-basis');
  expect(codeOf(nominate({ ...told, merit: 'thematic' }, thematic))).toBe('accepted');
  expect(codeOf(nominate(silent, { evidence: [award('awarded', 'regular')] }))).toBe('accepted');
  // A reported award says nothing of it: then the nominator has to.
  expect(codeOf(nominate(told, { evidence: [award('reported', null)] }))).toBe('accepted');
  expect(codeOf(nominate(silent, { evidence: [award('reported', null)] }))).toBe(
    'commendation.thematic-basis',
  );
});

test.each(['nominated', 'refused', 'withdrawn', 'revoked'])(
  'a commendation that is %s is no award',
  (status) => {
    const asked = { evidence: [evidence('award', 'regular')] };
    expect(codeOf(nominate(asked, { evidence: [award(status, 'regular')] }))).toBe(
      'commendation.evidence-no-award',
    );
  },
);

describe('a thematic award is nominated within the days of the rule in force', () => {
  const rule: ThematicRule = {
    calendarDays: 45,
    last: '2019-12-01',
    late: 'refuse',
    today: '2019-12-02',
    policy: 'thematic-dossier@1',
    source: 'NĐ 152/2025',
  };
  const asked = { merit: 'thematic', achievedOn: '2019-10-17' } as const;

  test('late: refused with the last day and the rule', () => {
    expect(nominate(asked, { thematic: rule })).toMatchObject({
      rejection: {
        code: 'commendation.thematic-late',
        params: { last: '2019-12-01', rule: 'NĐ 152/2025 [thematic-dossier@1]' },
      },
    });
  });

  test('late where the rule warns: taken, and the event carries the warning with its rule', () => {
    const decision = nominate(asked, { thematic: { ...rule, late: 'warn' } });
    expect(eventsOf(decision)[0]!.data).toMatchObject({
      warnings: ['commendation.thematic-late'],
      thematic: { policy: 'thematic-dossier@1', last: '2019-12-01' },
    });
  });

  test('without the day of the achievement: refused, for nobody can count', () => {
    const undated = { merit: 'thematic', achievedOn: null } as const;
    for (const late of ['refuse', 'warn'] as const) {
      expect(codeOf(nominate(undated, { thematic: { ...rule, last: null, late } }))).toBe(
        'commendation.achieved-when',
      );
    }
  });

  test('on the last day: in time', () => {
    const decision = nominate(asked, { thematic: { ...rule, last: '2019-12-02' } });
    expect(eventsOf(decision)[0]!.data).toMatchObject({ warnings: [] });
    expect(eventsOf(decision)[0]!.data).not.toHaveProperty('thematic');
  });

  test('a day that is none is refused', () => {
    expect(codeOf(nominate({ ...asked, achievedOn: '2019-02-30' }, {}))).toBe('date.invalid');
  });
});
