/** The folder of the build. Benches run from it: `npm run bench` builds first. */
import { join } from 'node:path';

export const DIST = join(__dirname, '..', '..', '..');
