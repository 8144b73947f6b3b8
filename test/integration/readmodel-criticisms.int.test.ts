/** Whose rate on time lies in a band of the issuer's own thresholds: a round worked out by hand, and what was decided. */
import {
  roundDecider,
  step,
  type Decided,
  type Loaded,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import * as the from '../../libs/domain/round/testing';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const DIRECTIVE = 'd-criticism';
const ISSUER = 'ubnd-thanh-hoa';
const LATER = '2019-03-01T00:00:00.000Z';
const ASKED = { directive: DIRECTIVE, issuer: ISSUER, from: '2018-12-01', to: '2018-12-31' };
const day = (of: number) => `2018-12-${String(of).padStart(2, '0')}T02:00:00.000Z`;

function recorded(stream: string, type: string, event: string, data: object): Decided {
  const at = '2018-05-01T01:00:00.000Z';
  const by = { ...the.clerkOf('x'), role: 'leader' as const };
  const command = {
    id: `${type} ${stream}`,
    stream,
    type,
    data,
    actor: by,
    receivedAt: at,
    effectiveAt: at,
  };
  return { command, decision: { ok: true, events: [{ type: event, data }] } };
}

const text = { vi: 'phê bình', en: 'criticism' };
const policy = {
  id: 'thresholds',
  version: 1,
  from: '2014-01-01',
  to: null,
  scope: { issuer: ISSUER, documentTypes: null },
  source: 'tỉnh',
  text,
  value: { kind: 'thresholds', bands: [{ below: 80, code: 'criticism', text }] },
};

/** Due 18/12/2018 17:00: one in time, one late, one never. */
const acts: readonly RoundCommand[] = [
  the.opens({ heading: { directive: DIRECTIVE, issuer: ISSUER }, schedule: { rungs: [] } }),
  the.submits('nga-son', { at: day(10) }),
  the.accepts('nga-son', { at: day(11) }),
  the.submits('tinh-gia', { at: day(20) }),
  the.accepts('tinh-gia', { at: day(21) }),
];

const ROUND = `directive/${DIRECTIVE}/round/report/2018/0`;
let loaded: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };

async function play(act: RoundCommand): Promise<void> {
  const done = step(roundDecider, loaded, { waiting: [act], now: act.receivedAt }, ROUND);
  await database.record(ROUND, done.decided, loaded.version);
  loaded = done.loaded;
  await database.projectNew();
}

let database: ReadmodelDatabase;
let reads: Reads;

beforeAll(async () => {
  database = await readmodelDatabase('criticisms', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  const rule = 'policy/thresholds';
  await database.record(rule, [recorded(rule, 'AdoptPolicy', 'PolicyAdopted', policy)]);
  const stream = `directive/${DIRECTIVE}`;
  const decision = { unit: 'sam-son', from: ASKED.from, to: ASKED.to, onTime: { part: 0, of: 1 } };
  const more = {
    decision: 'none',
    reason: 'bão lũ',
    policy: 'thresholds@1',
    proposed: 'criticism',
    text: null,
  };
  await database.record(stream, [
    recorded(stream, 'DecideCriticism', 'CriticismDecided', { ...decision, ...more }),
  ]);
  for (const act of acts) await play(act);
});
afterAll(() => database.drop());

test('names who lies below a threshold, with what was decided and what was not', async () => {
  const { rows } = await reads.criticisms(ASKED, LATER);
  expect(rows).toMatchObject([
    {
      unit: 'sam-son',
      onTime: { part: 0, of: 1 },
      proposed: { code: 'criticism' },
      decided: { decision: 'none', reason: 'bão lũ', by: { role: 'leader' } },
    },
    { unit: 'tinh-gia', onTime: { part: 0, of: 1 }, decided: null },
  ]);
});

test("another issuer's thresholds, or a span in which nothing fell due, propose nothing", async () => {
  const other = await reads.criticisms({ ...ASKED, issuer: 'ubnd-hau-giang' }, LATER);
  expect(other.policy).toBeNull();
  expect(other.rows.map(({ unit, proposed }) => [unit, proposed])).toEqual([['sam-son', null]]);
  const before = await reads.criticisms({ ...ASKED, to: '2018-12-17' }, LATER);
  expect(before.rows).toEqual([]);
});

test('of a round that is cancelled nobody is blamed for what he had not done', async () => {
  await play(the.cancels({ at: '2019-02-01T02:00:00.000Z' }));
  const { rows } = await reads.criticisms(ASKED, LATER);
  expect(rows.map(({ unit, onTime, proposed }) => [unit, onTime.of, proposed?.code])).toEqual([
    ['sam-son', 0, undefined],
    ['tinh-gia', 1, 'criticism'],
  ]);
});
