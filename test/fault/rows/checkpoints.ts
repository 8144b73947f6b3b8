/** Who signs checkpoints and who is handed them: the database gone between two steps, a witness that is away, two that sign. */
import { until } from '../../integration/support/until';
import { FAR, type Row } from './row';

export const CHECKPOINTS: readonly Row[] = [
  {
    fault: 'PostgreSQL is killed',
    moment: 'when a checkpoint is signed and not kept',
    async play({ stage, office }) {
      const { checkpointer } = stage.services;
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const signed = checkpointer.at('checkpoint:signed');
      await office.submit(round, 'nga-son');
      await signed.reached;
      await stage.postgres.kill();
      signed.go();
      await checkpointer.pageSays('PostgreSQL does not answer');
      await stage.postgres.start();
      await office.submit(round, 'tinh-gia');
    },
    told: [{ by: 'checkpointer', code: 'postgres.away', part: 'PostgreSQL' }],
  },
  {
    fault: 'the witness is away',
    moment: 'while checkpoints are signed: they go on, and it gets the last one',
    async play({ stage, office }) {
      const { checkpointer } = stage.services;
      await stage.outside.stopWitness();
      const tells = checkpointer.says('that it is away', (line) =>
        JSON.stringify(line).includes('checkpoint.not-published'),
      );
      const round = await office.openRound({ 'T-1': FAR });
      await office.submit(round, 'nga-son');
      await tells;
      await until('it is signed without', async () => {
        const latest = await stage.ledger.latestCheckpoint();
        return latest?.size === (await stage.ledger.lastSeq());
      });
      await stage.outside.startWitness();
    },
    told: [{ by: 'checkpointer', code: 'checkpoint.not-published', part: 'chung-kien' }],
  },
  {
    fault: 'two checkpointers',
    moment: 'the one that leads hangs as it is about to sign, for longer than its lease',
    async play({ stage, office }) {
      const { checkpointer } = stage.services;
      const second = await stage.second('checkpointer');
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const [first, other] = [checkpointer, second].map((it) => it.at('checkpoint:signing'));
      await office.submit(round, 'nga-son');
      const leads = await Promise.race([
        first!.reached.then(() => 'first'),
        other!.reached.then(() => 'second'),
      ]);
      const [hangs, signs] = leads === 'first' ? [first!, other!] : [other!, first!];
      await office.submit(round, 'tinh-gia');
      await signs.reached;
      signs.go();
      await until('the other one signs', async () => {
        const latest = await stage.ledger.latestCheckpoint();
        return latest?.size === (await stage.ledger.lastSeq());
      });
      const late = leads === 'first' ? checkpointer : second;
      const refused = late.says('that it came too late', (line) =>
        JSON.stringify(line).includes('checkpoint.lease-lost'),
      );
      hangs.go();
      await refused;
      await second.stop();
    },
    told: [],
  },
];
