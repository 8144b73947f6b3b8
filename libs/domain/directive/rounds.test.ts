/** How a directive's rounds come to be: planned, due, convened in shards, completed. */
import {
  ACK,
  convened,
  convening,
  CLERK,
  ISSUED_AT,
  issued,
  next,
  period,
  REPORT,
} from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM, typesOf } from '../testing/scene';
import { react } from '../reactions/react';
import { SHARD_SIZE } from '../round/planned-schedule';
import type { DirectiveEvent } from './types';

type ConvenedEvent = Extract<DirectiveEvent, { type: 'RoundConvened' }>;

const by = SYSTEM;
const LATER = '2014-11-30T01:00:00.000Z';
const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `xa-phuong-thanh-hoa-${10_000 + index}`);

describe('planning', () => {
  test('wakes the directive at the earliest opening, for all periods due then', () => {
    const scene = issued([ACK, REPORT]);
    scene.ask('PlanRound', { duty: 'ack', after: null }, { by, plan: next('once', LATER) });
    scene.ask('PlanRound', { duty: 'report', after: null }, { by, plan: next('2014', LATER) });
    expect(scene.nextWakeup).toBe(LATER);
    const events = eventsOf(scene.ask('WakeUp', {}, { by, at: LATER }));
    expect(events.map(({ data }) => (data as { duty: string }).duty)).toEqual(['ack', 'report']);
    expect(scene.nextWakeup).toBeNull();
    expect(Object.keys(scene.state.due)).toEqual(['ack', 'report']);
  });

  test('made for an older revision is stale', () => {
    const scene = issued();
    scene.ask('SetUpDuty', { duty: ACK });
    const decision = scene.ask(
      'PlanRound',
      { duty: 'ack', after: null },
      { by, plan: next('once', LATER) },
    );
    expect(decision).toMatchObject({
      rejection: { code: 'plan.stale', params: { planned: 1, current: 2 } },
    });
  });

  test('with a value missing opens nothing and names what is missing', () => {
    const scene = issued();
    const plan = { revision: 1, kind: 'missing', values: ['due', 'cadence'] };
    const asked = scene.ask('PlanRound', { duty: 'ack', after: null }, { by, plan });
    expect(eventsOf(asked)).toEqual([
      { type: 'RoundNotPlanned', data: { duty: 'ack', missing: ['due', 'cadence'] } },
    ]);
    expect(scene.state.missing).toEqual({ ack: ['due', 'cadence'] });
    expect(scene.nextWakeup).toBeNull();
  });

  test('is refused without a plan, and with the reason when none was possible', () => {
    const scene = issued();
    const data = { duty: 'ack', after: null };
    expect(codeOf(scene.ask('PlanRound', data, { by }))).toBe('plan.missing');
    const plan = { impossible: 'policy.none', params: { kind: 'dueHour' } };
    expect(scene.ask('PlanRound', data, { by, plan })).toMatchObject({
      rejection: { code: 'policy.none', params: { kind: 'dueHour' } },
    });
  });

  test('never opens in the past, twice, or under an id that breaks a stream name', () => {
    const scene = convened();
    const data = { duty: 'ack', after: null };
    const ask = (plan: unknown) => codeOf(scene.ask('PlanRound', data, { by, plan }));
    expect(ask(next('2015', '2014-08-15T01:00:00.000Z'))).toBe('plan.invalid');
    expect(ask(next('2015', '2014-12-01'))).toBe('plan.invalid');
    expect(ask(next('2015/H1', LATER))).toBe('plan.invalid');
    expect(ask(next('once', LATER))).toBe('round.already-convened');
  });

  test('never takes the period of a request for a round that nobody requested', () => {
    const plan = next('req-1', LATER);
    const decision = issued().ask('PlanRound', { duty: 'ack', after: null }, { by, plan });
    expect(codeOf(decision)).toBe('plan.invalid');
  });

  test('is asked by nobody but the system', () => {
    const plan = next('once', LATER);
    expect(
      codeOf(issued().ask('PlanRound', { duty: 'ack', after: null }, { by: CLERK, plan })),
    ).toBe('actor.not-allowed');
  });
});

