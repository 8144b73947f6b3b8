/** Links between duties: no circle through any number of directives, and a warning when below is due after above. */
import type { DirectiveState, DutyLink, LinkPlan } from '../domain';
import { plan } from './plan';
import type { PolicyBook } from './policy-book';
import { book, directive, duty, org, stated } from './testing/fixture';

const AT = '2018-04-10T02:00:00.000Z';
const REPORT = duty({ id: 'report' });

function named(id: string, links: readonly DutyLink[] = [], changes: Partial<DirectiveState> = {}) {
  return directive([REPORT], {
    id,
    links,
    issue: { ...directive([]).issue!, symbol: `${id.slice(2)}/CT` },
    ...changes,
  });
}

const linkTo = (id: string, to = 'report'): DutyLink => ({
  duty: 'report',
  unit: 'cat-thanh-hoa',
  from: stated({ directive: id, duty: to }),
});

const planned = (state: DirectiveState, link: DutyLink, others: readonly DirectiveState[] = []) =>
  plan(
    { type: 'LinkDuty', stream: `directive/${state.id}`, data: link },
    state,
    book(),
    AT,
    new Map(others.map((one) => [one.id, one])),
  );

test('a link to a directive or a duty that is not there is impossible', () => {
  expect(planned(named('d-1'), linkTo('d-2'))).toMatchObject({ impossible: 'directive.unknown' });
  expect(planned(named('d-1'), linkTo('d-2', 'x'), [named('d-2')])).toMatchObject({
    impossible: 'duty.unknown',
  });
});

test('a circle is found through any number of directives, and named', () => {
  const draft = named('d-3', [linkTo('d-4')], { issue: null });
  const chain = [named('d-2', [linkTo('d-3')]), draft, named('d-4')];
  expect(planned(named('d-1'), linkTo('d-2'), chain)).toMatchObject({ warning: null });
  const closed = [...chain.slice(0, 2), named('d-4', [linkTo('d-1')])];
  expect(planned(named('d-1'), linkTo('d-2'), closed)).toEqual({
    impossible: 'link.cycle',
    params: { path: '1/CT (d-1) → 2/CT (d-2) → d-3 → 4/CT (d-4) → 1/CT (d-1)' },
  });
});

test('a circle that does not come back here is not ours and ends', () => {
  const others = [named('d-2', [linkTo('d-3')]), named('d-3', [linkTo('d-2')])];
  expect(planned(named('d-1'), linkTo('d-2'), others)).toMatchObject({ warning: null });
});

test('a report below that is due after the one above is a warning with both dates', () => {
  const below = (days: number) =>
    directive(
      [duty({ id: 'report', due: stated({ kind: 'workingDaysAfter', from: 'closing', days }) })],
      {
        id: 'd-2',
      },
    );
  expect(planned(named('d-1'), linkTo('d-2'), [below(1)])).toMatchObject({ warning: null });
  expect(planned(named('d-1'), linkTo('d-2'), [below(4)])).toMatchObject({
    warning: {
      period: '2018',
      // 14/12/2018 is a Friday: two working days later is Tuesday, four are Thursday.
      above: '2018-12-18T10:00:00.000Z',
      below: '2018-12-20T10:00:00.000Z',
    },
  });
});

describe('whose obligation is answered', () => {
  const linkFor = (unit: string, state = named('d-1'), changes: Partial<PolicyBook> = {}) => {
    const command = { type: 'LinkDuty', stream: 'directive/d-1' };
    const data = { ...linkTo('d-2'), unit };
    return plan({ ...command, data }, state, book(changes), AT, new Map([['d-2', named('d-2')]]));
  };

  test('is a unit that is there; of one that has ended the heir is named', () => {
    expect(linkFor('cat-x')).toEqual({ impossible: 'unit.unknown', params: { unit: 'cat-x' } });
    const all = org(['cat-ha-noi', 'cat-thanh-hoa']);
    const end = { on: '2018-03-01', how: 'merged', source: 'x' } as const;
    const ended = { ...end, successors: ['cat-ha-noi'] };
    const changed = {
      org: { units: { ...all.units, 'cat-thanh-hoa': { ...all.units['cat-thanh-hoa']!, ended } } },
    };
    expect(linkFor('cat-thanh-hoa', named('d-1'), changed)).toEqual({
      impossible: 'unit.ended',
      params: { unit: 'cat-thanh-hoa', on: '2018-03-01', successors: 'cat-ha-noi' },
    });
  });

  test('owes the duty: by name, by its class on the day, or in a round that is open', () => {
    const owes = (units: readonly string[]) =>
      named('d-1', [], {
        duties: { report: duty({ id: 'report', owes: stated({ kind: 'units', units }) }) },
      });
    const nothing = {
      impossible: 'link.unit-owes-nothing',
      params: { unit: 'v28', duty: 'report' },
    };
    expect(linkFor('cat-thanh-hoa')).toMatchObject({ warning: null });
    expect(linkFor('v28')).toEqual(nothing);
    expect(linkFor('v28', owes(['cat-ha-noi']))).toEqual(nothing);
    expect(linkFor('v28', owes(['v28']))).toMatchObject({ warning: null });
    const shards = [{ shard: 0, units: ['v28'], superiors: [], closed: false }];
    const planned = { id: '2017', label: { vi: '', en: '' }, from: null, to: null, closing: null };
    const round = { duty: 'report', period: '2017', planned, shards, completed: false };
    const open = named('d-1', [], { rounds: { 'report~2017': round } });
    expect(linkFor('v28', open)).toMatchObject({ warning: null });
    const unsaid = { report: duty({ id: 'report', owes: { grade: 'notStated' } }) };
    expect(linkFor('v28', named('d-1', [], { duties: unsaid }))).toMatchObject({ warning: null });
  });
});

