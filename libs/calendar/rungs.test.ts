import { VIETNAM } from './data/vietnam';
import { deriveRungs, type Ladder } from './rungs';
import { endOfDay } from './zone';

const LADDER: Ladder = {
  source: 'chính sách ladder/default@1',
  hour: '08:00',
  rungs: [
    { id: 'T+1', offset: { workingDays: 1 } },
    { id: 'T-3', offset: { workingDays: -3 } },
    { id: 'T0', offset: { workingDays: 0 }, hour: '09:30' },
    { id: 'T-24h', offset: { hours: -24 } },
    { id: 'T+10d', offset: { calendarDays: 10 } },
  ],
};

test('rungs are placed around the due time and come in order of time', () => {
  const rungs = deriveRungs({
    calendar: VIETNAM,
    dueAt: '2018-12-18T10:00:00.000Z',
    ladder: LADDER,
  });
  expect(rungs.map(({ id, at }) => `${id} ${at}`)).toEqual([
    'T-3 2018-12-13T01:00:00.000Z',
    'T-24h 2018-12-17T10:00:00.000Z',
    'T0 2018-12-18T02:30:00.000Z',
    'T+1 2018-12-19T01:00:00.000Z',
    'T+10d 2018-12-28T01:00:00.000Z',
  ]);
});

test('working-day rungs count swaps and holidays', () => {
  const rungs = deriveRungs({
    calendar: VIETNAM,
    dueAt: '2019-01-02T10:00:00.000Z',
    ladder: LADDER,
  });
  const rung = rungs.find(({ id }) => id === 'T-3');
  expect(rung?.at).toBe('2018-12-26T01:00:00.000Z');
  expect(rung?.derivation).toMatchObject({
    rule: 'rung.workingDays',
    from: '2019-01-02',
    params: { days: -3, skipped: '2018-12-29 2018-12-30 2018-12-31 2019-01-01' },
  });
});

test('a due time at midnight counts as the end of the day before', () => {
  const dueAt = endOfDay(VIETNAM.zone, '2018-12-14');
  const rungs = deriveRungs({ calendar: VIETNAM, dueAt, ladder: LADDER });
  expect(rungs.find(({ id }) => id === 'T0')?.at).toBe('2018-12-14T02:30:00.000Z');
  expect(rungs.find(({ id }) => id === 'T+1')?.at).toBe('2018-12-17T01:00:00.000Z');
});

test('a rung keeps what the ladder says of it, and rungs of one instant keep their order', () => {
  const rungs = [
    { id: 'b', offset: { workingDays: -1 }, audience: 'head' },
    { id: 'a', offset: { calendarDays: -1 }, audience: 'focal' },
  ];
  const placed = deriveRungs({
    calendar: VIETNAM,
    dueAt: '2018-12-18T10:00:00.000Z',
    ladder: { source: 's', rungs },
  });
  expect(placed.map(({ id, audience, at }) => [id, audience, at])).toEqual([
    ['b', 'head', '2018-12-17T01:00:00.000Z'],
    ['a', 'focal', '2018-12-17T01:00:00.000Z'],
  ]);
});

test('a rung in a year not decided yet is provisional', () => {
  const rungs = deriveRungs({
    calendar: VIETNAM,
    dueAt: '2026-12-31T10:00:00.000Z',
    ladder: LADDER,
  });
  expect(rungs.filter(({ provisional }) => provisional).map(({ id }) => id)).toEqual([
    'T+1',
    'T+10d',
  ]);
});
