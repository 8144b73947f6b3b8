/** Points in time that a backup has, and those it does not. */
import { FORMAT, type Index } from './format';
import { pointOf } from './point';

const INDEX: Index = {
  format: FORMAT,
  deployment: { id: 'x', mode: 'live', clock: 'wall', seed: null },
  takenAt: '2026-11-29T10:00:00.500Z',
  now: '2026-11-29T10:00:00.500Z',
  generation: 1,
  migrations: [],
  last: { seq: 12, hash: 'a'.repeat(64), recordedAt: '2026-11-29T09:00:00.000Z' },
  checkpoint: 0,
  segments: [],
};

test.each([
  [undefined, { kind: 'all' }],
  ['@1', { kind: 'sequence', seq: 1 }],
  ['@12', { kind: 'sequence', seq: 12 }],
  ['2026-11-29T09:30:00Z', { kind: 'instant', at: '2026-11-29T09:30:00.000Z' }],
  ['2026-11-29T16:30:00+07:00', { kind: 'instant', at: '2026-11-29T09:30:00.000Z' }],
])('%s', (text, point) => {
  expect(pointOf(text, INDEX)).toEqual(point);
});

test.each([
  '@13',
  '@0',
  '@01',
  '@',
  '@1.5',
  'hôm qua',
  '2026-11-29',
  '2026-11-29T09:30',
  '2026-11-30T00:00:00Z',
])('there is no point %s', (text) => {
  expect(() => pointOf(text, INDEX)).toThrow(
    expect.objectContaining({ code: 'restore.no-such-point' }),
  );
});
