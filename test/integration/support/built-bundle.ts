/** The workflow bundle as the build has made it, which is what a worker runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = join(__dirname, '..', '..', '..');
/** Asked from the sources or from the build itself. */
const GENERATED = join(HERE, existsSync(join(HERE, 'tsconfig.json')) ? 'dist' : '.', 'generated');

export function builtBundle(): { readonly codePath: string; readonly bundleHash: string } {
  const hashes = join(GENERATED, 'hashes.json');
  if (!existsSync(hashes)) throw new Error('the workflow bundle is not built: npm run build');
  const { bundleHash } = JSON.parse(readFileSync(hashes, 'utf8')) as { bundleHash: string };
  return { codePath: join(GENERATED, 'workflow-bundle.js'), bundleHash };
}
