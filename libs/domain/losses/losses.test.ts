/** Losses: recorded as an operator accepted them, by the system alone, and each as often as it happened. */
import { codeOf, eventsOf, OPERATOR, Scene, SYSTEM } from '../testing/scene';
import { keepsTime, kindOfStream, LOSSES_STREAM } from '../streams';
import { lossesDecider } from './decider';
import type { Loss } from './types';

const at = '2026-03-02T02:00:00.000Z';
const loss: Loss = { last: 40, missing: 3, compared: 38, operator: 'qt-1', reason: 'đĩa hỏng' };
const scene = () => new Scene(lossesDecider, LOSSES_STREAM, { at, by: SYSTEM });

test('what was accepted is recorded, and a second loss beside the first', () => {
  const losses = scene();
  const unknown: Loss = { ...loss, last: 12, missing: null, compared: null };
  for (const data of [loss, unknown]) {
    expect(eventsOf(losses.ask('RecordLoss', data))).toEqual([{ type: 'LossRecorded', data }]);
  }
});

test('nobody but the system records it', () => {
  expect(codeOf(scene().ask('RecordLoss', loss, { by: OPERATOR }))).toBe('actor.not-allowed');
});

test('losses stand in one stream, under no directive, whose time nobody keeps', () => {
  expect(kindOfStream(LOSSES_STREAM)).toBe('losses');
  expect(keepsTime(LOSSES_STREAM)).toBe(false);
  for (const other of ['losses/1', 'directive/d-07/losses']) expect(kindOfStream(other)).toBeNull();
});
