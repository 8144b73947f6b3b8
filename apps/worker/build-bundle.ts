/** Builds the workflow bundle and the archive of deciders after compilation: `npm run build` calls it last. */
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowsPath, writeBundle } from './bundle';

async function build(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
  });
  const { bundleHash } = writeBundle(code);
  process.stdout.write(
    `workflow bundle ${bundleHash.slice(0, 12)}, ${Math.round(code.length / 1024)} KiB\n`,
  );
}

build().catch((error: unknown) => {
  process.stderr.write(`the workflow bundle could not be built: ${String(error)}\n`);
  process.exitCode = 1;
});
