/** Random commands for every decider but the round: few ids and dates, so that they meet and collide. */
import fc from 'fast-check';
import type { Command } from '../kernel';
import type { OrgState, Unit } from '../org/types';
import { RIGHTS } from '../rights';
import { asks, at, day, reason, unitId, units, type Asked } from './asked';
import { LEADER, V28_DESK } from './directive-07';
import { COMMENDATION_COMMANDS, NAME } from './commendation-commands';
import { DIRECTIVE_COMMANDS } from './directive-commands';
import { REVIEW_COMMANDS } from './review-commands';
import { RECOGNITION_COMMANDS } from './recognition-commands';
import { OPERATOR, SYSTEM } from './scene';

const INTERNAL = Object.keys(RIGHTS).filter((type) => RIGHTS[type]!.roles.join() === 'system');

const source = fc.constant('nguồn');

const text = fc.constant({ vi: 'Cục', en: 'Office' });
const newUnitFields = {
  id: unitId,
  name: text,
  aliases: fc.constant(['V28']),
  parent: fc.option(unitId),
  kind: fc.constant('cuc'),
  roleClasses: fc.constant(['cat']),
  from: day,
  source,
  contacts: fc.constant([]),
};
const newUnit = fc.record(newUnitFields);

const { from: _from, source: _source, ...ofSet } = newUnitFields;
const founded = fc.record(ofSet);
const change = fc.oneof(
  fc.record({ kind: fc.constant('merge'), units, into: unitId }),
  fc.record({ kind: fc.constant('split'), unit: unitId, into: units }),
  fc.record({ kind: fc.constant('dissolve'), unit: unitId, successors: units }),
);

const ORG: readonly fc.Arbitrary<Asked>[] = [
  asks('RegisterUnits', fc.record({ units: fc.array(newUnit, { maxLength: 3 }) })),
  asks(
    'RenameUnit',
    fc.record({ unit: unitId, on: day, source, name: text, alias: fc.constantFrom('V05', null) }),
  ),
  asks(
    'AddAlias',
    fc.record({ unit: unitId, on: day, source, alias: fc.constantFrom('V28', 'V05') }),
  ),
  asks('MoveUnit', fc.record({ unit: unitId, on: day, source, parent: fc.option(unitId) })),
  asks(
    'ChangeRoleClasses',
    fc.record({ unit: unitId, on: day, source, roleClasses: fc.subarray(['cat', 'cuc']) }),
  ),
  asks('SetContacts', fc.record({ unit: unitId, contacts: fc.constant([]) })),
  asks('MergeUnits', fc.record({ units, into: unitId, on: day, source })),
  asks('SplitUnit', fc.record({ unit: unitId, into: units, on: day, source })),
  asks(
    'ReorganiseUnits',
    fc.record({
      id: fc.constantFrom('s1', 's2', '~'),
      title: fc.constant('Sắp xếp'),
      on: day,
      source,
      register: fc.array(founded, { maxLength: 1 }),
      changes: fc.array(change, { maxLength: 2 }),
      heirs: fc.array(fc.record({ unit: unitId, heir: unitId, reason }), { maxLength: 1 }),
    }),
  ),
  asks('UndoReorganisation', fc.record({ id: fc.constantFrom('s1', 's2'), reason })),
  asks(
    'NoteReorganisationDone',
    fc.record({ id: fc.constantFrom('s1', 's2'), back: fc.boolean(), heirs: units }),
  ),
  asks('DissolveUnit', fc.record({ unit: unitId, successors: units, on: day, source })),
];

const policy = fc.record({
  id: fc.constantFrom('x', 'x', 'y'),
  from: day,
  to: fc.option(day),
  scope: fc.constant({ issuer: null, documentTypes: null }),
  source,
  text,
  value: fc.constantFrom({ kind: 'dueHour', hour: '17:00' }, { kind: 'dueHour', hour: '99:00' }),
});
const calendarDay = fc.record({
  date: day,
  kind: fc.constantFrom('holiday', 'workingDay'),
  name: text,
  source,
  certainty: fc.constant('sure'),
});
const messages = fc.array(
  fc.record({
    messageId: fc.constantFrom('m1', 'm2', 'm3'),
    outcome: fc.constantFrom('sent', 'failed'),
  }),
  { maxLength: 3 },
);

const successions = fc.uniqueArray(
  fc.record({ from: unitId, to: fc.option(unitId), superior: fc.constant(null) }),
  { maxLength: 3, selector: ({ from }) => from },
);
const named = {
  id: fc.constant('s1'),
  title: fc.constant('Sắp xếp'),
  on: day,
  source,
};
const pass = fc.integer({ min: 0, max: 2 });
const directive = fc.constantFrom('d-1', 'd-2');
const shard = fc.integer({ min: 0, max: 1 });
const period = fc.constant('2014');
const duty = fc.constant('report');
const rounds = fc.array(fc.record({ duty, period, shards: fc.array(shard, { maxLength: 2 }) }), {
  maxLength: 1,
});
const blocked = fc.array(fc.record({ unit: unitId, count: fc.constant(1) }), { maxLength: 1 });

const REORGANISATION: readonly fc.Arbitrary<Asked>[] = [
  asks('BeginReorganisation', fc.record({ ...named, successions })),
  asks('BeginHandBack', fc.record({ ...named, reason })),
  asks(
    'ListDirectives',
    fc.record({ pass, after: fc.constant(null) }),
    fc.record({ directives: fc.subarray(['d-1', 'd-2']), more: fc.boolean() }),
  ),
  asks('NoteHandOver', fc.record({ pass, directive, rounds })),
  asks(
    'NoteTransfer',
    fc.record({ pass, directive, duty, period, shard, moved: fc.nat({ max: 3 }), blocked }),
  ),
  asks(
    'DecideHeir',
    fc.record({ unit: unitId, heir: unitId, reason }),
    fc.constant({ superior: null }),
  ),
];

