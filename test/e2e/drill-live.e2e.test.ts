/** `npm start -- --live` on an empty folder: an empty production system on the wall clock, which nobody may write to yet. */
import { Pool } from 'pg';
import { read } from './support/played-drill';
import {
  discard,
  newDataDir,
  ownerUrl,
  processesOf,
  startStandalone,
  type Standalone,
} from './support/standalone';

const STARTED_WITHIN_MS = 120_000;

const dataDir = newDataDir();
let live: Standalone;
beforeAll(async () => {
  live = startStandalone(dataDir, '--live');
  await live.shows(/^ready after/m);
}, STARTED_WITHIN_MS);
afterAll(() => discard(dataDir, live));

const at = (path: string) => new URL(path, live.addresses().api);

test('a live system begins empty and plays no drill', async () => {
  expect(await read(at('/v1/directives'))).toEqual({ items: [], next: null });
  expect(await read(at('/v1/summary'))).toMatchObject({ rounds: 0, entries: 0, directives: [] });
  expect(live.said()).not.toContain('drill');
});

test('its clock is the wall clock and it can never become a drill', async () => {
  const pool = new Pool({ connectionString: ownerUrl(dataDir, 'live'), max: 1 });
  try {
    const { rows } = await pool.query<{ mode: string; clock: string; off: number }>(
      `SELECT mode, clock, abs(extract(epoch FROM clock_timestamp() - work.deployment_now()))::float AS off
       FROM work.deployment`,
    );
    expect(rows).toEqual([{ mode: 'live', clock: 'wall', off: expect.any(Number) }]);
    expect(rows[0]!.off).toBeLessThan(1);
    await expect(pool.query(`UPDATE work.deployment SET mode = 'drill'`)).rejects.toThrow(
      'a drill cannot become a live system',
    );
  } finally {
    await pool.end();
  }
});

test.each([
  ['/v1/directives', { draft: {}, duties: [] }],
  ['/v1/units', { units: [] }],
  ['/v1/drill/advance', { to: '2030-01-01T00:00:00.000Z' }],
])('until identity exists a write to %s is refused', async (path, body) => {
  const answer = await fetch(at(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dondoc-actor': 'van-thu;leader;bo-cong-an' },
    body: JSON.stringify(body),
  });
  expect([answer.status, await answer.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'identity.none-yet' }),
  ]);
});

test('Ctrl-C ends it and every process it started, with exit code 0', async () => {
  expect(processesOf(dataDir).length).toBeGreaterThanOrEqual(2);
  live.signal('SIGINT');
  expect(await live.ended).toEqual({ code: 0, signal: null });
  expect(processesOf(dataDir)).toEqual([]);
});
