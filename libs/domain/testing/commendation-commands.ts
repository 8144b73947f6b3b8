/**
 * Random commands for a commendation, with plans whose rungs lie behind the two days of a life: how a late engine skips and
 * holds is a law of its own (commendation/ladder.test.ts), for there the moment of waking is part of the state.
 */
import fc from 'fast-check';
import { POWER, stepPlan } from '../commendation/testing/fixture';
import type { StepName } from '../commendation/types';
import { asks, day, reason, unitId, units, type Asked } from './asked';

export const NAME = `pii:${'b'.repeat(64)}`;

const subject = fc.oneof(
  unitId.map((unit) => ({ kind: 'collective', unit })),
  fc.record({
    kind: fc.constantFrom('individual', 'household'),
    name: fc.constantFrom(NAME, NAME, 'Nguyễn Văn A'),
    unit: fc.option(unitId),
    position: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('aggregate'),
    individuals: fc.integer({ min: 0, max: 2 }),
    collectives: fc.integer({ min: 0, max: 2 }),
    households: fc.constant(0),
    note: fc.constant(''),
  }),
);

const stepOf = (step: StepName | null) =>
  fc.boolean().map((has) => stepPlan(step, '2014-09-01', { power: { ...POWER, has } }));

const why = fc.record({ reason });

/** The actor of most lives acts for `bo-cong-an`: it awards, appraises or nominates. */
const body = fc.constantFrom('bo-cong-an', 'bo-cong-an', 'a');

export const COMMENDATION_COMMANDS: readonly fc.Arbitrary<Asked>[] = [
  asks(
    'NominateForCommendation',
    fc.record({
      directive: fc.constantFrom('d-07', null),
      form: fc.constant('bang-khen'),
      awardingBody: body,
      appraisingBody: body,
      merit: fc.constantFrom('regular', 'thematic'),
      subjects: fc.array(subject, { maxLength: 3 }),
      evidence: fc.constant([]),
      shortlist: fc.constant(null),
      reason,
    }),
    stepOf('dossier'),
  ),
  asks(
    'CompleteDossier',
    fc.record({ documents: fc.constant([]), note: reason }),
    stepOf('appraisal'),
  ),
  asks('ReturnDossier', why, stepOf('dossier')),
  asks(
    'AppraiseNomination',
    fc.record({
      finding: fc.constantFrom('eligible', 'notEligible'),
      reason,
      barred: fc.constant([]),
      opinionsOf: units,
    }),
    stepOf('decision'),
  ),
  asks('GiveOpinion', fc.record({ opinion: fc.constantFrom('agree', 'disagree'), reason })),
  asks(
    'DecideCommendation',
    fc.record({ number: fc.constant('1'), date: day, signer: fc.constant('Bộ trưởng'), reason }),
    stepOf('conferral'),
  ),
  asks('RefuseCommendation', why),
  asks('ConferAward', fc.record({ on: day, where: reason, reason }), stepOf('announcement')),
  asks('MakeAwardKnown', fc.record({ on: day, how: reason }), stepOf(null)),
  asks('WithdrawNomination', why),
  asks(
    'RevokeCommendation',
    fc.record({ reason, document: fc.constant(null), reclaim: fc.boolean() }),
  ),
  asks('ReplanHeldStep', fc.constant({ deadline: 'd0', rungs: ['T3'] })),
];