/** Stream and the commands it may get, well formed but often out of place. */
export const STREAMS: readonly (readonly [string, readonly fc.Arbitrary<Asked>[]])[] = [
  ['directive/d-07', DIRECTIVE_COMMANDS],
  [
    'series/bo-cong-an/directive/2014',
    [
      asks(
        'AllotNumber',
        fc.record({
          directive: fc.constantFrom('d-1', 'd-2', 'd-3'),
          issuer: unitId,
          stated: fc.constant(null),
          number: fc.option(fc.integer({ min: 1, max: 4 })),
          symbolPattern: fc.constant('{n}/CT-BCA'),
        }),
      ),
    ],
  ],
  ['org', ORG],
  ['reorganisation/s1', REORGANISATION],
  [
    'policy/x',
    [
      asks('AdoptPolicy', policy),
      asks('WithdrawPolicy', fc.record({ id: fc.constant('x'), on: day, reason })),
    ],
  ],
  [
    'calendar/vn',
    [
      asks(
        'AdoptCalendarYear',
        fc.record({
          calendar: fc.constant('vn'),
          year: fc.integer({ min: 2014, max: 2016 }),
          days: fc.array(calendarDay, { maxLength: 3 }),
          source,
        }),
      ),
    ],
  ],
  ['directive/d-07/review/1', REVIEW_COMMANDS],
  ['commendation/k-1', COMMENDATION_COMMANDS],
  [
    'bars',
    [
      asks(
        'RecordBar',
        fc.record({
          id: fc.constantFrom('b1', 'b2'),
          unit: unitId,
          kind: fc.constantFrom('discipline', 'inspection'),
          from: day,
          to: fc.option(day),
          reason,
          source,
        }),
      ),
      asks('LiftBar', fc.record({ id: fc.constantFrom('b1', 'b3'), on: day, reason })),
    ],
  ],
  [
    'erasure',
    [asks('ErasePersonalValue', fc.record({ token: fc.constantFrom(NAME, 'x'), reason }))],
  ],
  [
    'histories/2014-08-16',
    [
      asks(
        'RecordHistories',
        fc.record({
          runs: fc.array(fc.record({ run: fc.constantFrom('r1', 'r2', 'r3') }), { maxLength: 3 }),
          through: fc.option(at),
        }),
      ),
      asks(
        'RecordBuild',
        fc.record({
          queue: fc.constantFrom('q1', 'q2'),
          bundle: fc.constant('b'),
          lock: fc.constant(null),
        }),
      ),
    ],
  ],
  [
    'access/2014-08-16',
    [
      asks(
        'RecordAccess',
        fc.record({
          what: fc.constantFrom('content', 'personal', 'mail'),
          subject: fc.constantFrom('k-1', ' '),
          directive: fc.option(directive),
          range: fc.constant(null),
          values: fc.option(fc.nat({ max: 2 })),
          reader: fc.constantFrom(OPERATOR, null),
          reason: fc.constant(null),
        }),
      ),
    ],
  ],
  [
    'directive/d-07/round/ack/once/0/delivery',
    [asks('RecordDeliveries', fc.record({ deliveries: messages }))],
  ],
  ['recognition/bo-cong-an/2014', RECOGNITION_COMMANDS],
];

/** Four units of 2010, the second under the first. */
export const UNITS: OrgState = {
  units: Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((id) => [id, registered(id, id === 'b' ? 'a' : null)]),
  ),
};

function registered(id: string, parent: string | null): Unit {
  const since = <T>(value: T) => [{ from: '2010-01-01', to: null, value, source: 'nguồn' }];
  return {
    id,
    names: since({ vi: id, en: id }),
    aliases: since('V28'),
    parents: since(parent),
    kinds: since('cuc'),
    roleClasses: since('cat'),
    contacts: [],
    ended: null,
  };
}

/** A dossier is appraised by the standing body alone. */
function askerOf({ type }: Asked) {
  return RIGHTS[type]?.roles.includes('leader') === false ? V28_DESK : LEADER;
}

/** A life of one stream: commands in any order of time, asked mostly by those who may. */
export function livesOf(
  stream: string,
  commands: readonly fc.Arbitrary<Asked>[],
): fc.Arbitrary<Command[]> {
  const stray = fc.oneof(asks('WakeUp', fc.constant({})), asks('NoSuchCommand', fc.constant({})));
  const asked = fc.record({
    body: fc.oneof(
      { weight: 20, arbitrary: fc.oneof(...commands) },
      { weight: 1, arbitrary: stray },
    ),
    stranger: fc.constantFrom(null, null, null, null, V28_DESK, OPERATOR),
    effectiveAt: at,
  });
  return fc.array(asked, { minLength: 10, maxLength: 60 }).map((all) => {
    const life = all.map(({ body, stranger, effectiveAt }, index) => ({
      id: `c${String(index).padStart(3, '0')}`,
      stream,
      ...body,
      actor: stranger ?? (INTERNAL.includes(body.type) ? SYSTEM : askerOf(body)),
      receivedAt: effectiveAt,
      effectiveAt,
    }));
    // Records of fast-check have no prototype; what arrives at a stream is parsed JSON.
    return JSON.parse(JSON.stringify(life)) as Command[];
  });
}
