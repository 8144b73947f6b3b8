/** A judge of a unit is a stranger to it: neither the unit itself nor anybody of one line with it. */
import { ownAmong } from './own-unit';
import { kinOf } from './org/units';
import type { OrgState, Unit } from './org/types';

const unit = (id: string, ended: Unit['ended'] = null): Unit => ({
  ...{ id, names: [], aliases: [], parents: [], kinds: [], roleClasses: [], contacts: [], ended },
});
const end = (on: string, ...successors: string[]): Unit['ended'] => ({
  ...{ on, how: 'merged', successors, source: 's' },
});

/** a and b → c on 01/07/2025; c → d, e a year later; f stands apart. */
const org: OrgState = {
  units: {
    a: unit('a', end('2025-07-01', 'c')),
    b: unit('b', end('2025-07-01', 'c')),
    c: unit('c', end('2026-07-01', 'd', 'e')),
    d: unit('d'),
    e: unit('e'),
    f: unit('f'),
  },
};

test('kin are all it took over from and all that took over from it, and not those beside it', () => {
  const on = '2026-11-29';
  expect(kinOf(org, 'd', on)).toEqual(['a', 'b', 'c']);
  expect(kinOf(org, 'a', on)).toEqual(['c', 'd', 'e']);
  expect(kinOf(org, 'c', on)).toEqual(['a', 'b', 'd', 'e']);
  expect(kinOf(org, 'f', on)).toEqual([]);
});

test('before the day of a succession nobody is kin by it', () => {
  expect(kinOf(org, 'c', '2026-06-30')).toEqual(['a', 'b']);
  expect(kinOf(org, 'c', '2025-06-30')).toEqual([]);
});

test('the actor is of his own unit and of its kin, as the plan has it', () => {
  const by = (of: string | null, kin?: readonly string[]) => ({
    actor: { id: 'x', role: 'leader' as const, unit: of },
    plan: kin === undefined ? undefined : { kin },
  });
  expect(ownAmong(by('d'), ['a', 'd'])).toBe('d');
  expect(ownAmong(by('d', ['a', 'b', 'c']), ['f', 'a'])).toBe('a');
  expect(ownAmong(by('d'), ['a'])).toBeNull();
  expect(ownAmong(by(null, ['a']), ['a'])).toBeNull();
});
