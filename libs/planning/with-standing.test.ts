/** For a unit that has ended its heir acts on a commendation, a review and a directive; its own people act no more. */
import {
  commendationDecider,
  deciderOf,
  type Actor,
  type CommendationState,
  type OrgState,
  type ReviewState,
  type Role,
} from '../domain';
import { plan } from './plan';
import { book, LADDER, org } from './testing/fixture';

const AT = '2025-08-01T02:00:00.000Z';
const BEFORE = '2025-06-30T02:00:00.000Z';
const { units } = org(['cat-cu', 'cat-nghe-an', 'cat-chia', 'xa-1', 'xa-2']);
const ending = (id: string, successors: readonly string[]) => ({
  [id]: { ...units[id]!, ended: { on: '2025-07-01', how: 'merged', successors, source: 's' } },
});
const THE = book({
  org: {
    units: {
      ...units,
      ...ending('cat-cu', ['cat-nghe-an']),
      ...ending('cat-chia', ['xa-1', 'xa-2']),
    },
  } as OrgState,
});

const REVIEW = 'directive/d/review/1';
const reviewDecider = deciderOf(REVIEW);

const of = (unit: string, role: Role = 'leader'): Actor => ({ id: `p-${unit}`, role, unit });

/** Planned at the way in and decided. */
function ask(
  decider: { readonly decide: unknown },
  state: unknown,
  asked: { stream: string; type: string; data: unknown; by: Actor; at?: string },
) {
  const { stream, type, data, by: actor, at = AT } = asked;
  const made = plan({ type, stream, data, actor }, state, THE, at);
  const command = { id: 'c', stream, type, data, actor, receivedAt: at, effectiveAt: at };
  const decide = decider.decide as (state: unknown, command: unknown) => unknown;
  return decide(state, made === undefined ? command : { ...command, plan: made });
}

const refusedWith = (code: string, params: object) => ({ ok: false, rejection: { code, params } });

describe('a commendation', () => {
  const state = (unit: string) =>
    ({
      ...commendationDecider.initial,
      status: 'nominated',
      nominatedBy: unit,
      nomination: { awardingBody: 'bo-cong-an', appraisingBody: 'v28', subjects: [] },
    }) as unknown as CommendationState;
  const withdraw = (unit: string, by: string, at = AT) =>
    ask(commendationDecider, state(unit), {
      ...{ stream: 'commendation/k-1', type: 'WithdrawNomination', data: { reason: 'thôi' } },
      ...{ by: of(by), at },
    });

  test('of a unit that has ended is carried on by its heir, and not by people of the ended one', () => {
    expect(withdraw('cat-cu', 'cat-nghe-an')).toMatchObject({ ok: true });
    expect(withdraw('cat-cu', 'cat-cu')).toMatchObject(
      refusedWith('actor.unit-ended', { unit: 'cat-cu', successors: 'cat-nghe-an' }),
    );
    expect(withdraw('cat-cu', 'xa-1')).toMatchObject(
      refusedWith('actor.not-allowed', { units: ['cat-nghe-an'] }),
    );
  });

  test('until the day of the merger it is the old unit that acts', () => {
    expect(withdraw('cat-cu', 'cat-cu', BEFORE)).toMatchObject({ ok: true });
    expect(withdraw('cat-cu', 'cat-nghe-an', BEFORE)).toMatchObject(
      refusedWith('actor.not-allowed', { units: ['cat-cu'] }),
    );
  });

  test('of one that was divided waits until the heir is named, and nobody acts meanwhile', () => {
    expect(withdraw('cat-chia', 'xa-1')).toMatchObject(
      refusedWith('actor.not-allowed', { units: ['cat-chia'] }),
    );
    expect(withdraw('cat-chia', 'cat-chia')).toMatchObject(
      refusedWith('actor.unit-ended', { successors: 'xa-1, xa-2' }),
    );
  });

  test('an opinion asked of a unit that has ended is given by its heir, in the place of the one asked', () => {
    const appraised = {
      ...state('xa-1'),
      status: 'appraised',
      appraisal: {
        opinionsOf: ['cat-cu'],
        finding: 'eligible',
        reason: 'x',
        barred: [],
        by: 'v28',
      },
    } as unknown as CommendationState;
    const say = (by: string) =>
      ask(commendationDecider, appraised, {
        ...{ stream: 'commendation/k-1', type: 'GiveOpinion' },
        ...{ data: { opinion: 'agree', reason: 'tốt' }, by: of(by) },
      });
    expect(say('cat-nghe-an')).toMatchObject({
      ok: true,
      events: [{ data: { unit: 'cat-cu', by: 'cat-nghe-an' } }],
    });
    expect(say('xa-2')).toMatchObject(
      refusedWith('commendation.opinion-not-asked', { asked: ['cat-nghe-an'] }),
    );
  });
});

