/** Random commands on what is recorded beside the work: who read what, the engine's own histories, what was lost. */
import fc from 'fast-check';
import { asks, at, type Asked } from './asked';
import { OPERATOR } from './scene';

const directive = fc.constantFrom('d-1', 'd-2');

export const BESIDE_THE_WORK: readonly (readonly [string, readonly fc.Arbitrary<Asked>[]])[] = [
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
    'losses',
    [
      asks(
        'RecordLoss',
        fc.record({
          last: fc.nat({ max: 9 }),
          missing: fc.option(fc.integer({ min: 1, max: 3 })),
          compared: fc.constant(null),
          operator: fc.constant('qt-1'),
          reason: fc.constant('đĩa hỏng'),
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
];
