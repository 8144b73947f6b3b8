/** What a change set needs from outside: whether its day has come, and the superior of an heir decided later. */
import { reorganisationDecider, type DirectiveState, type OrgState } from '../domain';
import { plan } from './plan';
import { planConvening } from './plan-convening';
import { directivesAsked } from './plan-reorganisation';
import { book, directive, duty, stated } from './testing/fixture';

/** 00:30 on 1 July in Vietnam. */
const AT = '2025-06-30T17:30:00.000Z';
const reorganise = (on: string, at = AT) =>
  plan({ type: 'ReorganiseUnits', stream: 'org', data: { on } }, {}, book(), at);

test('a set is taken on its day, by the calendar of the place, and not before', () => {
  expect(reorganise('2025-07-01')).toBeUndefined();
  expect(reorganise('2025-06-01')).toBeUndefined();
  expect(reorganise('2025-07-01', '2025-06-30T16:30:00.000Z')).toEqual({
    impossible: 'reorganisation.not-yet',
    params: { on: '2025-07-01', today: '2025-06-30' },
  });
});

test('an heir decided later must be there; its superior comes with the command', () => {
  const { org } = book();
  const [known] = Object.keys(org.units);
  const decide = (heir: string, ended = false) => {
    const units = ended
      ? {
          ...org.units,
          [heir]: {
            ...org.units[heir]!,
            ended: { on: '2020-01-01', how: 'merged', successors: ['x'], source: 'nguồn' },
          },
        }
      : org.units;
    return plan(
      { type: 'DecideHeir', stream: 'reorganisation/s1', data: { heir } },
      {},
      { ...book(), org: { units } as OrgState },
      AT,
    );
  };
  expect(decide(known!)).toHaveProperty('superior');
  expect(decide('nobody')).toMatchObject({ impossible: 'unit.unknown' });
  expect(decide(known!, true)).toMatchObject({ impossible: 'unit.ended' });
});

describe('an heir decided later', () => {
  const [old, one, two, other] = Object.keys(book().org.units) as [string, string, string, string];
  const ended = (successors: readonly string[]) => ({
    ended: { on: '2025-01-01', how: 'split', successors, source: 'nguồn' },
  });
  const decided = (
    heir: string,
    successors: readonly string[],
    more: object = {},
    to: string | null = null,
  ) => {
    const { units } = book().org;
    const org = { units: { ...units, [old]: { ...units[old]!, ...ended(successors) }, ...more } };
    const data = { unit: old, heir, reason: 'trụ sở' };
    const asked = { type: 'DecideHeir', stream: 'reorganisation/s1', data };
    const state = {
      ...{ id: 's1', title: 'x', on: '2025-01-01', source: 's', status: 'awaitingHeirs' },
      successions: [{ from: old, to, superior: null }],
      ...{ decided: [], passes: [], blocked: { [old]: 1 } },
    };
    const made = plan(asked, state, { ...book(), org: org as OrgState }, AT);
    const actor = { id: 'op', role: 'operator', unit: null };
    const command = { ...asked, actor, id: 'c', receivedAt: AT, effectiveAt: AT, plan: made };
    const decision = reorganisationDecider.decide(state as never, command as never);
    return decision.ok ? null : decision.rejection;
  };

  test('is one of the successors that the end names', () => {
    expect(decided(one, [one, two])).toBeNull();
    expect(decided(other, [one, two])).toMatchObject({
      code: 'reorganisation.heir-not-successor',
      params: { unit: old, heir: other, successors: [one, two] },
    });
  });

  test('is anybody where the end names nobody', () => {
    expect(decided(other, [])).toBeNull();
  });

  test('is whoever took over from a successor that has ended meanwhile', () => {
    const merged = { [two]: { ...book().org.units[two]!, ...ended([other]) } };
    expect(decided(other, [one, two], merged)).toBeNull();
    const gone = {
      [one]: { ...book().org.units[one]!, ...ended([]) },
      [two]: { ...book().org.units[two]!, ...ended([]) },
    };
    expect(decided(other, [one, two], gone)).toMatchObject({
      code: 'reorganisation.heir-not-successor',
      params: { successors: [] },
    });
  });

  test('is decided once, and a wrong one is set right by undoing the set that the refusal names', () => {
    expect(decided(two, [one, two], {}, one)).toMatchObject({
      code: 'reorganisation.heir-decided',
      params: { unit: old, heir: one, reorganisation: 's1' },
    });
  });

  test('is never the ended unit itself, and the refusal says who may be', () => {
    expect(decided(old, [one, two])).toMatchObject({
      code: 'reorganisation.heir-is-itself',
      params: { unit: old, successors: `${one}, ${two}` },
    });
    expect(decided(old, [])).toMatchObject({ code: 'reorganisation.heir-is-itself' });
  });
});

test('directives are looked for by the units of the pass', () => {
  const successions = [{ from: 'a', to: 'b', superior: null }];
  const state = { passes: [{ successions }] };
  const command = { type: 'ListDirectives', stream: 'reorganisation/s1' };
  const asked = (pass: number) =>
    directivesAsked({ ...command, data: { pass, after: 'd' } }, state);
  expect(asked(0)).toEqual({ units: ['a'], after: 'd' });
  expect(asked(1)).toEqual({ units: [], after: 'd' });
  expect(directivesAsked({ ...command, type: 'NoteTransfer', data: {} }, state)).toBeNull();
});

describe('units ended one by one', () => {
  const ask = (type: string, data: object, directives?: readonly string[]) => {
    const found = directives && { directives: { directives, more: directives.length > 2 } };
    return plan({ type, stream: 'org', data }, {}, book(), AT, new Map(), found);
  };
  test.each([
    ['MergeUnits', { units: ['a', 'b'], into: 'c' }, ['a', 'b']],
    ['SplitUnit', { unit: 'a', into: ['b', 'c'] }, ['a']],
    ['DissolveUnit', { unit: 'a', successors: [] }, ['a']],
  ])('%s looks for directives that name them', (type, data, units) => {
    expect(directivesAsked({ type, stream: 'org', data }, {})).toMatchObject({ units });
    expect(ask(type, data, [])).toBeUndefined();
    expect(ask(type, data, ['d-1', 'd-2', 'd-3'])).toEqual({
      impossible: 'unit.named-in-directives',
      params: { directives: 'd-1, d-2, d-3, …' },
    });
  });
});

test('a duty that names an ended unit is owed by its heir from the next round on', () => {
  const [old, heir] = Object.keys(book().org.units) as [string, string];
  const named = duty({ owes: stated({ kind: 'units', units: [old] }) });
  const heirs = [{ reorganisation: 's1', from: old, to: heir, superior: null }];
  const state: DirectiveState = directive([named], { heirs });
  const period = {
    ...{ id: '2018', label: { vi: 'năm 2018', en: '2018' } },
    ...{ from: '2017-12-15', to: '2018-12-14', closing: '2018-12-14' },
  };
  const made = planConvening(state, { duty: 'report', period }, '2018-11-01T02:00:00.000Z', book());
  expect(made).toMatchObject({ kind: 'convened', units: [{ unit: heir }] });
});
