/** From the nomination to the award: one command per transition, a person judges, and each refusal says its rule. */
import type { Actor } from '../kernel';
import { codeOf, eventsOf, OPERATOR, typesOf } from '../testing/scene';
import {
  appraised,
  DECIDED_AT,
  DECISION,
  decidePlan,
  MINISTER,
  nominated,
  NOMINATION,
  NOMINATOR,
  nothing,
  POWER,
  STANDING,
  stepPlan,
  TOKEN,
  withDossier,
} from './testing/fixture';
import type { Nomination, ReportedAwards, Subject } from './types';

const decide = (scene = appraised(), plan = decidePlan(), by: Actor = MINISTER) =>
  scene.ask('DecideCommendation', DECISION, { at: DECIDED_AT, by, plan });
const plan = stepPlan('dossier', '2019-12-02', { power: POWER });
const nominate = (changes: Partial<Nomination>, by: Actor = NOMINATOR, planned = plan) =>
  nothing().ask('NominateForCommendation', { ...NOMINATION, ...changes }, { by, plan: planned });

test('a commendation goes from the nomination to the day it is made known', () => {
  const scene = appraised();
  expect(typesOf(decide(scene))).toEqual(['CommendationDecided']);
  const conferred = { on: '2019-12-12', where: 'Hà Nội', reason: '' };
  const announcement = stepPlan('announcement', '2019-12-12');
  const at = '2019-12-12T03:00:00.000Z';
  scene.ask('ConferAward', conferred, { at, by: MINISTER, plan: announcement });
  expect(scene.state.status).toBe('awarded');
  const known = { on: '2019-12-13', how: 'cổng thông tin' };
  const end = { at: '2019-12-13T03:00:00.000Z', by: MINISTER, plan: stepPlan(null, '2019-12-13') };
  expect(typesOf(scene.ask('MakeAwardKnown', known, end))).toEqual(['AwardMadeKnown']);
  expect([scene.state.status, scene.nextWakeup]).toEqual(['madeKnown', null]);
});

test('each step has its own deadline, owed by the body whose step it is', () => {
  const scene = appraised();
  const steps = Object.values(scene.state.deadlines).map(({ step, responsible }) => [
    step,
    responsible,
  ]);
  expect(steps).toEqual([
    ['dossier', 'ubnd-tinh-thanh-hoa'],
    ['appraisal', 'v28'],
    ['decision', 'bo-cong-an'],
  ]);
});

test('a step out of turn is refused with what can be done now', () => {
  const refused = nominated().ask(
    'ConferAward',
    { on: '2019-12-12', where: 'x', reason: '' },
    { by: MINISTER },
  );
  expect(codeOf(refused)).toBe('commendation.not-now');
  expect(codeOf(decide(nothing()))).toBe('commendation.unknown');
});

describe('what bars an award', () => {
  test('a body without the power on the date of the decision, with the rule', () => {
    const without = { ...POWER, has: false };
    const refused = decide(appraised(), decidePlan({ power: without }));
    expect(refused).toMatchObject({
      ok: false,
      rejection: {
        code: 'commendation.no-power',
        params: { body: 'bo-cong-an', rule: 'Luật 06/2022/QH15 [commendation-forms@1]' },
      },
    });
  });

  test('a nomination to a body without the power is taken, with a warning', () => {
    const planned = stepPlan('dossier', '2019-12-02', { power: { ...POWER, has: false } });
    const [event] = eventsOf(nominate({}, NOMINATOR, planned));
    expect(event!.data).toMatchObject({ warnings: ['commendation.no-power'] });
  });

  test('a unit under inspection on that date, or a person whom the appraisal found under discipline', () => {
    const bar = {
      id: 'b1',
      unit: 'cat-thanh-hoa',
      kind: 'inspection',
      from: '2019-12-01',
      to: null,
      reason: 'thanh tra đột xuất',
      source: 'QĐ 9',
    } as const;
    expect(codeOf(decide(appraised(), decidePlan({ bars: [bar] })))).toBe('commendation.barred');
    const scene = withDossier();
    const barred = [{ subject: 0, kind: 'discipline', reason: 'khiển trách' }] as const;
    scene.ask(
      'AppraiseNomination',
      { finding: 'notEligible', reason: 'đang bị kỷ luật', barred, opinionsOf: [] },
      { at: '2019-12-06T02:00:00.000Z', by: STANDING, plan: stepPlan('decision', '2019-12-06') },
    );
    expect(codeOf(decide(scene))).toBe('commendation.barred');
  });

  test('thematic results are no basis for an award by merit, and may be one for a thematic award', () => {
    const evidence = [
      { kind: 'award', ref: 'k-0', merit: 'thematic', sha256: null, note: '' },
    ] as const;
    expect(codeOf(nominate({ evidence }))).toBe('commendation.thematic-basis');
    expect(codeOf(nominate({ evidence, merit: 'thematic' }))).toBe('accepted');
  });
});

