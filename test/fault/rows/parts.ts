/** PostgreSQL and Temporal stopped, killed, frozen and emptied; a task that fails for ever; a long outage. */
import { setTimeout as pause } from 'node:timers/promises';
import { REPORTERS, type Round } from '../support/office';
import type { Part } from '../support/parts';
import type { App } from '../support/service-process';
import { onSmallDisk, smallDiskIsPossible } from '../support/small-disk';
import { until } from '../../integration/support/until';
import { FAR, type Row, type Scene } from './row';

/** Most parts are gone for so long; one row, and `test:chaos`, play the whole minute. */
const GONE_MS = 4_000;

type Outage = {
  readonly gone: (part: Part) => void | Promise<void>;
  readonly back: (part: Part) => void | Promise<void>;
};
export const OUTAGES = {
  stopped: { gone: (part) => part.stop(), back: (part) => part.start() },
  killed: { gone: (part) => part.kill(), back: (part) => part.start() },
  frozen: { gone: (part) => part.freeze(), back: (part) => part.thaw() },
  emptied: {
    async gone(part) {
      await part.stop();
      part.forget();
    },
    back: (part) => part.start(),
  },
} as const satisfies { readonly [how: string]: Outage };

/** What the page of a service must say while the part is away. */
type Pages = readonly (readonly [app: App, words: string])[];

const AWAY = 'PostgreSQL does not answer';
const NO_POSTGRES: Pages = [
  ['api', AWAY],
  ['worker', AWAY],
  ['projector', AWAY],
  ['reactor', AWAY],
  ['notifier', AWAY],
  ['checkpointer', AWAY],
];
const NO_TEMPORAL: Pages = [['worker', 'the Temporal server does not answer: start it']];

type OutageOf = Outage & {
  readonly forMs?: number;
  readonly pages?: Pages;
  /** Whether a report is decided while it lasts. */
  readonly decided?: boolean;
};

/** One report before the outage, one asked for while it lasts; a rung that falls due within it. */
export async function outage(
  { stage, office }: Scene,
  part: Part,
  { gone, back, forMs = GONE_MS, pages = [], decided = false }: OutageOf,
): Promise<void> {
  const round = await office.openRound({ 'T-2': FAR, 'T-1': 3 + forMs / 2_000 });
  await office.submit(round, 'nga-son');
  const since = performance.now();
  await gone(part);
  const during = office.submit(round, 'tinh-gia');
  try {
    if (decided) expectEqual((await during).answered, 200);
    await Promise.all(pages.map(([app, words]) => stage.services[app].pageSays(words)));
    await pause(Math.max(0, since + forMs - performance.now()));
  } finally {
    await back(part);
  }
  await during;
  await office.submit(round, 'sam-son');
  await office.reached(round, 'T-1');
  await stage.drained();
}

const POSTGRES: readonly Row[] = [
  {
    fault: 'PostgreSQL is restarted',
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.postgres, { ...OUTAGES.stopped, forMs: 0 }),
    told: [
      { by: 'projector', code: 'postgres.away', part: 'PostgreSQL' },
      { by: 'reactor', code: 'postgres.away', part: 'PostgreSQL' },
    ],
  },
  {
    fault: 'PostgreSQL is killed and gone for a while',
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.postgres, { ...OUTAGES.killed, pages: NO_POSTGRES }),
    told: [
      { by: 'worker', code: 'dispatcher.part-down', part: 'PostgreSQL' },
      { by: 'api', code: 'part.down', part: 'PostgreSQL' },
      { by: 'projector', code: 'postgres.away', part: 'PostgreSQL' },
      { by: 'reactor', code: 'postgres.away', part: 'PostgreSQL' },
      { by: 'notifier', code: 'postgres.away', part: 'PostgreSQL' },
      // The checkpointer looks every few seconds and may miss it: its page says so, and its own rows hold it to its log.
    ],
  },
  {
    fault: 'PostgreSQL hangs for a while',
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.postgres, { ...OUTAGES.frozen, pages: NO_POSTGRES }),
    // Who waits for an answer has nothing to tell yet: the pages, which ask for themselves, have.
    told: [],
  },
  {
    fault: "the disk of the ledger's entries is full",
    moment: 'while reports arrive: they have receipts and are decided when there is room',
    possible: smallDiskIsPossible,
    play: ({ stage, office }) =>
      onSmallDisk(stage, async (disk) => {
        const told = stage.services.worker.says('that the disk is full', (line) =>
          JSON.stringify(line).includes('postgres.disk-full'),
        );
        disk.fill();
        const rounds: Round[] = [];
        for (let n = 0; n < 12; n += 1) rounds.push(await office.openRound({ 'T-1': FAR }));
        const reports = rounds.map((round) => office.submit(round, 'nga-son'));
        await told;
        await Promise.all(reports);
        disk.free();
        await stage.drained();
      }),
    told: [{ by: 'worker', code: 'postgres.disk-full', part: 'PostgreSQL' }],
  },
];

const NO_RUNS: Row['told'] = [{ by: 'worker', code: 'dispatcher.part-down', part: 'Temporal' }];

