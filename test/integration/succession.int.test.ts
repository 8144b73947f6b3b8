/**
 * A reorganisation on the services of production: previewed, decided, handed over while worker and reactor are killed,
 * told to the heirs in one message each, read by HTTP, and undone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provision } from '../../libs/embedded';
import type {
  ObligationRow,
  PreviewRow,
  Rates,
  ReorganisationDetail,
  ReorganisationRow,
} from '../../libs/readmodel';
import { environment, userFolders } from '../../libs/service';
import type { Bench } from '../bench/support/bench';
import { Office, type App } from '../bench/support/office';
import type { BenchParts } from '../bench/support/parts';
import { unitOf } from '../bench/support/rounds';
import type { ServiceProcess } from '../bench/support/service-process';
import { heirOf, SuccessionPlace } from '../bench/support/succession-place';
import { MailServer } from './support/mail-server';
import { until } from './support/until';

const SIZE = { directives: 3, units: 6, heirs: 2 };
const OBLIGATIONS = SIZE.directives * SIZE.units;

const DIST = join(__dirname, '..', '..', 'dist');

const stops: (() => unknown)[] = [];
const mail = new MailServer();
let office: Office;
let place: SuccessionPlace;
let reactor: ServiceProcess;
let worker: ServiceProcess;
let api: string;

beforeAll(async () => {
  await mail.start();
  stops.push(() => mail.stop());
  const bench = { own: (_name: string, stop: () => unknown) => void stops.push(stop) };
  // Workers of one build share a queue: a Temporal server of its own keeps those of other tests away.
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-succession-'));
  stops.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const parts = await provision({
    ...{ dataDir, cacheDir: environment().DONDOC_CACHE_DIR ?? userFolders().cacheDir },
    need: { postgres: false, temporal: true, kafka: false },
    log: () => undefined,
  });
  stops.push(parts.stop);
  office = await Office.open(bench as unknown as Bench, parts as unknown as BenchParts, mail.url);
  place = new SuccessionPlace(office);
  [worker, reactor] = [await start('worker'), await start('reactor')];
  await Promise.all([start('notifier'), start('projector')]);
  api = /"api":"([^"]+)"/.exec((await start('api')).said())![1]!;
  await place.found(SIZE);
}, 120_000);
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
}, 60_000);

const start = (app: App) => office.start(app, { dist: DIST });

async function get<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, api));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

type Items<T> = { readonly items: readonly T[] };

const all = <T>(path: string) => get<Items<T>>(path).then(({ items }) => items);

type Looked = { readonly refusal: { readonly code: string } | null };

const refusalOf = (path: string) => get<Looked>(path).then(({ refusal }) => refusal?.code ?? null);

async function post(path: string, body: unknown): Promise<{ status: number; code?: string }> {
  const response = await fetch(new URL(path, api), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dondoc-actor': 'op-1;operator;' },
    body: JSON.stringify(body),
  });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}

const entries = (type: string) =>
  `SELECT count(*)::int AS n FROM ledger.entries WHERE type = 'dondoc.${type}.v1'`;

const shown = (status: string) =>
  until(`the set is ${status}`, async () => {
    const [row] = await all<ReorganisationRow>('/v1/reorganisations');
    return row?.status === status;
  });

test('the preview says what would move, to whom, by when, and what has no heir', async () => {
  const moves = `${unitOf(0)}:${heirOf(0)},${unitOf(1)}:`;
  const path = `/v1/reorganisations/preview?moves=${encodeURIComponent(moves)}`;
  await until('the rounds can be read', async () => {
    const rows = await all<ObligationRow>('/v1/obligations?limit=100');
    return rows.length === OBLIGATIONS;
  });
  expect(await refusalOf(path)).toBeNull();
  const unknown = encodeURIComponent(`${unitOf(0)}:nobody`);
  expect(await refusalOf(`/v1/reorganisations/preview?moves=${unknown}`)).toBe('unit.unknown');
  const founded = `/v1/reorganisations/preview?moves=${unknown}&founding=nobody`;
  expect(await refusalOf(founded)).toBeNull();
  const rows = await all<PreviewRow>(path);
  expect(rows.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
    [
      ...Array<string>(SIZE.directives).fill(`${unitOf(0)} ${heirOf(0)}`),
      ...Array<string>(SIZE.directives).fill(`${unitOf(1)} null`),
    ].sort(),
  );
  expect(new Set(rows.map(({ dueAt }) => dueAt))).toEqual(new Set(['2030-12-16T10:00:00.000Z']));
});

test('handed over once and whole, though reactor and worker are killed between the steps', async () => {
  await place.reorganises('s-1', SIZE);
  await place.until(entries('reorganisation.ReorganisationBegun'), 1);
  await reactor.end('SIGKILL');
  reactor = await start('reactor');
  await place.until(entries('directive.HandOverAsked'), 1);
  await Promise.all([worker.end('SIGKILL'), reactor.end('SIGKILL')]);
  [worker, reactor] = await Promise.all([start('worker'), start('reactor')]);
  await place.completed('s-1', 'ReorganisationCompleted', performance.now());

  const { rows } = await place.pool.query<{ unit: string; n: number }>(
    `SELECT stream || ' ' || (move ->> 'unit') AS unit, count(*)::int AS n
     FROM ledger.entries, json_array_elements(bytes::json -> 'data' -> 'body' -> 'moves') AS move
     WHERE type = 'dondoc.round.ObligationsTransferred.v1' GROUP BY 1`,
  );
  expect(rows).toHaveLength(OBLIGATIONS);
  expect(new Set(rows.map(({ n }) => n))).toEqual(new Set([1]));

  await shown('completed');
  const set = await get<ReorganisationDetail>('/v1/reorganisations/s-1');
  expect(set).toMatchObject({ ending: SIZE.units, moved: OBLIGATIONS, withoutHeir: [] });
  expect(set.done).toBe(set.of);
  const own = await all<ObligationRow>(`/v1/obligations?unit=${heirOf(0)}`);
  expect(own).toHaveLength(OBLIGATIONS / SIZE.heirs);
  expect(own.every(({ unit, dueAt }) => unit !== heirOf(0) && dueAt !== null)).toBe(true);

  const told = (n: number) => mail.to(`dau-moi@${heirOf(n)}.example`);
  await until('each heir has its message', async () => told(0).length * told(1).length > 0);
  // All that falls on one recipient at one instant is one message, whatever rounds it comes from.
  expect([told(0).length, told(1).length]).toEqual([1, 1]);
  const text = told(0)[0]!.mail.text!;
  for (let n = 1; n <= SIZE.directives; n += 1) {
    expect(text).toContain(
      `${place.directive(n)}~report~once~0~${unitOf(0)}, hạn 17:00 ngày 16/12/2030`,
    );
  }
  expect(text).toContain(`theo “Sắp xếp” (dữ liệu đo tốc độ)`);
}, 90_000);

test('rates stand under the old name, with what was handed on and taken over beside it', async () => {
  const { rows } = await get<Rates>('/v1/rates?by=unit');
  const of = (key: string) => {
    const row = rows.find((it) => it.key === key)!;
    return [row.owed, row.transferredOut, row.transferredIn];
  };
  const { directives, heirs } = SIZE;
  expect(of(unitOf(0))).toEqual([directives, directives, 0]);
  expect(of(heirOf(0))).toEqual([0, 0, OBLIGATIONS / heirs]);
  const whole = await get<Rates>('/v1/rates');
  expect(whole.rows[0]).toMatchObject({
    ...{ owed: OBLIGATIONS, transferredOut: OBLIGATIONS, transferredIn: OBLIGATIONS },
  });
  const early = get<Rates>('/v1/rates?by=unit&asOf=2020-01-01T00:00:00.000Z');
  await expect(early).rejects.toThrow('as-of.before-everything');
});

test.each([
  [
    'a unit that has ended ends no second time',
    { changes: [{ kind: 'dissolve', unit: unitOf(0), successors: [] }] },
    [409, 'reorganisation.overlaps'],
  ],
  [
    'a day to come is refused',
    { on: '2031-01-01', changes: [{ kind: 'dissolve', unit: heirOf(0), successors: [] }] },
    [422, 'reorganisation.not-yet'],
  ],
  ['a set that changes nothing', { changes: [] }, [400, 'field.too-small']],
])('%s', async (_what, of, [status, code]) => {
  const set = { id: 's-2', title: 'Lần hai', on: '2026-01-01', source: 'thử', ...of };
  expect(await post('/v1/reorganisations', set)).toEqual({ status, code });
});

test('an heir for a unit that has one is refused, and so is a set nobody knows', async () => {
  const heir = { unit: unitOf(0), heir: heirOf(1), reason: 'thử' };
  expect(await post('/v1/reorganisations/s-1/heirs', heir)).toEqual({
    ...{ status: 409, code: 'reorganisation.heir-decided' },
  });
  expect((await post('/v1/reorganisations/s-9/heirs', heir)).code).toBe('reorganisation.unknown');
  expect((await post('/v1/reorganisations/s-9/undo', { reason: 'thử' })).status).toBe(404);
});

test('undone, all that is open goes back', async () => {
  await place.handsBack('s-1');
  await shown('undone');
  expect(await all<ObligationRow>(`/v1/obligations?unit=${heirOf(0)}`)).toEqual([]);
  const back = await all<ObligationRow>(`/v1/obligations?unit=${unitOf(0)}`);
  expect(back.map(({ owner, unit }) => [owner, unit])).toEqual(
    Array(SIZE.directives).fill([unitOf(0), unitOf(0)]),
  );
  const { rows } = await get<Rates>('/v1/rates?by=unit');
  expect(rows.every((row) => row.transferredIn + row.transferredOut === 0)).toBe(true);
}, 60_000);
