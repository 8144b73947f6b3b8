/** The told clock of a drill: it moves when told, forward, and together with what arrives at that instant. */
import type { Ledger } from '../../libs/ledger';
import { newCommand, recordOne, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

let database: TestDatabase;
let ledger: Ledger;
let api: Ledger;

beforeAll(async () => {
  database = await testDatabase({
    ...{ mode: 'drill', deploymentId: 'drill-1', seed: 'seed-1' },
    ...{ clock: 'told', startsAt: '2014-06-01T00:00:00.000Z' },
  });
  ledger = database.ledger('dondoc_worker');
  api = database.ledger('dondoc_api');
});
afterAll(() => database.drop());

describe('the told clock', () => {
  test('stands still until it is told, and all instants are its own', async () => {
    expect(await ledger.now()).toBe('2014-06-01T00:00:00.000Z');
    const stream = roundOf('told');
    const [receipt] = await ledger.accept([newCommand('told-1', stream)]);
    expect(receipt).toMatchObject({ receivedAt: '2014-06-01T00:00:00.000Z' });
    await recordOne(ledger, { id: 'told-2', stream });
    const [entry] = await ledger.entriesOfStream(stream);
    expect(entry?.envelope.recordedat).toBe('2014-06-01T00:00:00.000Z');
  });

  test('moves forward for everybody, and never back', async () => {
    const other = database.ledger('dondoc_relay');
    expect(await api.tellClock('2014-06-02T00:00:00.000Z')).toBe('2014-06-02T00:00:00.000Z');
    expect(await other.now()).toBe('2014-06-02T00:00:00.000Z');
    await expect(api.tellClock('2014-06-01T23:59:59.999Z')).rejects.toMatchObject({
      code: 'clock.backwards',
      message: expect.stringContaining('2014-06-02T00:00:00.000Z') as string,
    });
    await expect(api.tellClock('yesterday')).rejects.toMatchObject({ code: 'instant.malformed' });
    expect(await ledger.now()).toBe('2014-06-02T00:00:00.000Z');
  });

  test('is heard of when it moves', async () => {
    const heard = new Promise<string>((resolve) => ledger.onClock(resolve));
    let millisecond = 0;
    let done = false;
    void heard.then(() => (done = true));
    while (!done) {
      millisecond += 1;
      await api.tellClock(`2014-06-03T00:00:00.${String(millisecond % 1000).padStart(3, '0')}Z`);
    }
    expect(await heard).toMatch(/^2014-06-03T00:00:00\.\d{3}Z$/);
  });

  test('moves together with what arrives at that very instant: nobody sees the one without the other', async () => {
    const stream = roundOf('instant');
    const instant = '2014-06-04T10:00:00.000Z';
    const looks: { now: string; waiting: number }[] = [];
    let moved = false;
    const looker = (async () => {
      while (!moved) {
        const { now, waiting } = await ledger.take(stream);
        looks.push({ now, waiting: waiting.length });
      }
    })();
    const [receipt] = await api.tellClockAndAccept(instant, [newCommand('instant-1', stream)]);
    moved = true;
    await looker;
    expect(receipt).toMatchObject({
      result: 'accepted',
      receivedAt: instant,
      effectiveAt: instant,
    });
    expect(looks.filter(({ now, waiting }) => now >= instant && waiting === 0)).toEqual([]);
    const back = api.tellClockAndAccept('2014-06-01T00:00:00.000Z', [
      newCommand('instant-2', stream),
    ]);
    await expect(back).rejects.toMatchObject({ code: 'clock.backwards' });
    expect(await api.commandRecord('instant-2')).toBeNull();
  });

  test('is refused to a deployment on wall time, and must be told before anything is recorded', async () => {
    const wall = await testDatabase({ mode: 'drill', deploymentId: 'wall' });
    const untold = await testDatabase({ mode: 'drill', deploymentId: 'untold', clock: 'told' });
    try {
      const late = '2099-01-01T00:00:00.000Z';
      await expect(wall.ledger().tellClock(late)).rejects.toMatchObject({ code: 'clock.wall' });
      const silent = untold.ledger();
      await expect(silent.now()).rejects.toMatchObject({ code: 'clock.untold' });
      await expect(silent.accept([newCommand('c', roundOf('u'))])).rejects.toMatchObject({
        code: 'clock.untold',
      });
      expect(await silent.tellClock(late)).toBe(late);
    } finally {
      await wall.drop();
      await untold.drop();
    }
  });
});
