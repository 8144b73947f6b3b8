/** The grounds of a nomination are decided by what the way in found on record: the same command is always decided alike. */
import { codeOf, eventsOf } from '../testing/scene';
import { NOMINATION, nothing, POWER, stepPlan } from './testing/fixture';
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
