/** Whoever judges carries on his command who is of one line with his unit, as the organisation was when it came in. */
import { deciderOf, type Actor, type OrgState } from '../domain';
import { needsPlan, plan } from './plan';
import { book, directive, org, policy } from './testing/fixture';

const AT = '2026-01-10T02:00:00.000Z';
const units = org(['huyen-a', 'xa-b', 'xa-c']).units;
const ended: OrgState = {
  units: {
    ...units,
    'huyen-a': {
      ...units['huyen-a']!,
      ended: { on: '2025-07-01', how: 'dissolved', successors: ['xa-b'], source: 's' },
    },
  },
};
const BANDS = [{ below: 80, code: 'criticism', text: { vi: 'phê bình', en: 'criticism' } }];
const THE = book({ org: ended, policies: [policy('t', { kind: 'thresholds', bands: BANDS })] });

const asked = (type: string, stream: string, unit: string, data: object = {}) => {
  const actor: Actor = { id: 'x', role: 'leader', unit };
  return { type, stream, data, actor };
};
const REVIEW = 'directive/d-07/review/1';
const NO_REVIEW = deciderOf(REVIEW).initial;

test('a judgement of a task, which needs no dates, has who is of the line and nothing else', () => {
  const command = asked('JudgeTask', REVIEW, 'xa-b');
  expect(needsPlan(command)).toBe(true);
  expect(plan(command, NO_REVIEW, THE, AT)).toEqual({ kin: ['huyen-a'] });
  expect(plan(asked('JudgeTask', REVIEW, 'xa-c'), NO_REVIEW, THE, AT)).toBeUndefined();
  expect(plan(command, NO_REVIEW, THE, '2025-06-30T02:00:00.000Z')).toBeUndefined();
});

test('it stands beside what is planned, and an impossible plan stays what it is', () => {
  const criticism = asked('DecideCriticism', 'directive/d-07', 'xa-b', {
    unit: 'huyen-a',
    from: '2018-01-01',
    to: '2018-12-31',
  });
  expect(plan(criticism, directive([]), THE, AT)).toMatchObject({
    policy: 't@1',
    kin: ['huyen-a'],
  });
  const none = { ...THE, policies: [] };
  expect(plan(criticism, directive([]), none, AT)).toMatchObject({
    impossible: 'criticism.no-policy',
  });
  expect(plan(criticism, directive([]), none, AT)).not.toHaveProperty('kin');
});

test('acts that judge nobody carry none', () => {
  expect(plan(asked('RecordLesson', REVIEW, 'xa-b'), NO_REVIEW, THE, AT)).toBeUndefined();
});
