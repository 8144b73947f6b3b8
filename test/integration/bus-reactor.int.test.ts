/** The reactor: every event is reacted to, a repeat asks nothing twice, and on a told clock the order is the streams'. */
import { askedBy } from '../../apps/reactor/asked';
import { createReactor, type ReactorDeps } from '../../apps/reactor/reactor';
import { createLedgerBus, drained, isDrained, NotDrained } from '../../libs/bus';
import type { Asked } from '../../libs/commands';
import type { AskedCommand, SeenEvent } from '../../libs/domain';
import type { Ledger } from '../../libs/ledger';
import { decidedOn, newCommand, recordingOf, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const NOON = '2018-12-18T12:00:00.000Z';

/** What one event asks in these tests: the same of a second stream, unless it stands there already. */
const react = ({ stream, type }: SeenEvent): readonly AskedCommand[] =>
  stream.includes('/round/answer/')
    ? []
    : [{ reaction: 'echo', stream: stream.replace('/report/', '/answer/'), type, data: {} }];

async function open(clock: 'wall' | 'told'): Promise<{ database: TestDatabase; ledger: Ledger }> {
  const startsAt = clock === 'told' ? NOON : undefined;
  const deploymentId = `reactor-${clock}`;
  const database = await testDatabase({ mode: 'drill', deploymentId, seed: 's', clock, startsAt });
  return { database, ledger: database.ledger() };
}

function start(ledger: Ledger, ask: (commands: readonly Asked[]) => Promise<void>) {
  const bus = createLedgerBus({ ledger, log: quiet });
  const deps: ReactorDeps = { ledger, bus, wayIn: { ask }, logger: quiet, react };
  const reactor = createReactor(deps);
  return {
    reactor,
    start: () => reactor.start(),
    stop: async () => {
      await reactor.stop();
      await bus.close();
    },
  };
}

/** The way in, without plans. */
const accepting = (ledger: Ledger) => async (commands: readonly Asked[]) => {
  await ledger.accept(
    commands.map(({ causedBy, ...it }) => ({ ...it, causedBy: causedBy ?? undefined })),
  );
};

async function record(ledger: Ledger, stream: string): Promise<void> {
  const id = `${stream}#1`;
  await ledger.accept([newCommand(id, stream)]);
  await decide(ledger, stream);
}

async function decide(ledger: Ledger, stream: string): Promise<void> {
  const { waiting } = await ledger.take(stream);
  await ledger.record(
    recordingOf(
      stream,
      0,
      waiting.map((it) => decidedOn(it)),
    ),
  );
}

describe('on the wall clock', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => (opened = await open('wall')));
  afterAll(() => opened.database.drop());

  test('an event asks its command with a derived id, at the event’s effective time', async () => {
    const { ledger } = opened;
    const running = start(ledger, accepting(ledger));
    await running.start();
    const stream = roundOf('a');
    await record(ledger, stream);
    const answer = stream.replace('/report/', '/answer/');
    const [, event] = await ledger.entriesOfStream(stream);
    const [expected] = askedBy([event!], react);
    await reached(ledger);
    const { waiting } = await ledger.take(answer);
    expect(waiting).toMatchObject([
      {
        id: expected!.id,
        effectiveAt: event!.envelope.time,
        causedBy: event!.id,
        actor: { id: 'reactor' },
      },
    ]);
    await running.stop();
  });

  test('a crash between asking and moving the cursor asks again and doubles nothing', async () => {
    const { ledger } = opened;
    await record(ledger, roundOf('b'));
    const failing = start(ledger, async (commands) => {
      await accepting(ledger)(commands);
      throw new Error('crashed after asking');
    });
    await failing.start();
    expect((await failing.reactor.crashed).message).toBe('crashed after asking');
    await failing.stop();
    const again = start(ledger, accepting(ledger));
    await again.start();
    await reached(ledger);
    const { waiting } = await ledger.take(roundOf('b').replace('/report/', '/answer/'));
    expect(waiting).toHaveLength(1);
    await again.stop();
  });
});

describe('on a told clock', () => {
  test('it waits until nothing is undecided, then takes all entries in the order of the streams', async () => {
    const { database, ledger } = await open('told');
    const asked: string[][] = [];
    const running = start(ledger, async (commands) => {
      asked.push(commands.map(({ stream }) => stream));
      await accepting(ledger)(commands);
    });
    const names = ['c', 'a', 'b'].map(roundOf);
    // One of the three waits undecided: nothing may be asked before it is decided.
    await ledger.accept([newCommand('late', names[2]!)]);
    await running.start();
    await record(ledger, names[0]!);
    await record(ledger, names[1]!);
    await expect(
      drained({ ledger, consumers: ['reactor'], timeoutMs: 150 }),
    ).rejects.toBeInstanceOf(NotDrained);
    expect(asked).toEqual([]);
    await decide(ledger, names[2]!);
    await reached(ledger);
    expect(asked).toEqual([
      [...names].sort().map((stream) => stream.replace('/report/', '/answer/')),
    ]);
    for (const stream of asked[0]!) await decide(ledger, stream);
    await drained({ ledger, consumers: ['reactor'], timeoutMs: 5_000 });
    expect(isDrained(await ledger.pendingCounts(), ['reactor'])).toBe(true);
    expect(isDrained(await ledger.pendingCounts(), ['reactor', 'projector'])).toBe(false);
    await running.stop();
    await database.drop();
  });

  test('stopping while it waits is no fault and keeps its place', async () => {
    const { database, ledger } = await open('told');
    const running = start(ledger, accepting(ledger));
    await running.start();
    await ledger.accept([newCommand('never-decided', roundOf('z'))]);
    await record(ledger, roundOf('y'));
    await running.stop();
    expect(await ledger.cursor('reactor')).toBe(0);
    await database.drop();
  });
});

/** Until the reactor's cursor is at the head; what it asked may still wait. */
async function reached(ledger: Ledger): Promise<void> {
  while ((await ledger.pendingCounts()).lag.reactor !== 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
