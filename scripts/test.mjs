/** `npm test`: packages, build, then every test. What follows `--` goes to jest. The last line counts them all. */
import { bootstrap } from './bootstrap.mjs';
import { runInFront } from './foreground.mjs';

await bootstrap();
process.exitCode = await runInFront(
  ['node_modules/jest/bin/jest.js', '--colors=false', ...process.argv.slice(2)],
  { TZ: 'UTC', NODE_OPTIONS: process.env.NODE_OPTIONS ?? '' },
);
