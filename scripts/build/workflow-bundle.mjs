/**
 * Bundles the workflows to `dist/workflows/workflows.bundle.js` with its SHA-256 beside it: the hash names the task
 * queue, so that new workflow code never runs on old histories.
 */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

export async function bundleWorkflows() {
  const workflowsPath = join(root, 'dist', 'workflows', 'index.js');
  if (!existsSync(workflowsPath)) return 'none';
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const silent = () => {};
  const error = (message) => process.stderr.write(`${message}\n`);
  const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger });
  const hash = createHash('sha256').update(code).digest('hex');
  writeFileSync(join(root, 'dist', 'workflows', 'workflows.bundle.js'), code);
  writeFileSync(join(root, 'dist', 'workflows', 'workflows.bundle.sha256'), hash);
  return `${(code.length / 1e6).toFixed(1)} MB, ${hash.slice(0, 12)}`;
}
