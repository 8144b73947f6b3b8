/** Units over the years: renamed, moved, merged; no unit under itself; a name is read as of its day. */
import { OPERATOR, Scene, codeOf, eventsOf } from '../testing/scene';
import { orgDecider } from './decider';
import type { NewUnit } from './types';
import { superiorAt, unitAt, unitsOfClass } from './units';

const source = 'quyết định của Bộ';
const name = (vi: string) => ({ vi, en: vi });

function unit(id: string, changes: Partial<NewUnit> = {}): NewUnit {
  return {
    id,
    name: name(id),
    aliases: [],
    parent: null,
    kind: 'cuc',
    roleClasses: [],
    from: '2010-01-01',
    source,
    contacts: [],
    ...changes,
  };
}

function org(...units: readonly NewUnit[]) {
  const scene = new Scene(orgDecider, 'org', { at: '2010-01-01T00:00:00.000Z', by: OPERATOR });
  if (units.length > 0) eventsOf(scene.ask('RegisterUnits', { units }));
  return scene;
}

const MINISTRY = unit('bo-cong-an', { name: name('Bộ Công an') });
const V28 = unit('v28', {
  name: name('Cục Xây dựng phong trào'),
  aliases: ['V28'],
  parent: 'bo-cong-an',
});

describe('registering units', () => {
  test('takes a batch in which a parent comes after its child', () => {
    expect(unitAt(org(V28, MINISTRY).state.units['v28']!, '2014-08-15')).toMatchObject({
      name: { vi: 'Cục Xây dựng phong trào' },
      parent: 'bo-cong-an',
    });
  });

  test.each([
    ['a parent nobody knows', 'unit.unknown', [unit('a', { parent: 'b' })]],
    ['a unit twice', 'unit.duplicate', [unit('a'), unit('a')]],
    ['an id that cannot stand in an obligation’s id', 'unit.bad-id', [unit('a~b')]],
    ['no name', 'unit.no-name', [unit('a', { name: name(' ') })]],
    ['a day that does not exist', 'date.invalid', [unit('a', { from: '2015-02-29' })]],
    ['nothing', 'unit.none-given', []],
    [
      'a parent not there yet',
      'unit.not-yet',
      [unit('a', { parent: 'b' }), unit('b', { from: '2011-01-01' })],
    ],
    [
      'an address instead of its token',
      'contact.not-a-token',
      [
        unit('a', {
          contacts: [{ role: 'focal', position: name('Đầu mối'), email: 'a@b.vn', language: 'vi' }],
        }),
      ],
    ],
  ])('refuses %s', (_what, code, units) => {
    expect(codeOf(org().ask('RegisterUnits', { units }))).toBe(code);
  });

  test('refuses a ring and names its path', () => {
    const ring = [
      unit('a', { parent: 'b' }),
      unit('b', { parent: 'c' }),
      unit('c', { parent: 'a' }),
    ];
    expect(org().ask('RegisterUnits', { units: ring })).toMatchObject({
      rejection: { code: 'unit.cycle', params: { path: ['a', 'b', 'c', 'a'] } },
    });
  });
});

describe('a rename', () => {
  const renamed = () => {
    const scene = org(MINISTRY, V28);
    const data = { unit: 'v28', on: '2018-08-07', source, name: name('Cục V05'), alias: 'V05' };
    eventsOf(scene.ask('RenameUnit', data));
    return scene;
  };

  test('V28 becomes V05 on its day, and the past keeps the old name', () => {
    const v28 = renamed().state.units['v28']!;
    expect(unitAt(v28, '2018-08-06')).toMatchObject({ aliases: ['V28'] });
    expect(unitAt(v28, '2018-08-07')).toMatchObject({ name: { vi: 'Cục V05' }, aliases: ['V05'] });
  });

  test('does not rewrite the past', () => {
    const scene = renamed();
    const data = { unit: 'v28', on: '2018-08-07', source, name: name('X'), alias: null };
    expect(codeOf(scene.ask('RenameUnit', data))).toBe('unit.date-not-after');
  });
});

test('an alias is held once on a day', () => {
  const scene = org(V28, MINISTRY);
  const alias = { unit: 'v28', on: '2014-01-01', source, alias: 'v28' };
  expect(codeOf(scene.ask('AddAlias', alias))).toBe('unit.alias-held');
  eventsOf(scene.ask('AddAlias', { ...alias, alias: 'Cục V28' }));
  expect(unitAt(scene.state.units['v28']!, '2014-01-01')?.aliases).toEqual(['V28', 'Cục V28']);
});

test('Uỷ ban and Ủy ban, composed or not, are one name', () => {
  const scene = org(unit('u', { aliases: ['Ủy ban nhân dân tỉnh'] }), MINISTRY);
  for (const alias of [
    'Uỷ ban nhân dân tỉnh',
    'ỦY BAN  NHÂN DÂN TỈNH',
    'Ủy ban nhân dân tỉnh'.normalize('NFD'),
  ]) {
    const data = { unit: 'u', on: '2018-04-02', source, alias };
    expect(codeOf(scene.ask('AddAlias', data))).toBe('unit.alias-held');
  }
});

