/** The clock of the database's host, which is the deployment's, set forward and back and set right again. */
import { setClock } from '../support/database-clock';
import { FAR, type Row } from './row';

const SET: readonly { readonly by: string; readonly hours: number }[] = [
  { by: 'an hour', hours: 1 },
  { by: 'a day', hours: 24 },
];

const forward = SET.map(({ by, hours }): Row => ({
  fault: `the clock is set forward by ${by}`,
  moment: 'between two rungs, and set right while a notice is being written down',
  async play({ stage, office, clockWasSet }) {
    const { notifier } = stage.services;
    const round = await office.openRound(
      { 'T-1': FAR / 2, 'T+1': 1.5 * FAR, 'T+3': 2.5 * FAR, 'T+5': 48 * FAR },
      FAR,
    );
    clockWasSet.push(round.stream);
    await stage.drained();
    const written = notifier.at('rows:before-commit', ['notifier']);
    await setClock(stage.owner, `${hours} hours`);
    await office.reached(round, hours === 1 ? 'T-1' : 'T+1');
    await written.reached;
    await setClock(stage.owner, '0');
    written.go();
    await office.submit(round, 'nga-son');
  },
  told: [{ by: 'worker', code: 'clock.was-set', part: 'PostgreSQL' }],
}));

const back = SET.map(({ by, hours }): Row => ({
  fault: `the clock is set back by ${by}`,
  moment: 'before a rung falls due; then the worker that leads is killed; then it is set right',
  async play({ stage, office, clockWasSet }) {
    const { worker } = stage.services;
    const round = await office.openRound({ 'T-1': 4 });
    clockWasSet.push(round.stream);
    await stage.drained();
    await setClock(stage.owner, `-${hours} hours`);
    await office.submit(round, 'nga-son');
    await worker.kill();
    const leads = worker.says('that it leads', ({ code }) => code === 'dispatcher.leads');
    await worker.start();
    await leads;
    await office.submit(round, 'tinh-gia');
    await stage.drained();
    await setClock(stage.owner, '0');
    await office.reached(round, 'T-1');
  },
  told: [{ by: 'worker', code: 'clock.was-set', part: 'PostgreSQL' }],
}));

export const CLOCK: readonly Row[] = [...forward, ...back];
