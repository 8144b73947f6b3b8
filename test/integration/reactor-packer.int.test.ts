/** The pack of a review: made from the ledger once its cut-off is reached, the same bytes however often it is made. */
import { createHash } from 'node:crypto';
import { createReactor } from '../../apps/reactor/reactor';
import { createLedgerBus, drained, type BusLog } from '../../libs/bus';
import { decideStream, type Asked } from '../../libs/commands';
import type { Actor, ReviewPack } from '../../libs/domain';
import { createLedger, type Ledger, type ObjectStore } from '../../libs/ledger';
import { failure } from '../../libs/service';
import { draft07, duties07 } from '../../samples/directives/07-ct-bca-v28';
import { newCommand } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { until } from './support/until';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const START = '2014-12-01T01:00:00.000Z';
const CUT_OFF = '2014-12-31T10:00:00.000Z';
const DIRECTIVE = 'directive/d-07';
const REVIEW = `${DIRECTIVE}/review/1`;
const STAMP = { decidersHash: 'deciders-1' };

const clerk: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };
const system: Actor = { id: 'reactor', role: 'system', unit: null };

const CALLED = {
  n: 1,
  kind: 'preliminary',
  period: { from: '2014-01-01', to: '2014-12-31', label: { vi: 'năm 2014', en: '2014' } },
  scope: null,
  cutOff: CUT_OFF,
  reason: 'sơ kết',
  document: null,
  ofRound: null,
  selfAssessment: null,
  heading: { directive: 'd-07', symbol: '07', issuer: 'bo-cong-an', monitor: null, tasks: [] },
};

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  const deployment = { mode: 'drill', deploymentId: 'packer', seed: 's', clock: 'told' } as const;
  database = await testDatabase({ ...deployment, startsAt: START });
  ledger = database.ledger();
  await decide(DIRECTIVE, 'RegisterDirective', { draft: draft07, duties: duties07 }, clerk);
  await decide(REVIEW, 'OpenReview', CALLED, system);
  await ledger.tellClock(CUT_OFF);
  await decideStream(ledger, REVIEW, STAMP);
});
afterAll(() => database.drop());

async function decide(stream: string, type: string, data: unknown, actor: Actor): Promise<void> {
  await ledger.accept([newCommand(`${stream} ${type}`, stream, { type, data, actor })]);
  await decideStream(ledger, stream, STAMP);
}

type Packing = {
  /** Dies after asking, before the cursor has moved. */
  readonly dying?: boolean;
  readonly of?: Ledger;
  readonly log?: BusLog;
};

function packing(asked: Asked[], { dying = false, of = ledger, log = quiet }: Packing = {}) {
  const bus = createLedgerBus({ ledger, log: quiet });
  const ask = async (commands: readonly Asked[]) => {
    asked.push(...commands);
    await ledger.accept(
      commands.map(({ causedBy, ...it }) => ({ ...it, causedBy: causedBy ?? undefined })),
    );
    if (dying) throw new Error('crashed after asking');
  };
  const deps = { ledger: of, bus, wayIn: { ask }, logger: log, react: () => [] };
  const reactor = createReactor(deps);
  return {
    reactor,
    stop: async () => {
      await reactor.stop();
      await bus.close();
    },
  };
}

test('a pack asked for twice is the same bytes, one command, and frozen once', async () => {
  const asked: Asked[] = [];
  const dying = packing(asked, { dying: true });
  await dying.reactor.start();
  expect((await dying.reactor.crashed).message).toBe('crashed after asking');
  await dying.stop();

  const again = packing(asked);
  await again.reactor.start();
  // The second making waits until the first command is decided: the instant is not over before.
  await decideStream(ledger, REVIEW, STAMP);
  await drained({ ledger, consumers: ['reactor', 'packer'], timeoutMs: 5_000 });
  await again.stop();

  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  const entries = await ledger.entriesOfStream(REVIEW);
  const frozen = entries.filter(({ type }) => type.includes('.ReviewPackFrozen.'));
  expect(frozen).toHaveLength(1);
  const { sha256, asOf } = asked[0]!.data as { sha256: string; asOf: string };
  expect(asOf).toBe(CUT_OFF);
  const content = await ledger.getContent(sha256);
  expect(createHash('sha256').update(content!.bytes).digest('hex')).toBe(sha256);
  const pack = JSON.parse(content!.bytes.toString('utf8')) as ReviewPack;
  expect(pack).toMatchObject({
    format: 'dondoc.review-pack.v2',
    directive: { id: 'd-07', issuer: 'bo-cong-an' },
    review: { n: 1, cutOff: CUT_OFF },
    totals: { owed: 0, rates: { onTime: { part: 0, of: 0, permille: null } } },
  });
  expect(pack.tasks).toHaveLength(7);
});

test('a pack whose bytes cannot be kept for now holds up nothing else, and is made when they can', async () => {
  const review = `${DIRECTIVE}/review/2`;
  await decide(review, 'OpenReview', { ...CALLED, n: 2 }, system);
  await decideStream(ledger, review, STAMP);
  const store = storeThatIsAway();
  const { objects } = store;
  const pool = database.pool('dondoc_reactor');
  const of = createLedger({ pool, contents: { place: 's3', objects } });
  const asked: Asked[] = [];
  const told: object[] = [];
  const log = { ...quiet, warn: (it: object) => told.push(it) };
  const { reactor, stop } = packing(asked, { of, log });
  await reactor.start();
  await store.asked;
  await drained({ ledger, consumers: ['reactor'], timeoutMs: 5_000 });
  expect(asked).toEqual([]);
  expect(told[0]).toMatchObject({ err: { code: 's3.away' }, pauseMs: 500 });
  store.comesBack();
  await until('the pack is asked for', async () => asked.length > 0);
  await decideStream(ledger, review, STAMP);
  await drained({ ledger, consumers: ['reactor', 'packer'], timeoutMs: 5_000 });
  await stop();
  await of.close();
  expect(asked).toMatchObject([{ stream: review, type: 'FreezeReviewPack' }]);
  const { sha256, size } = asked[0]!.data as { sha256: string; size: number };
  expect(await ledger.describeContent(sha256)).toEqual({ mediaType: 'application/json', size });
});

/** An object store that answers nobody until it is told to. */
function storeThatIsAway() {
  const kept = new Map<string, Buffer>();
  let away = true;
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  const objects: ObjectStore = {
    async put(sha256, bytes) {
      tell();
      if (away) throw failure('s3.away', 'the S3 server cannot be reached', 'start it');
      kept.set(sha256, Buffer.from(bytes));
    },
    get: async (sha256) => kept.get(sha256) ?? null,
    probe: async () => undefined,
  };
  return { objects, asked, comesBack: () => (away = false) };
}