test('a unit ends once: a later word neither moves the day nor the successors', () => {
  const scene = org(unit('a'), unit('b'), unit('c'));
  const ends = { unit: 'a', successors: ['b'], on: '2018-08-07', source };
  eventsOf(scene.ask('DissolveUnit', ends));
  const again = scene.ask('DissolveUnit', { ...ends, successors: ['c'], on: '2017-01-01' });
  expect(codeOf(again)).toBe('unit.ended');
  const merged = { units: ['a'], into: 'c', on: '2017-01-01', source };
  expect(codeOf(scene.ask('MergeUnits', merged))).toBe('unit.ended');
});

describe('a move', () => {
  const move = (unitId: string, parent: string | null, on: string) => ({
    unit: unitId,
    parent,
    on,
    source,
  });

  test('refuses a ring, also one that a later move would close', () => {
    const scene = org(unit('a'), unit('b', { parent: 'a' }), unit('c'));
    expect(scene.ask('MoveUnit', move('a', 'b', '2015-01-01'))).toMatchObject({
      rejection: { code: 'unit.cycle', params: { path: ['a', 'b', 'a'] } },
    });
    eventsOf(scene.ask('MoveUnit', move('c', 'b', '2018-01-01')));
    expect(scene.ask('MoveUnit', move('a', 'c', '2017-01-01'))).toMatchObject({
      rejection: { code: 'unit.cycle', params: { on: '2018-01-01' } },
    });
    expect(codeOf(scene.ask('MoveUnit', move('c', 'c', '2019-01-01')))).toBe('unit.cycle');
  });

  test('changes the superior from its day on', () => {
    const scene = org(unit('a'), unit('b'), unit('c', { parent: 'a' }));
    eventsOf(scene.ask('MoveUnit', move('c', 'b', '2018-01-01')));
    expect(superiorAt(scene.state, 'c', '2017-12-31')).toBe('a');
    expect(superiorAt(scene.state, 'c', '2018-01-01')).toBe('b');
    expect(superiorAt(scene.state, 'a', '2018-01-01')).toBeNull();
  });
});

test('a class is expanded as of a day', () => {
  const police = (id: string, from = '2010-01-01') => unit(id, { roleClasses: ['cat'], from });
  const scene = org(police('cat-b'), police('cat-a'), police('cat-c', '2015-01-01'));
  const data = { unit: 'cat-b', on: '2016-01-01', source, roleClasses: ['other'] };
  eventsOf(scene.ask('ChangeRoleClasses', data));
  expect(unitsOfClass(scene.state, 'cat', '2014-08-15')).toEqual(['cat-a', 'cat-b']);
  expect(unitsOfClass(scene.state, 'cat', '2016-01-01')).toEqual(['cat-a', 'cat-c']);
});

describe('units that end', () => {
  test('are there no more from that day, name their successors and change no more', () => {
    const scene = org(unit('dong-son'), unit('tp-thanh-hoa'));
    const on = '2025-01-01';
    eventsOf(scene.ask('MergeUnits', { units: ['dong-son'], into: 'tp-thanh-hoa', on, source }));
    const ended = scene.state.units['dong-son']!;
    expect(unitAt(ended, '2024-12-31')).not.toBeNull();
    expect(unitAt(ended, on)).toBeNull();
    expect(ended.ended).toMatchObject({ how: 'merged', successors: ['tp-thanh-hoa'] });
    const alias = { unit: 'dong-son', on: '2025-02-01', source, alias: 'ĐS' };
    expect(scene.ask('AddAlias', alias)).toMatchObject({
      rejection: { code: 'unit.ended', params: { successors: ['tp-thanh-hoa'] } },
    });
  });

  test('that a directive names end by a reorganisation, whatever the command', () => {
    const scene = org(unit('b'), unit('c'), unit('d'));
    const on = '2018-08-07';
    const plan = { impossible: 'unit.named-in-directives', params: { directives: 'd-1' } };
    const refused = [
      scene.ask('DissolveUnit', { unit: 'b', successors: ['c'], on, source }, { plan }),
      scene.ask('MergeUnits', { units: ['b'], into: 'c', on, source }, { plan }),
      scene.ask('SplitUnit', { unit: 'b', into: ['c', 'd'], on, source }, { plan }),
    ];
    expect(refused.map(codeOf)).toEqual(Array<string>(3).fill('unit.named-in-directives'));
  });

  test('split into several, dissolve into none or some, and never into themselves', () => {
    const scene = org(unit('a'), unit('b'), unit('c'));
    const on = '2018-08-01';
    const split = (into: readonly string[]) =>
      scene.ask('SplitUnit', { unit: 'a', into, on, source });
    expect(codeOf(split(['b']))).toBe('unit.split-into-one');
    expect(codeOf(split(['a', 'b']))).toBe('unit.named-twice');
    expect(codeOf(split(['b', 'x']))).toBe('unit.unknown');
    expect(codeOf(split(['b', 'c']))).toBe('accepted');
    expect(codeOf(scene.ask('DissolveUnit', { unit: 'b', successors: [], on, source }))).toBe(
      'accepted',
    );
  });
});

test('contacts are references and are replaced whole', () => {
  const scene = org(unit('a'));
  const email = `pii:${'0'.repeat(64)}`;
  const contacts = [{ role: 'head', position: name('Cục trưởng'), email, language: 'vi' }] as const;
  eventsOf(scene.ask('SetContacts', { unit: 'a', contacts }));
  expect(scene.state.units['a']!.contacts).toEqual(contacts);
  expect(codeOf(scene.ask('SetContacts', { unit: 'x', contacts }))).toBe('unit.unknown');
});
