/** Bars of units and erasures of personal values: each is recorded once, by a person, with its reason. */
import { erasureDecider } from '../erasure/decider';
import { codeOf, OPERATOR, Scene, typesOf } from '../testing/scene';
import { barsDecider, barsOn } from './decider';
import type { Bar } from './types';

const at = '2019-12-02T02:00:00.000Z';
const bar: Bar = {
  id: 'b1',
  unit: 'cat-a',
  kind: 'inspection',
  from: '2019-11-01',
  to: null,
  reason: 'thanh tra',
  source: 'QĐ 9/QĐ-TTr',
};
const bars = () => new Scene(barsDecider, 'bars', { at, by: OPERATOR });

test('a bar holds from its first day until the day it is lifted', () => {
  const scene = bars();
  scene.ask('RecordBar', bar);
  const on = (day: string) => barsOn(scene.state, ['cat-a'], day).map(({ id }) => id);
  expect([on('2019-10-31'), on('2019-11-01'), on('2030-01-01')]).toEqual([[], ['b1'], ['b1']]);
  scene.ask('LiftBar', { id: 'b1', on: '2019-12-01', reason: 'kết luận không vi phạm' });
  expect([on('2019-11-30'), on('2019-12-01')]).toEqual([['b1'], []]);
  expect(barsOn(scene.state, ['cat-b'], '2019-11-02')).toEqual([]);
});

test('an end known from the beginning, or typed wrongly, can be put on another day while the bar holds', () => {
  const scene = bars();
  scene.ask('RecordBar', { ...bar, to: '2020-12-31' });
  const lift = (on: string, day = at) =>
    codeOf(scene.ask('LiftBar', { id: 'b1', on, reason: 'kết luận sớm' }, { at: day }));
  expect(lift('2020-12-31')).toBe('bar.lifted');
  expect(lift('2019-12-20')).toBe('accepted');
  expect(lift('2019-12-05')).toBe('accepted');
  expect(barsOn(scene.state, ['cat-a'], '2019-12-05')).toEqual([]);
  expect(lift('2019-12-20', '2019-12-05T02:00:00.000Z')).toBe('bar.lifted');
});

test('a bar is recorded once, of a unit that is known, and lifted once', () => {
  const scene = bars();
  const plan = { impossible: 'unit.unknown', params: { unit: 'cat-x' } };
  expect(codeOf(scene.ask('RecordBar', { ...bar, unit: 'cat-x' }, { plan }))).toBe('unit.unknown');
  expect(codeOf(scene.ask('RecordBar', { ...bar, to: '2019-11-01' }))).toBe(
    'bar.ends-before-it-begins',
  );
  expect(codeOf(scene.ask('LiftBar', { id: 'b1', on: '2019-12-01', reason: 'x' }))).toBe(
    'bar.unknown',
  );
  scene.ask('RecordBar', bar);
  expect(codeOf(scene.ask('RecordBar', bar))).toBe('bar.exists');
  scene.ask('LiftBar', { id: 'b1', on: '2019-12-01', reason: 'x' });
  expect(codeOf(scene.ask('LiftBar', { id: 'b1', on: '2019-12-02', reason: 'x' }))).toBe(
    'bar.lifted',
  );
});

test('a personal value is erased once, by a leader or the operator, with a reason', () => {
  const token = `pii:${'0'.repeat(64)}`;
  const scene = new Scene(erasureDecider, 'erasure', { at, by: OPERATOR });
  expect(codeOf(scene.ask('ErasePersonalValue', { token, reason: ' ' }))).toBe('reason.missing');
  expect(codeOf(scene.ask('ErasePersonalValue', { token: 'x', reason: 'yêu cầu' }))).toBe(
    'personal.not-a-token',
  );
  const clerk = { id: 'c', role: 'standingBody', unit: 'bo-cong-an' } as const;
  expect(codeOf(scene.ask('ErasePersonalValue', { token, reason: 'yêu cầu' }, { by: clerk }))).toBe(
    'actor.not-allowed',
  );
  expect(typesOf(scene.ask('ErasePersonalValue', { token, reason: 'yêu cầu' }))).toEqual([
    'PersonalValueErased',
  ]);
  expect(typesOf(scene.ask('ErasePersonalValue', { token, reason: 'yêu cầu' }))).toEqual([]);
});
