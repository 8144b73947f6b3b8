/**
 * One bench from beginning to end: JSON lines on stdout, progress and a table on stderr; whatever it started is stopped
 * at its end, on Ctrl-C, and when its starter is gone.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { describeFailure, ownShutdown } from '../../libs/service';
import { BENCHES } from './catalogue';
import type { Bench } from './support/bench';
import { figureOf, tableOf, type Figure } from './support/figures';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, small: { type: 'boolean', default: false } },
  });
  const [name = ''] = positionals;
  const row = BENCHES[name];
  if (row === undefined) throw new Error(`there is no bench ${name}`);
  const say = (text: string) => void process.stderr.write(`${name}: ${text}\n`);
  const shutdown = ownShutdown({ log: say, graceMs: 60_000 });
  const stopped = new AbortController();
  void shutdown.requested.then(() => stopped.abort());
  const figures: Figure[] = [];
  const bench: Bench = {
    runs: values.runs === undefined ? null : Number(values.runs),
    small: values.small,
    signal: stopped.signal,
    say,
    own: (what, stop) => shutdown.onShutdown(what, stop),
    figure(measured) {
      const figure = figureOf(name, measured);
      figures.push(figure);
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    },
  };
  try {
    const run = await row.load();
    await run(bench);
    process.stderr.write(`\n${tableOf(figures)}\n`);
    await shutdown.shutdown('done');
  } catch (thrown) {
    if (stopped.signal.aborted) return;
    say(`${describeFailure(thrown)}\n${thrown instanceof Error ? thrown.stack : ''}`);
    await shutdown.shutdown('the bench failed', 1);
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
