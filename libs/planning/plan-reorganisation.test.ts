/** What a change set needs from outside: whether its day has come, and the superior of an heir decided later. */
import type { DirectiveState, OrgState } from '../domain';
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
