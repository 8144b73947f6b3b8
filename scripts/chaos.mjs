/** `npm run test:chaos`: packages and build, then faults drawn from a seed until the time is up. */
import { bootstrap } from './bootstrap.mjs';
import { runInFront } from './foreground.mjs';

await bootstrap();
process.exitCode = await runInFront(
  ['dist/test/fault/chaos/chaos.process.js', ...process.argv.slice(2)],
  { TZ: 'UTC' },
);
