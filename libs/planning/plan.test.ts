import { explain, millisBetween } from '../calendar';
import {
  roundDecider,
  step,
  type HeldRungs,
  type Loaded,
  type RoundState,
  type SchedulePlan,
} from '../domain';
import { book, directive, duty, openedRound, stated } from './testing/fixture';
import { needsPlan, plan } from './plan';
import { planConvening } from './plan-convening';

const STREAM = 'directive/d-07/round/report/2018/0';
const OPENED = '2018-11-18T01:00:00.000Z';
const UNITS = [
  { unit: 'cat-ha-noi', superior: 'bo-thu-truong' },
  { unit: 'cat-thanh-hoa', superior: 'bo-thu-truong' },
];

function opened(): Loaded<RoundState> {
  const period = {
    id: '2018',
    label: { vi: 'năm 2018', en: 'year 2018' },
    from: '2017-12-15',
    to: '2018-12-14',
    closing: '2018-12-14',
  };
  const convening = planConvening(directive([duty()]), { duty: 'report', period }, OPENED, book());
  if (convening.kind !== 'convened') throw new Error('not convened');
  return openedRound(UNITS, convening.schedule, OPENED);
}

const ask = (type: string, data: unknown, state: unknown, at: string) =>
  plan({ type, stream: STREAM, data }, state, book(), at);

function scheduleOf(answer: unknown): SchedulePlan['schedule'] {
  if (typeof answer !== 'object' || answer === null || !('schedule' in answer)) {
    throw new Error(JSON.stringify(answer));
  }
  return (answer as SchedulePlan).schedule;
}

test('an extension is due on the day asked for, without rolling, with the rungs that lie ahead', () => {
  const { state } = opened();
  const data = { unit: 'cat-ha-noi', proposedDate: '2018-12-30', reason: 'chờ số liệu' };
  const schedule = scheduleOf(ask('RequestExtension', data, state, '2018-12-19T02:00:00.000Z'));
  expect(schedule.dueAt).toBe('2018-12-30T10:00:00.000Z');
  expect(schedule.rungs.map(({ id, at }) => `${id} ${at}`)).toEqual([
    'T-7 2018-12-20T01:00:00.000Z',
    'T-1 2018-12-28T01:00:00.000Z',
    'T1 2019-01-02T01:00:00.000Z',
    'T3 2019-01-04T01:00:00.000Z',
    'T10 2019-01-14T01:00:00.000Z',
  ]);
  expect(schedule.policies).toEqual(['due-hour@1', 'ladder@1']);
  expect(explain(schedule.derivation, 'en')).toContain('the date stays all the same');
});

test('a decision plans the date decided, a counter-proposal the date offered, a denial none', () => {
  const { state } = opened();
  const obligation = state.obligations['cat-ha-noi']!;
  const request = {
    proposedDate: '2018-12-28',
    counterDate: '2018-12-26',
    reason: 'r',
    by: 'can-bo',
    requestedAt: OPENED,
    ordinal: 1,
  };
  const asked = {
    ...state,
    obligations: { ...state.obligations, 'cat-ha-noi': { ...obligation, extension: request } },
  };
  const at = '2018-12-17T02:00:00.000Z';
  const unit = 'cat-ha-noi';
  const due = (type: string, data: object) =>
    scheduleOf(ask(type, { unit, ...data }, asked, at)).dueAt;
  expect(due('DecideExtension', { decision: 'grant', date: null })).toMatch(/^2018-12-28T10/);
  expect(due('DecideExtension', { decision: 'counter', date: '2018-12-24' })).toMatch(
    /^2018-12-24/,
  );
  expect(due('AnswerCounterProposal', { agree: true })).toMatch(/^2018-12-26T10/);
  expect(ask('DecideExtension', { unit, decision: 'deny', date: null }, asked, at)).toBeUndefined();
  expect(ask('AnswerCounterProposal', { unit, agree: false }, asked, at)).toBeUndefined();
});

test('a resumption with a new date is planned on it, one without needs no plan', () => {
  const { state } = opened();
  const at = '2019-02-01T02:00:00.000Z';
  const resume = (newDueDate: string | null) => ask('ResumeRound', { newDueDate }, state, at);
  expect(scheduleOf(resume('2019-03-15')).dueAt).toBe('2019-03-15T10:00:00.000Z');
  expect(resume(null)).toBeUndefined();
});

