/** Who may appraise, give an opinion and decide: nobody of his own unit, and never the one who nominated. */
import type { Actor } from '../kernel';
import { codeOf, eventsOf } from '../testing/scene';
import {
  appraised,
  DECIDED_AT,
  DECISION,
  decidePlan,
  MINISTER,
  NOMINATION,
  NOMINATOR,
  nothing,
  POLICE,
  POWER,
  STANDING,
  stepPlan,
  TOKEN,
  withDossier,
} from './testing/fixture';
import type { Nomination, StepPlan, Subject } from './types';

const decide = (scene = appraised(), plan = decidePlan(), by: Actor = MINISTER) =>
  scene.ask('DecideCommendation', DECISION, { at: DECIDED_AT, by, plan });
const plan = stepPlan('dossier', '2019-12-02', { power: POWER });
const nominate = (changes: Partial<Nomination>, by: Actor = NOMINATOR, planned = plan) =>
  nothing().ask('NominateForCommendation', { ...NOMINATION, ...changes }, { by, plan: planned });

describe('who may judge', () => {
  test('the deciding actor belongs to the awarding body', () => {
    const stranger: Actor = { ...MINISTER, unit: 'v28' };
    expect(codeOf(decide(appraised(), decidePlan(), stranger))).toBe('actor.not-allowed');
    expect(codeOf(decide(appraised(), decidePlan(), { ...MINISTER, role: 'clerk' }))).toBe(
      'actor.not-allowed',
    );
  });

  test('nobody appraises what his own unit is nominated for', () => {
    const scene = withDossier({ appraisingBody: 'cat-thanh-hoa' });
    const refused = scene.ask(
      'AppraiseNomination',
      { finding: 'eligible', reason: 'tốt', barred: [], opinionsOf: [] },
      { by: POLICE, plan: stepPlan('decision', '2019-12-06') },
    );
    expect(codeOf(refused)).toBe('commendation.own-unit');
  });

  test('nobody appraises or decides what is of the unit he took over from, or that took over from his', () => {
    const by: Actor = { ...POLICE, unit: 'v28' };
    const kin = ['cat-thanh-hoa'];
    const asked = withDossier().ask(
      'AppraiseNomination',
      { finding: 'eligible', reason: 'tốt', barred: [], opinionsOf: [] },
      { by, plan: { ...stepPlan('decision', '2019-12-06'), kin } as StepPlan },
    );
    expect(codeOf(asked)).toBe('commendation.own-unit');
    expect(codeOf(decide(appraised(), { ...decidePlan(), kin } as StepPlan))).toBe(
      'commendation.own-unit',
    );
  });

  test('nobody decides what his own unit nominated for itself, whoever appraised it', () => {
    const itself = { subjects: [{ kind: 'collective', unit: 'bo-cong-an' }] as Subject[] };
    expect(codeOf(decide(appraised([], itself)))).toBe('commendation.own-unit');
    const person: Subject = { kind: 'individual', name: TOKEN, unit: 'bo-cong-an', position: null };
    expect(codeOf(decide(appraised([], { subjects: [person] })))).toBe('commendation.own-unit');
  });

  test('nobody gives an opinion on his own unit, nor on one of its line', () => {
    const say = (unit: string, kin?: readonly string[]) =>
      codeOf(
        appraised(['cat-thanh-hoa', 'cuc-a']).ask(
          'GiveOpinion',
          { opinion: 'agree', reason: 'xứng đáng' },
          { by: { ...STANDING, unit }, at: DECIDED_AT, ...(kin ? { plan: { kin } } : {}) },
        ),
      );
    expect(say('cat-thanh-hoa')).toBe('commendation.own-unit');
    expect(say('cuc-a', ['cat-thanh-hoa'])).toBe('commendation.own-unit');
    expect(say('cuc-a', ['cat-nam-dinh'])).toBe('accepted');
  });

  test('whoever nominates does not appraise, nor does a unit of one line with it, then or later', () => {
    const self = { appraisingBody: 'ubnd-tinh-thanh-hoa' };
    expect(codeOf(nominate(self))).toBe('commendation.nominator-appraises');
    const kin = { ...plan, kin: ['v28'] } as StepPlan;
    expect(codeOf(nominate({}, NOMINATOR, kin))).toBe('commendation.nominator-appraises');
    const later = { ...stepPlan('decision', '2019-12-06'), kin: ['ubnd-tinh-thanh-hoa'] };
    const asked = withDossier().ask(
      'AppraiseNomination',
      { finding: 'eligible', reason: 'tốt', barred: [], opinionsOf: [] },
      { by: STANDING, plan: later as StepPlan },
    );
    expect(codeOf(asked)).toBe('commendation.nominator-appraises');
  });

  test('nor is it asked for an opinion, nor gives one for a unit of its line', () => {
    const asking = withDossier().ask(
      'AppraiseNomination',
      { finding: 'eligible', reason: 'tốt', barred: [], opinionsOf: ['ubnd-tinh-thanh-hoa'] },
      { by: STANDING, plan: stepPlan('decision', '2019-12-06') },
    );
    expect(codeOf(asking)).toBe('commendation.nominator-opinion');
    const by = { ...STANDING, unit: 'cuc-a' };
    const given = appraised(['cuc-a']).ask(
      'GiveOpinion',
      { opinion: 'agree', reason: 'xứng đáng' },
      { by, at: DECIDED_AT, plan: { kin: ['ubnd-tinh-thanh-hoa'] } },
    );
    expect(codeOf(given)).toBe('commendation.nominator-opinion');
  });

  test('a decision against the appraisal is marked as such', () => {
    const against = (finding: 'eligible' | 'notEligible') => {
      const scene = withDossier();
      scene.ask(
        'AppraiseNomination',
        { finding, reason: 'xem xét', barred: [], opinionsOf: [] },
        { at: '2019-12-06T02:00:00.000Z', by: STANDING, plan: stepPlan('decision', '2019-12-06') },
      );
      decide(scene);
      return scene.state.decision?.otherwise;
    };
    expect([against('eligible'), against('notEligible')]).toEqual([false, true]);
  });

  test('only those asked give an opinion, each once, and the decision names who was silent', () => {
    const scene = appraised(['cuc-a', 'cuc-b']);
    const say = (unit: string) =>
      scene.ask(
        'GiveOpinion',
        { opinion: 'agree', reason: 'xứng đáng' },
        { by: { ...STANDING, unit }, at: DECIDED_AT },
      );
    expect(codeOf(say('cuc-c'))).toBe('commendation.opinion-not-asked');
    expect(codeOf(say('cuc-a'))).toBe('accepted');
    expect(codeOf(say('cuc-a'))).toBe('commendation.opinion-given');
    expect(eventsOf(decide(scene))[0]!.data).toMatchObject({ withoutOpinionOf: ['cuc-b'] });
  });
});
