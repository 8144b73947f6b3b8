/** Ctrl-C, and what a supervisor sends, as the signal that ends a long command. */
import { cliError, EXIT } from './client';

/** What a command that was stopped ends with. */
export const STOPPED = cliError(EXIT.interrupted, 'đã dừng · stopped');

/** Ctrl-C ends the work and clears up; a second one ends the process. */
export function stopOnSignal(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.once(name, stop);
  return {
    signal: controller.signal,
    done: () => signals.forEach((name) => process.removeListener(name, stop)),
  };
}