test('rungs held by an outage keep their gaps from the escalation that was really issued', () => {
  const back = '2019-01-10T03:00:00.000Z';
  const { loaded, decided } = step(roundDecider, opened(), { waiting: [], now: back }, STREAM);
  const held = decided
    .flatMap(({ decision }) => (decision.ok ? decision.events : []))
    .find(({ type }) => type === 'RungsHeld');
  const data = held?.data as HeldRungs & { readonly at: string };
  expect(data.rungs).toEqual(['T3', 'T10']);
  const schedule = scheduleOf(ask('ReplanHeldRungs', data, loaded.state, data.at));
  const first = loaded.state.schedules.s0!;
  expect(schedule.dueAt).toBe(first.dueAt);
  const [t1, t3, t10] = ['T1', 'T3', 'T10'].map((id) =>
    first.rungs.find((rung) => rung.id === id)!,
  );
  expect(schedule.rungs.map(({ id }) => id)).toEqual(['T3', 'T10']);
  const [newT3, newT10] = schedule.rungs;
  expect(millisBetween(back, newT3!.at)).toBe(millisBetween(t1!.at, t3!.at));
  expect(millisBetween(newT3!.at, newT10!.at)).toBe(millisBetween(t3!.at, t10!.at));
  expect(explain(schedule.derivation, 'en')).toMatch(/^Due 17:00 Tuesday 18 December 2018\./);
});

test('only commands that set dates need a plan', () => {
  const needs = (type: string, stream: string) => needsPlan({ type, stream, data: {} });
  expect(needs('PlanRound', 'directive/d-07')).toBe(true);
  expect(needs('ConveneRound', 'directive/d-07')).toBe(true);
  expect(needs('IssueDirective', 'directive/d-07')).toBe(false);
  expect(needs('SubmitReport', STREAM)).toBe(false);
  expect(needs('RequestExtension', STREAM)).toBe(true);
  expect(needs('RequestExtension', 'directive/d-07')).toBe(false);
  expect(needs('AdoptPolicy', 'policy/x')).toBe(false);
  expect(
    plan({ type: 'SubmitReport', stream: STREAM, data: {} }, {}, book(), OPENED),
  ).toBeUndefined();
});

test('a date that does not exist, a missing policy and unknown rungs are put on the command as impossible', () => {
  const { state } = opened();
  const data = { unit: 'cat-ha-noi', proposedDate: '2019-02-30', reason: 'r' };
  expect(ask('RequestExtension', data, state, OPENED)).toEqual({
    impossible: 'date.malformed',
    params: { place: '2019-02-30' },
  });
  const policies = book().policies.filter(({ id }) => id !== 'due-hour');
  const command = { type: 'RequestExtension', stream: STREAM, data };
  expect(plan(command, state, book({ policies }), OPENED)).toEqual({
    impossible: 'policy.missing',
    params: { policy: 'dueHour' },
  });
  const rungs = { schedule: 's9', rungs: ['T3'], units: ['cat-ha-noi'] };
  expect(ask('ReplanHeldRungs', rungs, state, OPENED)).toMatchObject({
    impossible: 'held.unknown',
  });
});

test('plan dispatches to the directive’s planning by the command’s type', () => {
  const command = {
    type: 'PlanRound',
    stream: 'directive/d-07',
    data: { duty: 'report', after: null },
  };
  const answer = plan(command, directive([duty()]), book(), '2014-08-15T02:00:00.000Z');
  expect(answer).toMatchObject({ kind: 'next', period: { id: '2014' } });
});

test('a directive’s own dates that no calendar can compute refuse the command by a code it knows', () => {
  const broken = duty({
    cadence: stated({ kind: 'everyMonths', months: 0 }),
    anchor: stated('2011-12-30'),
  });
  const command = {
    type: 'PlanRound',
    stream: 'directive/d-07',
    data: { duty: 'report', after: null },
  };
  const answer = plan(command, directive([broken]), book(), '2014-08-15T02:00:00.000Z');
  expect(answer).toEqual({
    impossible: 'plan.invalid',
    params: { place: 'period.everyMonths', found: '0' },
  });
});