const TEMPORAL: readonly Row[] = [
  {
    fault: 'Temporal is gone',
    moment: 'while a report arrives before a rung falls due: it has a receipt and comes first',
    async play({ stage, office }) {
      const { worker } = stage.services;
      const round = await office.openRound({ 'T-1': 4 });
      await stage.drained();
      await stage.temporal.stop();
      const receipt = await office.submit(round, 'nga-son');
      if (receipt.answered !== 202) throw new Error(`answered with ${receipt.answered}`);
      await office.decided(await office.registerUnit('quan-hoa'));
      await worker.pageSays('the Temporal server does not answer: start it');
      await until('the rung is due', async () => (await stage.ledger.now()) > round.at('T-1'));
      const late = await office.submit(round, 'tinh-gia');
      await stage.temporal.start();
      const { issued, skipped } = await office.reached(round, 'T-1');
      expectEqual(skipped, [{ reason: 'submitted', unit: 'nga-son' }]);
      expectEqual(issued, ['tinh-gia', 'sam-son']);
      if (late.receivedAt <= round.at('T-1')) throw new Error('the second report was in time');
    },
    told: NO_RUNS,
  },
  {
    fault: 'Temporal is killed',
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.temporal, { ...OUTAGES.killed, pages: NO_TEMPORAL }),
    told: NO_RUNS,
  },
  {
    fault: 'Temporal hangs for a while',
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.temporal, { ...OUTAGES.frozen, pages: NO_TEMPORAL }),
    // A call waits for its answer for longer than this: the page of the worker tells.
    told: [],
  },
  {
    fault: "Temporal's data is deleted",
    moment: 'while reports arrive and a rung is due',
    play: (scene) =>
      outage(scene, scene.stage.temporal, { ...OUTAGES.emptied, pages: NO_TEMPORAL }),
    told: NO_RUNS,
  },
];

const NOTHING_TO_DO: Row = {
  fault: "Temporal's data is deleted",
  moment: 'while nothing is to be done: every run is there again long before it is needed',
  async play({ stage, office }) {
    await office.openRound({ 'T-1': FAR });
    await stage.drained();
    await OUTAGES.emptied.gone(stage.temporal);
    await stage.services.worker.pageSays(NO_TEMPORAL[0]![1]);
    await OUTAGES.emptied.back(stage.temporal);
  },
  told: [{ by: 'worker', code: 'dispatcher.temporal-anew', part: 'Temporal' }],
};

const FOR_EVER: readonly Row[] = [
  {
    fault: 'a workflow task fails for ever',
    moment: 'at its first step: it is reported and started again, and nothing else stands still',
    play: (scene) => failing(scene, 'load:answered', 'garble'),
    told: [{ by: 'worker', code: 'dispatcher.run-stuck', part: 'the run of' }],
  },
  {
    fault: 'an activity fails for ever',
    moment: 'when it records: it is reported and started again, and nothing else stands still',
    play: (scene) => failing(scene, 'record:before', 'throw'),
    told: [{ by: 'worker', code: 'dispatcher.run-stuck', part: 'the run of' }],
  },
];

async function failing(
  { stage, office }: Scene,
  point: 'load:answered' | 'record:before',
  act: 'garble' | 'throw',
): Promise<void> {
  const { worker } = stage.services;
  const stuck = worker.says('that a run is stuck', ({ code }) => code === 'dispatcher.run-stuck');
  const mistake = worker.at(point, [office.nextStream()], act);
  const bad = await office.openRound({ 'T-1': FAR });
  await mistake.reached;
  const report = office.submit(bad, 'nga-son');
  const good = await office.openRound({ 'T-1': 1 });
  const { answered } = await office.submit(good, 'nga-son');
  if (answered !== 200) throw new Error(`another round stood still: answered with ${answered}`);
  await office.reached(good, 'T-1');
  await stuck;
  mistake.disarm();
  await report;
}

const LONG: Row = {
  fault: 'the worker is away for long',
  moment:
    'over a reminder and three steps of the ladder: each comes, and nobody is escalated in one leap',
  async play({ stage, office }) {
    const round = await office.openRound({ 'T-1': 1, 'T+1': 2, 'T+3': 3, 'T+5': 4 }, 1.5);
    await stage.drained();
    await stage.services.worker.stop();
    await until('all of it is due', async () => (await stage.ledger.now()) > round.at('T+5'));
    await stage.services.worker.start();
    const { issuedAt } = await office.reached(round, 'T+1');
    const atOnce = (await office.rungs(round.stream)).filter((it) => it.issuedAt === issuedAt);
    expectEqual(
      atOnce.filter(({ issued }) => issued.length > 0).map(({ rung }) => rung),
      ['T+1'],
    );
    // Not all have a superior, so not the same steps were held for all: each comes on a schedule of its own.
    await until('the last step has its outcome for everybody', async () => {
      const last = (await office.rungs(round.stream)).filter(({ rung }) => rung === 'T+5');
      const has = last.flatMap(({ issued, skipped }) => [
        ...issued,
        ...skipped.map((it) => it.unit),
      ]);
      return REPORTERS.every((unit) => has.includes(unit));
    });
  },
  told: [],
};

function expectEqual(actual: unknown, wanted: unknown): void {
  const [is, should] = [actual, wanted].map((it) => JSON.stringify(it));
  if (is !== should) throw new Error(`it is ${is} and should be ${should}`);
}

export const PARTS: readonly Row[] = [...POSTGRES, ...TEMPORAL, NOTHING_TO_DO, ...FOR_EVER, LONG];
