/**
 * The time of a commendation on a real Temporal server: a run of its own type wakes at each rung, and after an outage it
 * issues the earliest overdue escalation, holds the rest, and goes on with the gaps that there were.
 */
import { askedBy } from '../../apps/reactor/asked';
import { createWayIn } from '../../libs/commands';
import { storedEvent } from '../../libs/contracts';
import type { Actor, CommendationEvent } from '../../libs/domain';
import { policies } from '../../samples';
import { openEngine, TOLD, type Engine } from './support/engine';
import { until } from './support/until';

const OPERATOR: Actor = { id: 'op', role: 'operator', unit: null };
const POLICE: Actor = { id: 'van-thu', role: 'clerk', unit: 'cat-a' };

let engine: Engine;
let stream: string;

beforeAll(async () => {
  engine = await openEngine(TOLD);
  stream = engine.directive('k').replace(/^directive\//, 'commendation/');
  await engine.startRunner();
  await engine.startDispatcher();
});
afterAll(() => engine.close());

const wayIn = () => createWayIn(engine.ledger);

async function ask(to: string, type: string, data: unknown, actor: Actor = OPERATOR) {
  const idempotencyKey = `${to} ${type}`;
  const { commandId } = await wayIn().submit({ stream: to, type, data, actor, idempotencyKey });
  const record = await engine.ledger.awaitOutcome(commandId, 30_000);
  expect(record?.outcome).toMatchObject({ accepted: true });
}

async function events(): Promise<CommendationEvent[]> {
  const entries = await engine.ledger.entriesOfStream(stream);
  return entries.flatMap(
    ({ envelope }) => (storedEvent(envelope) as CommendationEvent | null) ?? [],
  );
}

const rungs = async () =>
  (await events()).flatMap(({ type, data }) =>
    type === 'CommendationRungReached' ? [[data.rung, data.to, data.skipped]] : [],
  );

test('a rung is reached by a run of the commendation’s own workflow type', async () => {
  const unit = (id: string, kind: string, parent: string | null) => ({
    ...{ id, name: { vi: id, en: id }, aliases: [], parent, kind, roleClasses: [] },
    ...{ from: '2010-01-01', source: 's', contacts: [] },
  });
  const units = [
    unit('bo-cong-an', 'ministry', null),
    unit('cuc-v28', 'department', 'bo-cong-an'),
    unit('cuc-cha', 'department', 'bo-cong-an'),
    unit('cat-a', 'police', 'cuc-cha'),
  ];
  await ask('org', 'RegisterUnits', { units });
  for (const policy of policies.filter(({ from }) => from !== '2025-07-01')) {
    await ask(`policy/${policy.id}`, 'AdoptPolicy', policy);
  }
  const nomination = {
    directive: null,
    form: 'bang-khen',
    awardingBody: 'bo-cong-an',
    appraisingBody: 'cuc-v28',
    merit: 'regular',
    subjects: [{ kind: 'collective', unit: 'cat-a' }],
    evidence: [],
    shortlist: null,
    reason: 'thành tích',
  };
  await ask(stream, 'NominateForCommendation', nomination, POLICE);
  // Saturday 01/12/2018 and ten working days: Friday 14/12; T-3 is Tuesday 11/12, 08:00.
  await engine.ledger.tellClock('2018-12-11T01:00:00.000Z');
  await until('T-3 is reached', async () => (await rungs()).length === 1);
  expect(await rungs()).toEqual([['T-3', 'cat-a', null]]);
  const { type } = await engine.run(stream).describe();
  expect(type).toBe('CommendationWorkflow');
});

test('after an outage of a year one escalation is issued, and the next keeps its distance', async () => {
  await engine.ledger.tellClock('2019-12-02T02:00:00.000Z');
  await until('the rest is held', async () =>
    (await events()).some(({ type }) => type === 'CommendationRungsHeld'),
  );
  expect(await rungs()).toEqual([
    ['T-3', 'cat-a', null],
    ['T-1', 'cat-a', 'superseded'],
    ['T1', 'cat-a', 'superseded'],
    ['T3', 'cuc-cha', null],
  ]);
  const asked = askedBy(await engine.ledger.entriesOfStream(stream));
  await wayIn().ask(asked);
  await until('it is planned anew', async () =>
    (await events()).some(({ type }) => type === 'HeldStepReplanned'),
  );
  // T3 was due Wednesday 19/12/2018, T5 Friday 21/12: two days apart, now from the moment of the escalation.
  await engine.ledger.tellClock('2019-12-04T01:59:59.999Z');
  expect((await rungs()).length).toBe(4);
  await engine.ledger.tellClock('2019-12-04T02:00:00.000Z');
  await until('T5 is reached', async () => (await rungs()).length === 5);
  expect((await rungs()).at(-1)).toEqual(['T5', 'bo-cong-an', null]);
});
