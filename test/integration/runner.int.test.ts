/**
 * The one runner between ledger and Temporal: nothing is decided twice or out of its order in time, whoever dies in
 * between and whatever arrives first. Real PostgreSQL, real Temporal, the built bundle.
 */
import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import type { RecordAnswer } from '../../workflows/messages';
import { openEngine, TOLD, WALL, type Engine, type Wrap } from './support/engine';
import { opening, rung, submission, telling, urging } from './support/round-commands';

/** Types of the entries of a stream, commands and events, in the order of the book. */
async function told(engine: Engine, stream: string): Promise<string[]> {
  const entries = await engine.ledger.entriesOfStream(stream);
  return entries.map(({ type }) => type.split('.').at(-2)!);
}

/** Keeps every answer of the ledger to a recording. */
function listening(answers: RecordAnswer[]): Wrap {
  return ({ record }) => ({
    async record(input) {
      const answer = await record(input);
      answers.push(answer);
      return answer;
    },
  });
}

describe('the ledger ahead of the run', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await openEngine(WALL);
  });
  afterEach(() => engine.close());

  test('an answer that is lost is given again, and the same recording is not written twice', async () => {
    const stream = engine.stream('unanswered');
    const answers: RecordAnswer[] = [];
    let lost = 0;
    await engine.startRunner({
      wrap: (real) => ({
        async record(input) {
          const answer = await listening(answers)(real).record!(input);
          if (lost++ === 0) throw new Error('the connection was lost after the commit');
          return answer;
        },
      }),
    });
    await engine.decided(opening(stream), urging(stream));
    await engine.settled(stream);
    expect(answers.map(({ recorded, version }) => [recorded, version])).toEqual([
      [true, 4],
      [true, 4],
    ]);
    expect(await engine.ledger.entriesOfStream(stream)).toHaveLength(4);
  });
});

describe('the ledger behind the run', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await openEngine(WALL);
  });
  afterEach(() => engine.close());

  test('a book restored from an older copy ends the run, and the next run goes on from what the book holds', async () => {
    const stream = engine.stream('restored');
    await engine.startRunner();
    await engine.decided(opening(stream));
    await engine.decided(urging(stream, 'lost by the restore'));
    await engine.settled(stream);
    const { runId } = await engine.run(stream).describe();

    await restoreWithout(engine, stream, 2);
    const late = urging(stream, 'after the restore');
    await engine.accept(late);
    await engine.wake(stream);

    const failed: unknown = await engine.client.workflow
      .getHandle(stream, runId)
      .result()
      .catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(WorkflowFailedError);
    const { cause } = failed as WorkflowFailedError;
    expect(cause).toMatchObject({ type: 'LedgerBehind', nonRetryable: true });
    expect((cause as ApplicationFailure).message).toContain('at version 2, behind');

    await engine.wake(stream);
    expect(await engine.outcomes(late)).toMatchObject([
      { outcome: { accepted: true, version: 3 } },
    ]);
  });

  /** The guards of the book stand against everybody but the owner of the server, who restores backups. */
  async function restoreWithout({ database }: Engine, stream: string, version: number) {
    const pool = database.pool();
    await pool.query('ALTER TABLE ledger.entries DISABLE TRIGGER ALL');
    await pool.query('DELETE FROM ledger.entries WHERE stream = $1 AND version > $2', [
      stream,
      version,
    ]);
    await pool.query('ALTER TABLE ledger.entries ENABLE TRIGGER ALL');
  }
});

describe('time first, both ways', () => {
  const REMINDER = rung('T-7', '2018-12-07T01:00:00.000Z');
  const DUE = '2018-12-18T10:00:00.000Z';
  const WAY = { dueAt: DUE, rungs: [REMINDER] };
  let engine: Engine;

  beforeEach(async () => {
    engine = await openEngine(TOLD);
    await engine.startRunner();
  });
  afterEach(() => engine.close());

  test('what arrives exactly at the due instant is decided before the rung', async () => {
    const stream = engine.stream('exactly');
    await engine.decided(opening(stream, WAY));
    const just = submission(stream);
    await engine.ledger.tellClockAndAccept(REMINDER.at, [just]);
    await engine.wake(stream);
    await engine.outcomes(just);
    await engine.settled(stream);
    expect(await told(engine, stream)).toEqual([
      ...['OpenRound', 'RoundOpened'],
      ...['SubmitReport', 'ReportSubmitted'],
      ...['WakeUp', 'RungReached'],
    ]);
    const reached = (await engine.ledger.entriesOfStream(stream)).at(-1);
    expect(reached?.envelope.data).toMatchObject({
      body: { skipped: [{ unit: 'nga-son', reason: 'submitted' }] },
    });
  });

  test('a rung due before a waiting command is reached before it', async () => {
    const stream = engine.stream('later');
    await engine.decided(opening(stream, WAY));
    const late = submission(stream);
    await engine.ledger.tellClockAndAccept('2018-12-07T01:00:00.001Z', [late]);
    await engine.wake(stream);
    await engine.outcomes(late);
    expect(await told(engine, stream)).toEqual([
      ...['OpenRound', 'RoundOpened'],
      ...['WakeUp', 'RungReached'],
      ...['SubmitReport', 'ReportSubmitted'],
    ]);
  });

  test('a full tray: time waits for what may lie behind the five hundredth command', async () => {
    const stream = engine.stream('full');
    await engine.decided(opening(stream, WAY));
    const all = Array.from({ length: 520 }, (_, n) => telling(stream, n));
    await engine.ledger.tellClockAndAccept('2018-12-06T01:00:00.000Z', all);
    const last = submission(stream);
    await engine.ledger.tellClockAndAccept('2018-12-08T01:00:00.000Z', [last]);
    await engine.wake(stream);
    await engine.outcomes(last);
    const types = (await told(engine, stream)).slice(2);
    const calls = types.slice(0, 1040).filter((type) => type === 'RecordTelephoneUrging');
    expect([calls.length, types.slice(1040)]).toEqual([
      520,
      ['WakeUp', 'RungReached', 'SubmitReport', 'ReportSubmitted'],
    ]);
    const { failedTasks, activities } = await engine.settled(stream);
    expect(failedTasks).toEqual([]);
    expect(activities.filter((name) => name === 'record')).toHaveLength(3);
  });
});

test('a stream that no decider knows ends its run at once and for good', async () => {
  const engine = await openEngine(WALL);
  await engine.startRunner();
  const failed: unknown = await engine.client.workflow
    .execute('RoundWorkflow', {
      ...{ taskQueue: engine.queue, workflowId: engine.stream('nonsense') },
      args: [{ stream: 'nonsense/7' }],
    })
    .catch((thrown: unknown) => thrown);
  expect((failed as WorkflowFailedError).cause).toMatchObject({
    type: 'UnknownStream',
    nonRetryable: true,
    message: 'no decider knows the stream nonsense/7',
  });
  await engine.close();
});
