/** `npm run dev`: the compiler watches the sources, node watches what it writes and starts the system again. */
import { spawn } from 'node:child_process';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap();
const compiler = spawn(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', '.', '--watch', '--preserveWatchOutput'],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
const system = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', 'dist/apps/standalone/main.js', ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TZ: 'UTC' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compiler.kill();
    system.kill(signal);
  });
}
system.once('exit', (code) => {
  compiler.kill();
  process.exitCode = code ?? 0;
});
