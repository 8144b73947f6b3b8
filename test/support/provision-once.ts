/** Provisions PostgreSQL in the folder it is told, says where, and waits: the owner that the tests of libs/embedded kill. */
import { provision } from '../../libs/embedded';
import { describeFailure, ownShutdown } from '../../libs/service';

const shutdown = ownShutdown({ log: () => {} });
const [dataDir = '', cacheDir = ''] = process.argv.slice(2);
const texts: string[] = [];

provision({
  dataDir,
  cacheDir,
  need: { postgres: true, temporal: false, kafka: false },
  log: ({ text }) => texts.push(text),
}).then(
  (parts) => {
    shutdown.onShutdown('parts', parts.stop);
    process.send?.({ adminUrl: parts.postgres?.adminUrl, texts });
  },
  (thrown: unknown) => {
    process.send?.({ failure: describeFailure(thrown) });
    void shutdown.shutdown('not provisioned', 1);
  },
);
