/** The pack of a review: made from the ledger once its cut-off is reached, the same bytes however often it is made. */
import { createHash } from 'node:crypto';
import { createReactor } from '../../apps/reactor/reactor';
import { createLedgerBus, drained } from '../../libs/bus';
import { decideStream, type Asked } from '../../libs/commands';
import type { Actor, ReviewPack } from '../../libs/domain';
import type { Ledger } from '../../libs/ledger';
import { draft07, duties07 } from '../../samples/directives/07-ct-bca-v28';
import { newCommand } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

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

/** Asks, and then dies before the cursor has moved when `dying`. */
function packing(asked: Asked[], dying = false) {
  const bus = createLedgerBus({ ledger, log: quiet });
  const ask = async (commands: readonly Asked[]) => {
    asked.push(...commands);
    await ledger.accept(
      commands.map(({ causedBy, ...it }) => ({ ...it, causedBy: causedBy ?? undefined })),
    );
    if (dying) throw new Error('crashed after asking');
  };
  const reactor = createReactor({ ledger, bus, wayIn: { ask }, logger: quiet, react: () => [] });
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
  const dying = packing(asked, true);
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
    format: 'dondoc.review-pack.v1',
    directive: { id: 'd-07', issuer: 'bo-cong-an' },
    review: { n: 1, cutOff: CUT_OFF },
    totals: { owed: 0, rates: { onTime: { part: 0, of: 0, permille: null } } },
  });
  expect(pack.tasks).toHaveLength(7);
});
