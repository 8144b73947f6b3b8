/** The operator's part of `dondoc`: backups and restores. Ctrl-C stops it after the piece in hand; a second one ends it. */
import { CommanderError } from 'commander';
import { describeFailure, isFailure } from '../../libs/service';
import { createOperatorProgram } from './program';

const WIDTH = 100;
/** npm and the terminal both pass one Ctrl-C on. */
const SAME_PRESS_MS = 1_000;
const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

async function main(): Promise<number> {
  const stopped = new AbortController();
  let askedAt = 0;
  const stop = (): void => {
    if (stopped.signal.aborted && performance.now() - askedAt > SAME_PRESS_MS) {
      process.exit(EXIT.interrupted);
    }
    if (!stopped.signal.aborted) askedAt = performance.now();
    stopped.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const err = (text: string): void => void process.stderr.write(text);
  try {
    const terminal = {
      columns: process.stdout.columns ?? WIDTH,
      out: (text: string): void => void process.stdout.write(text),
      err,
      isLive: process.stderr.isTTY === true,
      signal: stopped.signal,
    };
    await createOperatorProgram(terminal).parseAsync();
    return EXIT.ok;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
    err(`dondoc: ${describeFailure(thrown)}\n`);
    if (stopped.signal.aborted) return EXIT.interrupted;
    return isFailure(thrown) && thrown.code === 'config.invalid' ? EXIT.usage : EXIT.failed;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
