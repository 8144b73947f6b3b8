/** Two of a kind: standing by, sharing, killed, and hanging until the other has taken over. */
import type { LogLine } from '../support/service-process';
import { FAR, type Row } from './row';

export const TWO: readonly Row[] = [
  {
    fault: 'two workers',
    moment: 'while a rung falls due; then the one that leads is killed',
    async play({ stage, office }) {
      const { worker } = stage.services;
      const second = await stage.second('worker');
      const round = await office.openRound({ 'T-2': 1, 'T-1': 3 });
      await office.reached(round, 'T-2');
      await office.submit(round, 'nga-son');
      const leads = second.says('that it leads', ({ code }) => code === 'dispatcher.leads');
      await worker.kill();
      await leads;
      await office.submit(round, 'tinh-gia');
      await office.reached(round, 'T-1');
      await worker.start();
      await second.stop();
    },
    told: [],
  },
  {
    fault: 'two projectors',
    moment: 'both have the same batch, and the one has its rows not yet committed',
    async play({ stage, office }) {
      const { projector } = stage.services;
      const second = await stage.second('projector');
      const round = await office.openRound({ 'T-1': FAR });
      const both = [projector, second];
      const batches = both.map((it) => it.at('batch:received', ['projector']));
      await office.submit(round, 'nga-son');
      await Promise.all(batches.map(({ reached }) => reached));
      const commits = both.map((it) => it.at('rows:before-commit', ['projector']));
      for (const batch of batches) batch.go();
      const holder = await firstOf(commits.map(({ reached }) => reached));
      commits[1 - holder]!.disarm();
      commits[holder]!.go();
      await stage.drained();
      await second.stop();
    },
    told: [],
  },
  {
    fault: 'two dispatchers',
    moment: 'the one that leads hangs when it has woken a run, for longer than its lease',
    async play({ stage, office }) {
      const second = await stage.second('worker');
      const both = [stage.services.worker, second];
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const woken = both.map((it) => it.at('wake:sent', [round.stream]));
      const took = both.map((it) => it.says('that it leads', saysCode('dispatcher.leads')));
      const report = office.submit(round, 'nga-son');
      const late = await firstOf(woken.map(({ reached }) => reached));
      const other = 1 - late;
      woken[other]!.disarm();
      await took[other];
      await office.submit(round, 'tinh-gia');
      const lost = both[late]!.says('that it leads no more', saysCode('dispatcher.lost'));
      woken[late]!.go();
      await lost;
      await both[late]!.pageSays('stands by');
      await report;
      await office.submit(round, 'sam-son');
      await stage.drained();
      await second.stop();
    },
    told: [],
  },
  {
    fault: 'two workers',
    moment: 'the one that records a rung hangs before it does, until the other has recorded it',
    async play({ stage, office }) {
      const second = await stage.second('worker');
      const both = [stage.services.worker, second];
      const round = await office.openRound({ 'T-1': 2 });
      const where = [round.stream, 'WakeUp'];
      const recording = both.map((it) => it.at('record:before', where));
      const late = await firstOf(recording.map(({ reached }) => reached));
      both[late]!.signal('SIGSTOP');
      recording[1 - late]!.disarm();
      await office.reached(round, 'T-1');
      const answered = both[late]!.at('record:committed', where);
      both[late]!.signal('SIGCONT');
      recording[late]!.go();
      await answered.reached;
      answered.go();
      await office.submit(round, 'nga-son');
      await stage.drained();
      await second.stop();
    },
    told: [],
  },
];

const saysCode =
  (code: string) =>
  (line: LogLine): boolean =>
    line.code === code;

/** The place of whichever comes first. */
function firstOf(all: readonly Promise<unknown>[]): Promise<number> {
  return Promise.race(all.map((one, index) => one.then(() => index)));
}
