/** While nobody has decided about a restore the exporter says that, and looks for nothing. */
import type { Connection } from '@temporalio/client';
import type { Ledger } from '../../../libs/ledger';
import { createLogger } from '../../../libs/service';
import type { BuiltBundle } from '../bundle';
import { startExporter } from './exporter';

test('a restore that nobody has decided about keeps the exporter waiting', async () => {
  const asked: string[] = [];
  const ledger = {
    undecidedRestore: async () => ({ since: '2026-03-20T12:00:00.000Z', seq: 8 }),
    tryLease: async (name: string) => asked.push(name) > 0,
  } as unknown as Ledger;
  const exporter = startExporter({
    ...{ ledger, connection: {} as Connection, namespace: 'default', bundle: {} as BuiltBundle },
    ...{ holder: 'worker', everyMs: 3_600_000, logger: createLogger({ level: 'silent' }) },
  });
  await exporter.stop();
  expect([exporter.state(), asked]).toEqual(['restore undecided', []]);
});
