/** The API over the read model and the ledger of a test's database, for reading only. */
import { Pool } from 'pg';
import { startApi } from '../../../apps/api';
import { createLedger } from '../../../libs/ledger';
import { createReads } from '../../../libs/readmodel';
import { createLogger, createMetrics } from '../../../libs/service';

async function main(connectionString: string): Promise<void> {
  const pool = new Pool({ connectionString });
  const ledger = createLedger({ pool });
  const refused = () => Promise.reject(new Error('nothing is written here'));
  const api = await startApi(
    {
      commands: { submit: refused, refusalOfSet: refused },
      ledger,
      reads: createReads(pool),
      drill: null,
      logger: createLogger({ service: 'api', level: 'info' }),
      metrics: createMetrics({ service: 'api', processFigures: false }),
    },
    { host: '127.0.0.1', port: 0, mode: 'drill' },
  );
  process.stdout.write(`${JSON.stringify({ listening: api.url })}\n`);
  process.once('SIGTERM', () => {
    void api
      .close()
      .then(() => ledger.close())
      .then(() => pool.end());
  });
}

void main(process.argv[2]!);
