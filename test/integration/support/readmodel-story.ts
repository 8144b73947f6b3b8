/** The acts of one round from its opening to its closing, each kind of act at least once; and the issue of a directive. */
import { deciderOf, step, type Actor, type RoundCommand } from '../../../libs/domain';
import * as the from '../../../libs/domain/round/testing';
import {
  ACK,
  CLERK,
  DRAFT,
  LEADER,
  REPORT,
  stated,
} from '../../../libs/domain/testing/directive-07';
import { SYSTEM } from '../../../libs/domain/testing/scene';
import type { ReadmodelDatabase } from './readmodel-database';

const { rung, schedule } = the;

export const ROUND = 'd-04~report~2018';
export const day = (of: number, hour = 1) =>
  `2018-12-${String(of).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const later = (due: number, ...rungs: ReturnType<typeof rung>[]) =>
  schedule({ dueAt: day(due, 10), rungs });

/** Each act with the moment up to which time runs before the next. */
export const STORY: readonly RoundCommand[] = [
  the.opens(),
  the.submits('nga-son', { at: day(8) }),
  the.returns('nga-son', { at: day(9) }),
  the.submits('nga-son', { at: day(9, 5), report: { number: '13/BC-UBND' } }),
  the.withdraws('nga-son', { at: day(9, 6) }),
  the.submits('nga-son', { at: day(9, 7), report: { number: '14/BC-UBND' } }),
  the.asksForTime('tinh-gia', '2018-12-20', { at: day(10), plan: later(20, rung('T-1', day(19))) }),
  the.decidesExtension('tinh-gia', 'counter', {
    at: day(10, 3),
    date: '2018-12-19',
    plan: later(19, rung('T-1', day(18))),
  }),
  the.answersCounter('tinh-gia', true, { at: day(10, 4), plan: later(19, rung('T-1', day(18))) }),
  the.declines('sam-son', { at: day(11) }),
  the.upholds('sam-son', { at: day(12) }),
  the.entersPaper('sam-son', day(11, 2), { at: day(13) }),
  the.rejectsPaper('sam-son', { at: day(13, 2) }),
  the.entersPaper('sam-son', day(11, 2), { at: day(13, 3) }),
  the.confirmsPaper('sam-son', { at: day(13, 4) }),
  the.substitutes('tinh-gia', 'ubnd-thanh-hoa', { at: day(14), from: day(1), to: day(31) }),
  the.suspends({ at: day(15) }),
  the.resumes({
    at: day(16),
    newDueDate: '2018-12-22',
    plan: later(
      22,
      rung('T+1', day(23), { kind: 'letter', audience: 'head' }),
      rung('T+3', day(25), { kind: 'escalation', audience: 'superior' }),
      rung('T+7', day(27), { kind: 'explanation', audience: 'head' }),
    ),
  }),
  the.accepts('nga-son', { at: day(17) }),
  the.telephones('tinh-gia', { at: day(24) }),
  the.issuesLetter('letter-1', { at: day(24, 3) }),
  the.telephones('tinh-gia', { at: day(25, 2) }),
  the.telephones('tinh-gia', { at: day(27, 2) }),
  the.explains('tinh-gia', { at: day(28) }),
  the.closes({ at: day(29) }),
];

/** Registered and issued at one in the morning (UTC) of a day, with an acknowledgement and a report. */
export async function issue(
  database: ReadmodelDatabase,
  id: string,
  issuer: string,
  on: string,
): Promise<void> {
  const stream = `directive/${id}`;
  const at = `${on}T01:00:00.000Z`;
  const draft = { ...DRAFT, issuer, symbol: stated('04/CT-UBND'), date: stated(on) };
  const signer = stated({ position: 'Chủ tịch', capacity: 'head' as const });
  const asks: readonly (readonly [string, object, Actor])[] = [
    ['RegisterDirective', { draft, duties: [ACK, REPORT] }, { ...CLERK, unit: issuer }],
    ['IssueDirective', { symbol: '04/CT-UBND', date: on, signer }, { ...LEADER, unit: issuer }],
    [
      'ConfirmIssue',
      { number: 4, symbol: '04/CT-UBND', series: `${issuer}/directive/2018` },
      SYSTEM,
    ],
  ];
  const waiting = asks.map(([type, data, actor], n) => ({
    id: `${n}`,
    stream,
    type,
    data,
    actor,
    receivedAt: at,
    effectiveAt: at,
  }));
  const decider = deciderOf(stream);
  const { decided } = step(
    decider,
    { state: decider.initial, version: 0 },
    { waiting, now: at },
    stream,
  );
  if (decided.some(({ decision }) => !decision.ok)) throw new Error('an issue was refused');
  await database.record(stream, decided);
}

/** All of the story, recorded act by act and projected. */
export async function tellStory(database: ReadmodelDatabase): Promise<void> {
  await issue(database, 'd-04', 'ubnd-thanh-hoa', '2018-04-02');
  const decider = deciderOf(the.STREAM);
  let loaded = { state: decider.initial, version: 0 };
  for (const command of STORY) {
    const asked = { waiting: [command], now: command.effectiveAt };
    const stepped = step(decider, loaded, asked, the.STREAM);
    await database.record(the.STREAM, stepped.decided, loaded.version);
    loaded = stepped.loaded;
  }
  await database.projectNew();
}