test('a review called for a monitoring body that has ended is judged by its heir', () => {
  const heading = { directive: 'd', symbol: '1', issuer: 'bo-cong-an', monitor: 'cat-cu' };
  const state = {
    ...(reviewDecider.initial as object),
    status: 'packFrozen',
    called: { heading: { ...heading, tasks: [{ key: '1', lead: null, owedBy: [] }] } },
  } as unknown as ReviewState;
  const data = {
    task: '1',
    judgement: 'partly',
    evidence: { text: 'x', contents: [] },
    reason: 'x',
  };
  const judge = (by: string) =>
    ask(reviewDecider, state, {
      ...{ stream: REVIEW, type: 'JudgeTask', data, by: of(by) },
    });
  expect(judge('cat-nghe-an')).toMatchObject({ ok: true });
  expect(judge('cat-cu')).toMatchObject(
    refusedWith('actor.unit-ended', { successors: 'cat-nghe-an' }),
  );
});

test('a directive hears no more of people whose unit has ended, whatever else its plan says', () => {
  const asked = { type: 'SuspendDirective', stream: 'directive/d', data: {}, actor: of('cat-cu') };
  expect(plan(asked, {}, THE, AT)).toMatchObject({ actorEnded: { heir: 'cat-nghe-an' } });
  expect(plan(asked, {}, THE, BEFORE)).toBeUndefined();
});

describe('of a unit that has ended nobody acts', () => {
  const policy = {
    ...{ id: 'ladder', from: '2025-07-01', to: null, source: 's', text: { vi: 'x', en: 'x' } },
    ...{ scope: { issuer: 'cat-cu', documentTypes: null }, value: LADDER.value },
  };
  const set = { id: 's1', title: 'x', on: '2025-07-15', source: 's', register: [], heirs: [] };
  const merge = { kind: 'merge', units: ['xa-1'], into: 'xa-2' };
  const token = `pii:${'0'.repeat(64)}`;
  test.each([
    ['org', 'SetContacts', { unit: 'cat-cu', contacts: [] }],
    ['org', 'AddAlias', { unit: 'xa-1', on: '2025-08-01', alias: 'X1', source: 's' }],
    ['org', 'ReorganiseUnits', { ...set, changes: [merge] }],
    ['org', 'UndoReorganisation', { id: 's0', reason: 'nhầm' }],
    ['policy/ladder', 'AdoptPolicy', policy],
    ['policy/ladder', 'WithdrawPolicy', { id: 'ladder', on: '2025-08-01', reason: 'x' }],
    ['calendar/vn', 'AdoptCalendarYear', { calendar: 'vn', year: 2027, days: [], source: 's' }],
    ['erasure', 'ErasePersonalValue', { token, reason: 'yêu cầu' }],
    ['reorganisation/s1', 'DecideHeir', { unit: 'xa-1', heir: 'xa-2', reason: 'x' }],
    ['bars', 'LiftBar', { id: 'b1', on: '2025-08-01', reason: 'x' }],
  ])('%s: %s', (stream, type, data) => {
    const decider = deciderOf(stream);
    const known = stream === 'org' ? THE.org : decider.initial;
    const state = type === 'DecideHeir' ? { ...(known as object), status: 'awaitingHeirs' } : known;
    const asked = (by: Actor) => ask(decider, state, { stream, type, data, by });
    expect(asked(of('cat-cu', 'clerk'))).toMatchObject(
      refusedWith('actor.unit-ended', { command: type, unit: 'cat-cu' }),
    );
    expect(asked(of('cat-nghe-an', 'clerk'))).not.toMatchObject({
      rejection: { code: 'actor.unit-ended' },
    });
  });
});

test('nobody is given a conclusion, nominated or asked who has ended: the heir is named', () => {
  const by = of('bo-cong-an', 'clerk');
  const made = (type: string, stream: string, data: object, state: unknown = undefined) =>
    plan({ type, stream, data, actor: by }, state ?? deciderOf(stream).initial, THE, AT);
  const ended = {
    impossible: 'unit.ended',
    params: { unit: 'cat-cu', on: '2025-07-01', successors: 'cat-nghe-an' },
  };
  const conclusion = {
    owner: { kind: 'units', units: ['cat-cu'] },
    to: ['v28'],
    due: '2025-12-31',
  };
  expect(made('DecideConclusion', REVIEW, conclusion)).toMatchObject(ended);
  const to = { ...conclusion, owner: { kind: 'units', units: ['v28'] }, to: ['cat-cu'] };
  expect(made('DecideConclusion', REVIEW, to)).toMatchObject(ended);
  const stream = 'commendation/k-1';
  const nomination = { awardingBody: 'bo-cong-an', appraisingBody: 'v28', form: 'x' };
  const subjects = [{ kind: 'collective', unit: 'cat-cu' }];
  expect(made('NominateForCommendation', stream, { ...nomination, subjects })).toMatchObject(ended);
  const person = [{ kind: 'individual', unit: 'cat-cu', name: 'x', position: null }];
  expect(
    made('NominateForCommendation', stream, { ...nomination, subjects: person }),
  ).not.toMatchObject(ended);
  expect(made('AppraiseNomination', stream, { opinionsOf: ['cat-cu'] })).toMatchObject(ended);
});