describe('convening', () => {
  function due(units: readonly string[] = []) {
    const scene = issued();
    scene.ask('PlanRound', { duty: 'ack', after: null }, { by, plan: next('once', ISSUED_AT) });
    scene.ask('WakeUp', {}, { by });
    const data = { duty: 'ack', period: period('once') };
    const ask = (plan: unknown, more = {}) =>
      scene.ask('ConveneRound', { ...data, ...more }, { by, plan });
    return { scene, ask, decision: units.length > 0 ? ask(convening(units)) : null };
  }

  test('freezes the units, with all the round must know of its directive', () => {
    const { decision, scene } = due(['cat-thanh-hoa']);
    expect(eventsOf(decision!)).toMatchObject([
      {
        type: 'RoundConvened',
        data: {
          heading: {
            directive: 'd-07',
            symbol: '07/CT-BCA-V28',
            issuer: 'bo-cong-an',
            standingBody: 'v28',
            to: ['v28'],
            period: { id: 'once' },
          },
          shards: [{ shard: 0, units: [{ unit: 'cat-thanh-hoa', superior: 'bo-cong-an' }] }],
          late: false,
          plansNext: true,
          nextShard: null,
        },
      },
    ]);
    expect(scene.state.due).toEqual({});
  });

  test('of what the monitoring body alone owes is urged by the issuer: nobody urges itself', () => {
    const { decision } = due(['v28']);
    expect(eventsOf(decision!)).toMatchObject([
      { data: { heading: { issuer: 'bo-cong-an', standingBody: 'bo-cong-an' } } },
    ]);
  });

  test('of 3,321 units is one event per shard, each well below the limit of an entry', () => {
    const { decision } = due(names(3_321));
    const events = eventsOf(decision!) as readonly ConvenedEvent[];
    expect(events.map(({ data }) => data.shards[0]!.units.length)).toEqual([
      500, 500, 500, 500, 500, 500, 321,
    ]);
    expect(events.filter(({ data }) => data.plansNext)).toHaveLength(1);
    for (const event of events) expect(JSON.stringify(event).length).toBeLessThan(48 * 1024);
  });

  test('planned shard by shard asks for the next until all units are in', () => {
    const { scene, ask } = due();
    const all = names(SHARD_SIZE + 20);
    const slice = (from: number, to: number) => ({
      ...convening(all.slice(from, to)),
      total: all.length,
    });
    const [first] = eventsOf(ask(slice(0, SHARD_SIZE))) as readonly ConvenedEvent[];
    expect(first!.data).toMatchObject({ nextShard: 1, plansNext: false });
    expect(codeOf(ask(slice(0, SHARD_SIZE)))).toBe('round.already-convened');
    expect(codeOf(ask(slice(0, 20), { shard: 1 }))).toBe('unit.named-twice');
    expect(codeOf(ask(slice(SHARD_SIZE, SHARD_SIZE + 1), { shard: 1 }))).toBe('plan.invalid');
    const [last] = eventsOf(ask(slice(SHARD_SIZE, SHARD_SIZE + 20), { shard: 1 }));
    expect(last!.data).toMatchObject({ nextShard: null, plansNext: true });
    expect(scene.state.rounds['ack~once']!.shards).toHaveLength(2);
    expect(scene.state.due).toEqual({});
  });

  test('that a suspension broke off goes on at the shard where it stopped', () => {
    const { scene, ask } = due();
    const all = names(5);
    ask({ ...convening(all.slice(0, 3)), total: 5, shardSize: 3 });
    scene.ask('SuspendDirective', { reason: 'chờ văn bản mới', document: null });
    const second = { ...convening(all.slice(3)), total: 5, shardSize: 3 };
    expect(codeOf(ask(second, { shard: 1 }))).toBe('directive.suspended');
    const [resumed] = eventsOf(
      scene.ask('ResumeDirective', { reason: 'tiếp tục', newDueDates: [] }),
    );
    expect(resumed!.data).toMatchObject({
      convening: [{ duty: 'ack', period: { id: 'once' }, shard: 1, requestedDue: null }],
    });
    expect(codeOf(ask(second, { shard: 1 }))).toBe('accepted');
  });

  test('in shards smaller than usual goes on until all units are in', () => {
    const { ask } = due();
    const slice = (from: number, to: number) => ({
      ...convening(names(5).slice(from, to)),
      total: 5,
      shardSize: 3,
    });
    const [first] = eventsOf(ask(slice(0, 3)));
    expect(first!.data).toMatchObject({ nextShard: 1, plansNext: false });
    expect(codeOf(ask(slice(3, 4), { shard: 1 }))).toBe('plan.invalid');
    const [last] = eventsOf(ask(slice(3, 5), { shard: 1 }));
    expect(last!.data).toMatchObject({ nextShard: null, plansNext: true });
  });

  test('is refused without units, with one twice, and with a due time that is no instant', () => {
    const { ask } = due();
    expect(codeOf(ask(convening([])))).toBe('plan.invalid');
    expect(codeOf(ask(convening(['a', 'a'])))).toBe('unit.named-twice');
    expect(codeOf(ask(convening(['a'], '2014-08-18T17:00:00+07:00')))).toBe('plan.invalid');
  });

  test('with a rung before the opening is refused: the ladder is checked, not mended', () => {
    const { ask } = due();
    const rung = { id: 'T-7', at: ISSUED_AT, kind: 'reminder', audience: 'focal' } as const;
    const plan = convening(['a']);
    const withRungs = { ...plan, schedule: { ...plan.schedule, rungs: [rung] } };
    expect(codeOf(ask(withRungs))).toBe('plan.invalid');
  });

  test('that finds a value missing opens nothing and says so', () => {
    const { scene, ask } = due();
    const decision = ask({ revision: 1, kind: 'missing', values: ['owes'] });
    expect(typesOf(decision)).toEqual(['RoundNotConvened']);
    expect(scene.state).toMatchObject({ due: {}, missing: { ack: ['owes'] }, rounds: {} });
  });

  test('that finds nobody leaves the cadence running: the next period is planned', () => {
    const scene = issued([REPORT]);
    scene.ask('PlanRound', { duty: 'report', after: null }, { by, plan: next('2014', ISSUED_AT) });
    scene.ask('WakeUp', {}, { by });
    const data = { duty: 'report', period: period('2014') };
    const plan = { revision: 1, kind: 'missing', values: ['units'] };
    const [event] = eventsOf(scene.ask('ConveneRound', data, { by, plan }));
    expect(event!.data).toMatchObject({ missing: ['units'], plansNext: true });
    const asked = react({ ...event!, id: 'e', stream: 'directive/d-07', at: ISSUED_AT });
    expect(asked).toMatchObject([{ type: 'PlanRound', data: { duty: 'report', after: '2014' } }]);
  });

  test('whose due time has moved to its opening or before opens nothing, and the cadence runs on', () => {
    for (const dueAt of [ISSUED_AT, '2014-08-14T17:00:00.000Z']) {
      const scene = issued([REPORT]);
      const plan = next('2014', ISSUED_AT);
      scene.ask('PlanRound', { duty: 'report', after: null }, { by, plan });
      scene.ask('WakeUp', {}, { by });
      const data = { duty: 'report', period: period('2014') };
      const decision = scene.ask('ConveneRound', data, { by, plan: convening(['a'], dueAt) });
      expect(eventsOf(decision)).toEqual([
        { type: 'RoundNotConvened', data: { ...data, missing: ['due.toCome'], plansNext: true } },
      ]);
      expect(scene.state).toMatchObject({
        due: {},
        rounds: {},
        missing: { report: ['due.toCome'] },
      });
      const [event] = eventsOf(decision);
      const asked = react({ ...event!, id: 'e', stream: 'directive/d-07', at: ISSUED_AT });
      expect(asked).toMatchObject([{ type: 'PlanRound', data: { duty: 'report', after: '2014' } }]);
    }
  });

  test('of a late addressee or of a further shard is refused when it would be due at once', () => {
    const late = { duty: 'ack', period: period('once'), late: ['cat-moi'] };
    const joins = { by, plan: convening(['cat-moi'], ISSUED_AT) };
    expect(codeOf(convened().ask('ConveneRound', late, joins))).toBe('due.before-opening');
    const { ask } = due();
    ask({ ...convening(['a', 'b']), total: 3, shardSize: 2 });
    const second = { ...convening(['c'], ISSUED_AT), total: 3, shardSize: 2 };
    expect(codeOf(ask(second, { shard: 1 }))).toBe('due.before-opening');
  });

  test('happens only for a period that fell due', () => {
    const scene = issued();
    const data = { duty: 'ack', period: period('once') };
    const decision = scene.ask('ConveneRound', data, { by, plan: convening(['a']) });
    expect(codeOf(decision)).toBe('round.not-due');
  });
});

describe('a round', () => {
  test('is completed with its last shard, and told twice it is noted once', () => {
    const scene = convened();
    const late = { duty: 'ack', period: period('once'), late: ['cat-moi'] };
    scene.ask('ConveneRound', late, { by, plan: convening(['cat-moi']) });
    const close = (shard: number) =>
      typesOf(scene.ask('NoteShardClosed', { duty: 'ack', period: 'once', shard }, { by }));
    expect(close(1)).toEqual(['ShardClosed']);
    expect(close(1)).toEqual([]);
    expect(close(0)).toEqual(['ShardClosed', 'RoundCompleted']);
    expect(scene.state.rounds['ack~once']!.completed).toBe(true);
  });
});
