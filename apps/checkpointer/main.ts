/** The checkpointer as a process of its own. */
import { keyFromFile, runService, startModule } from '../../libs/process';
import type { Checkpointer } from './checkpointer';
import { CHECKPOINTER, CheckpointerModule } from './checkpointer.module';
import { outletsOf } from './outlets';

runService('checkpointer', async ({ config, ledger, pool, logger, metrics, onShutdown }) => {
  const { signingKeyFile: keyFile, signingKeyBeforeFile: before } = config;
  const outlets = outletsOf({ ...config, stateFile: `${keyFile}.mailed` }, logger);
  const module = CheckpointerModule.forRoot({
    ...{ ledger, pool, logger, metrics, outlets, keyFile },
    signer: keyFromFile(keyFile),
    before: before === undefined ? null : keyFromFile(before),
  });
  const { service, stop } = await startModule<Checkpointer>(module, CHECKPOINTER);
  onShutdown('checkpointer', stop);
  return { ready: () => service.ready(), note: { key: service.key } };
});
