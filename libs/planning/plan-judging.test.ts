/** Nobody judges a task that his own unit carries: as its lead or coordinator, by name, by class, or for whom it took over from. */
import { deciderOf, type Actor, type DirectiveState } from '../domain';
import { plan } from './plan';
import { book, directive, duty, org, stated, unit } from './testing/fixture';

const AT = '2026-01-10T02:00:00.000Z';
const REVIEW = 'directive/d-07/review/1';
const NO_REVIEW = deciderOf(REVIEW).initial;

const units = org(['cat-a', 'cat-b', 'cat-c']).units;
const standingBody = unit('v28', 'bo-cong-an', 'cuc');
const end = { on: '2025-07-01', how: 'merged' as const, successors: ['cat-b'], source: 's' };
const leftBefore = { ...units['cat-c']!.roleClasses[0]!, to: '2014-08-15' };
const ORG = {
  units: {
    ...units,
    v28: standingBody,
    'cat-a': { ...units['cat-a']!, ended: end },
    'cat-c': { ...units['cat-c']!, roleClasses: [leftBefore] },
  },
};

const nothing = { grade: 'notStated' } as const;
const TASK = { key: '1', text: 'x', lead: nothing, coordinators: nothing, verbs: [] };
const byClass = { kind: 'class' as const, roleClasses: ['cong-an-tinh'] };

function of(owes: object, changes: Partial<DirectiveState> = {}, task: object = {}) {
  const made = directive([duty({ task: '1', owes: stated(owes as never) })], changes);
  return { ...made, draft: { ...made.draft!, tasks: [{ ...TASK, ...task }] } } as DirectiveState;
}

function carries(by: string, ofDirective: DirectiveState, task = '1') {
  const actor: Actor = { id: 'x', role: 'leader', unit: by };
  const command = { type: 'JudgeTask', stream: REVIEW, data: { task }, actor };
  const made = plan(command, NO_REVIEW, book({ org: ORG }), AT, new Map(), { ofDirective });
  return (made as { carries?: readonly string[] } | undefined)?.carries;
}

test('a unit of the class that owes it carries the task, and one that is of no such class does not', () => {
  expect(carries('cat-b', of(byClass))).toEqual(['cat-b', 'cat-a']);
  expect(carries('v28', of(byClass))).toBeUndefined();
  expect(carries('cat-b', of(byClass), '2')).toBeUndefined();
});

test('one that left the class before the issue, or is excepted, does not; one that was asked in a round does', () => {
  expect(carries('cat-c', of(byClass))).toBeUndefined();
  expect(carries('cat-b', of({ ...byClass, except: ['cat-b', 'cat-a'] }))).toBeUndefined();
  const round = {
    duty: 'report',
    period: '2014',
    planned: { id: '2014', label: { vi: '', en: '' }, from: null, to: null, closing: null },
    shards: [{ shard: 0, units: ['cat-c'], superiors: [], closed: true }],
    completed: true,
  };
  expect(carries('cat-c', of(byClass, { rounds: { 'report~2014': round } }))).toEqual(['cat-c']);
});

test('what joined later owes it as well', () => {
  expect(carries('v28', of(byClass, { lateAddressees: ['v28'] }))).toEqual(['v28']);
  const lateClasses = [{ roleClass: 'cuc', name: { vi: 'Cục', en: 'Departments' } }];
  expect(carries('v28', of(byClass, { lateClasses }))).toEqual(['v28']);
});

test('a lead and a coordinator carry it, and so does whoever took over from one', () => {
  const none = { kind: 'units' as const, units: [] };
  expect(carries('v28', of(none, {}, { lead: stated('v28') }))).toEqual(['v28']);
  const coordinated = of(none, {}, { coordinators: stated(['cat-a']) });
  expect(carries('cat-b', coordinated)).toEqual(['cat-a']);
  expect(carries('v28', coordinated)).toBeUndefined();
  const heirs = [{ reorganisation: 'r', from: 'x', to: 'v28', superior: null }];
  expect(carries('v28', of({ kind: 'units', units: ['x'] }, { heirs }))).toEqual(['x']);
});