describe('whom it is for', () => {
  const aggregate: Subject = {
    kind: 'aggregate',
    individuals: 41,
    collectives: 58,
    households: 0,
    note: 'ba nơi khen thưởng, không chia',
  };

  test('an aggregate without a breakdown is taken as it is', () => {
    expect(codeOf(nominate({ subjects: [aggregate] }))).toBe('accepted');
    const none = { ...aggregate, individuals: 0, collectives: 0 };
    expect(codeOf(nominate({ subjects: [none] }))).toBe('commendation.aggregate-empty');
  });

  test('a person comes as a token and once; the form says for whom it is', () => {
    const person: Subject = { kind: 'individual', name: TOKEN, unit: null, position: null };
    expect(codeOf(nominate({ subjects: [{ ...person, name: 'Nguyễn Văn A' }] }))).toBe(
      'commendation.name-not-a-token',
    );
    expect(codeOf(nominate({ subjects: [person, person] }))).toBe('commendation.subject-twice');
    expect(codeOf(nominate({ subjects: [] }))).toBe('commendation.no-subject');
    const forCollectives = stepPlan('dossier', '2019-12-02', {
      power: { ...POWER, subjects: ['collective'] },
    });
    expect(codeOf(nominate({ subjects: [person] }, NOMINATOR, forCollectives))).toBe(
      'commendation.form-not-for',
    );
  });

  test('whoever nominates acts for a unit, for a form that the list knows', () => {
    expect(codeOf(nominate({}, { ...NOMINATOR, unit: null }))).toBe('commendation.no-unit');
    expect(codeOf(nominate({}, NOMINATOR, stepPlan('dossier', '2019-12-02')))).toBe(
      'commendation.form-unknown',
    );
  });
});

test('a dossier that lacks papers is refused with what is missing', () => {
  const planned = stepPlan('appraisal', '2019-12-04', { documents: ['to-trinh', 'bien-ban'] });
  const documents = [{ kind: 'to-trinh', number: null, date: null, sha256: null }];
  const refused = nominated().ask('CompleteDossier', { documents, note: '' }, { plan: planned });
  expect(refused).toMatchObject({ rejection: { params: { missing: ['bien-ban'] } } });
});

test('a returned dossier has a new deadline and is appraised anew', () => {
  const scene = appraised();
  const at = '2019-12-09T02:00:00.000Z';
  const back = { at, by: MINISTER, plan: stepPlan('dossier', '2019-12-09') };
  scene.ask('ReturnDossier', { reason: 'thiếu biên bản' }, back);
  expect(scene.state).toMatchObject({ status: 'returned', current: 'd3', appraisal: null });
});

test('it may be refused or withdrawn before the decision, and revoked only after it', () => {
  const revoke = { reason: 'gian dối', document: null, reclaim: true };
  expect(codeOf(appraised().ask('RevokeCommendation', revoke, { by: MINISTER }))).toBe(
    'commendation.not-now',
  );
  expect(
    typesOf(appraised().ask('RefuseCommendation', { reason: 'chưa đạt' }, { by: MINISTER })),
  ).toEqual(['CommendationRefused']);
  expect(typesOf(withDossier().ask('WithdrawNomination', { reason: 'nhầm' }))).toEqual([
    'NominationWithdrawn',
  ]);
  const scene = appraised();
  decide(scene);
  expect(codeOf(scene.ask('WithdrawNomination', { reason: 'nhầm' }))).toBe('commendation.not-now');
  expect(
    codeOf(scene.ask('RevokeCommendation', { ...revoke, reason: ' ' }, { by: MINISTER })),
  ).toBe('reason.missing');
  scene.ask('RevokeCommendation', revoke, { by: MINISTER });
  expect([scene.state.status, scene.nextWakeup]).toEqual(['revoked', null]);
});

test('awards that a source reports are recorded without steps, deadlines or a split', () => {
  const scene = nothing();
  const subject: Subject = {
    kind: 'aggregate',
    individuals: 41,
    collectives: 58,
    households: 0,
    note: '',
  };
  const awards: ReportedAwards = {
    directive: 'd-07',
    title: { vi: 'Khen thưởng', en: 'Commended' },
    forms: { grade: 'notStated' },
    awardingBodies: {
      grade: 'stated',
      value: ['bo-cong-an', 'cat'],
      quote: '…',
      place: 'phần khen thưởng',
    },
    subjects: { grade: 'stated', value: [subject], quote: '58 tập thể, 41 cá nhân', place: 'nt' },
    when: { grade: 'notStated' },
    split: { grade: 'notStated' },
    source: null,
  };
  scene.ask('RecordAwards', awards, { by: OPERATOR });
  expect(scene.state).toMatchObject({ status: 'reported', deadlines: {}, pending: [] });
  expect(codeOf(decide(scene))).toBe('commendation.not-now');
});
