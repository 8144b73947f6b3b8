/** Accesses: recorded as told, by the system alone, and each as often as it happened. */
import { codeOf, eventsOf, OPERATOR, Scene, SYSTEM } from '../testing/scene';
import { kindOfStream } from '../streams';
import { accessDecider } from './decider';
import type { Access } from './types';

const at = '2026-03-02T02:00:00.000Z';
const access: Access = {
  what: 'content',
  subject: 'a'.repeat(64),
  directive: null,
  range: null,
  values: null,
  reader: { id: 'kt-1', role: 'auditor', unit: null },
  reason: null,
};
const day = () => new Scene(accessDecider, 'access/2026-03-02', { at, by: SYSTEM });

test('what was read is recorded, and read again is recorded again', () => {
  const scene = day();
  const recorded = [{ type: 'AccessRecorded', data: access }];
  expect(eventsOf(scene.ask('RecordAccess', access))).toEqual(recorded);
  expect(eventsOf(scene.ask('RecordAccess', access))).toEqual(recorded);
});

test('nobody but the system says who read', () => {
  expect(codeOf(day().ask('RecordAccess', access, { by: OPERATOR }))).toBe('actor.not-allowed');
});

test.each<[string, Partial<Access>]>([
  ['what', { what: 'mail' as never }],
  ['subject', { subject: ' ' }],
  ['range', { range: { from: 7, to: 3 } }],
  ['range', { range: { from: 0, to: 3 } }],
  ['values', { values: 0 }],
])('a malformed %s is refused and named', (field, part) => {
  expect(day().ask('RecordAccess', { ...access, ...part })).toMatchObject({
    rejection: { code: 'access.invalid', params: { field } },
  });
});

test('accesses stand in a stream of their day, and under no directive', () => {
  expect(kindOfStream('access/2026-03-02')).toBe('access');
  for (const other of ['access', 'access/2026-3-2', 'directive/d-07/access/2026-03-02'])
    expect(kindOfStream(other)).toBeNull();
});
