/** Two lives played on the real engine for their histories: every kind of step a run can take occurs in one of them. */
import {
  ACK,
  CLERK,
  convening,
  DRAFT,
  ISSUED_AT,
  next,
  period,
  stated,
} from '../../libs/domain/testing/directive-07';
import type { Actor } from '../../libs/domain';
import { SYSTEM } from '../../libs/domain/testing/scene';
import type { NewCommand } from '../../libs/ledger';
import { type Engine } from '../integration/support/engine';
import { until } from '../integration/support/until';
import type { History } from '../integration/support/past';
import {
  asked,
  cancellation,
  opening,
  rung,
  submission,
  telling,
} from '../integration/support/round-commands';

export type Recorded = { readonly workflowId: string; readonly history: History };

const soon = () => new Date(Date.now() + 1_500).toISOString();

/** Opened, urged, reminded by a timer, handed in, continued as new, cancelled, ended. */
export async function roundLife(engine: Engine): Promise<Recorded[]> {
  const stream = engine.stream('replay');
  const rungs = [rung('T-7', soon()), rung('T-1', '2099-12-17T01:00:00.000Z')];
  const one = async (act: NewCommand) => {
    await accepted(engine, act);
    await engine.settled(stream);
  };
  await one(opening(stream, { rungs }));
  for (let n = 0; n < 3; n += 1) await one(telling(stream, n));
  await until('the reminder was issued', async () =>
    (await engine.ledger.entriesOfStream(stream)).some(({ type }) => type.includes('RungReached')),
  );
  for (const unit of ['nga-son', 'tinh-gia']) await one(submission(stream, unit));
  for (let n = 3; (await engine.chain(stream)).length === 1; n += 1)
    await one(telling(stream, n, 'sam-son'));
  await one(telling(stream, 99, 'sam-son'));
  await accepted(engine, cancellation(stream));
  return ended(engine, stream);
}

/** Registered, issued, its round planned, fallen due by a timer, convened; then nothing is left to wait for. */
export async function directiveLife(engine: Engine): Promise<Recorded[]> {
  const stream = engine.directive('replay');
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const series = 'bo-cong-an/directive/2014';
  const issue = { symbol: null, date: ISSUED_AT.slice(0, 10), signer, urgency: 'normal' };
  const act = (type: string, data: unknown, more: { actor?: Actor; plan?: unknown } = {}) =>
    accepted(engine, asked(stream, { type, data, actor: SYSTEM, ...more }));
  await act('RegisterDirective', { draft: DRAFT, duties: [ACK] }, { actor: CLERK });
  await act('IssueDirective', issue, { actor: CLERK });
  await act('ConfirmIssue', { number: 7, symbol: '07/CT-BCA-V28', series });
  await act('PlanRound', { duty: ACK.id, after: null }, { plan: next('once', soon()) });
  await until('the round fell due', async () =>
    (await engine.ledger.entriesOfStream(stream)).some(({ type }) => type.includes('RoundFellDue')),
  );
  const plan = convening(['cat-thanh-hoa'], '2099-08-18T10:00:00.000Z');
  await act('ConveneRound', { duty: ACK.id, period: period('once') }, { plan });
  return ended(engine, stream);
}

async function accepted(engine: Engine, act: NewCommand): Promise<void> {
  await engine.accept(act);
  const [record] = await engine.outcomes(act);
  if (!record?.outcome?.accepted) throw new Error(`refused: ${JSON.stringify(record)}`);
}

async function ended(engine: Engine, stream: string): Promise<Recorded[]> {
  await engine.run(stream).result();
  return (await engine.chain(stream)).map(({ history }) => ({ workflowId: stream, history }));
}