describe('how the reports below reach the duty above', () => {
  const below = (units: readonly string[]) =>
    named('d-2', [], {
      duties: { report: duty({ id: 'report', owes: stated({ kind: 'units', units }) }) },
    });

  test('by themselves of one unit alone; of several, of a class and of one not known yet by a person', () => {
    const manner = (other: DirectiveState, state = named('d-1')) =>
      (planned(state, linkTo('d-2'), [other]) as LinkPlan).manner;
    expect(manner(below(['cat-ha-noi']))).toEqual({ reporters: 1, byItself: true });
    expect(manner(below(['cat-ha-noi', 'cat-thanh-hoa']))).toEqual({
      reporters: 2,
      byItself: false,
    });
    expect(manner(named('d-2'))).toEqual({ reporters: 2, byItself: false });
    const unsaid = duty({ id: 'report', owes: { grade: 'notStated' } });
    expect(manner(named('d-2', [], { duties: { report: unsaid } }))).toEqual({
      reporters: null,
      byItself: false,
    });
    const linkedTwice = named('d-1', [linkTo('d-3')]);
    expect(manner(below(['cat-ha-noi']), linkedTwice)).toEqual({ reporters: 1, byItself: false });
  });

  test('a report below is counted among all who ever owed its round, in every shard', () => {
    const shard = (n: number, units: readonly string[]) => ({
      ...{ shard: n, units, superiors: [], closed: true },
    });
    const planned = { id: '2018', label: { vi: '', en: '' }, from: null, to: null, closing: null };
    const round = { duty: 'report', period: '2018', planned, completed: true };
    const reporters = (...shards: readonly ReturnType<typeof shard>[]) => {
      const rounds = { 'report~2018': { ...round, shards } };
      const child = { obligation: 'd-2~report~2018~0~a' };
      const command = { type: 'TakeChildReport', stream: 'directive/d-1', data: { child } };
      const linked = new Map([['d-2', named('d-2', [], { rounds })]]);
      return plan(command, named('d-1'), book(), AT, linked);
    };
    expect(reporters(shard(0, ['a']))).toEqual({ reporters: 1 });
    expect(reporters(shard(0, ['a']), shard(1, ['b']))).toEqual({ reporters: 2 });
    expect(reporters()).toEqual({ reporters: 0 });
  });
});

describe('a duty set up or decided anew', () => {
  const days = (count: number) =>
    ({ kind: 'workingDaysAfter', from: 'closing', days: count }) as const;
  const undecided = duty({ id: 'report', due: { grade: 'notStated' } });
  const [ABOVE, BELOW] = ['d-1', 'd-2'].map((id) => ({ directive: id, duty: 'report' }));
  const warnings = [
    {
      answers: ABOVE,
      from: BELOW,
      period: '2018',
      above: '2018-12-18T10:00:00.000Z',
      below: '2018-12-20T10:00:00.000Z',
    },
  ];
  const asked = (
    type: string,
    data: unknown,
    state: DirectiveState,
    others: readonly DirectiveState[] = [],
  ) => {
    const linked = new Map(others.map((one) => [one.id, one]));
    return plan({ type, stream: `directive/${state.id}`, data }, state, book(), AT, linked);
  };
  const decides = (count: number) => ({
    ...{ duty: 'report', field: 'due', value: days(count), reason: 'x' },
  });

  test('above warns when a report that answers it is due later, and says nothing otherwise', () => {
    const state = { ...named('d-1', [linkTo('d-2')]), duties: { report: undecided } };
    const below = directive([duty({ id: 'report', due: stated(days(4)) })], { id: 'd-2' });
    expect(asked('DecideValue', decides(2), state, [below])).toEqual({ warnings });
    expect(asked('DecideValue', decides(4), state, [below])).toBeUndefined();
    const data = { duty: duty({ id: 'report', due: stated(days(2)) }) };
    expect(asked('SetUpDuty', data, state, [below])).toEqual({ warnings });
  });

  test('below warns of what it answers in another directive', () => {
    const feeds = { report: [{ ...ABOVE!, unit: 'cat-thanh-hoa' }] };
    const state = named('d-2', [], { feeds, duties: { report: undecided } });
    expect(asked('DecideValue', decides(4), state, [named('d-1')])).toEqual({ warnings });
    expect(asked('DecideValue', decides(2), state, [named('d-1')])).toBeUndefined();
    const data = { duty: duty({ id: 'report', due: stated(days(4)) }) };
    expect(asked('SetUpDuty', data, state, [named('d-1')])).toEqual({ warnings });
  });

  test('of one directive warns whichever of the two is changed', () => {
    const link = { ...linkTo('d-1', 'parts'), unit: null };
    const parts = duty({ id: 'parts', due: stated(days(4)) });
    const state = { ...named('d-1', [link]), duties: { report: REPORT, parts } };
    const from = { directive: 'd-1', duty: 'parts' };
    expect(asked('SetUpDuty', { duty: parts }, state)).toEqual({
      warnings: [{ ...warnings[0], from }],
    });
    expect(asked('SetUpDuty', { duty: REPORT }, state)).toEqual({
      warnings: [{ ...warnings[0], from }],
    });
  });

  test('without a link, or linked to what is not there, needs no plan', () => {
    expect(asked('DecideValue', decides(9), named('d-1'))).toBeUndefined();
    expect(asked('DecideValue', decides(9), named('d-1', [linkTo('d-9')]))).toBeUndefined();
  });
});
