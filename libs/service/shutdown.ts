/**
 * The one owner of shutdown of a process: parts are stopped in the reverse order of their registration, within a
 * grace of 10 seconds; a second Ctrl-C ends at once. Nothing else in the process may listen to signals or exit.
 */
import { describeFailure } from './failure';

export type ShutdownSettings = {
  /** Says what goes on; a line each. */
  readonly log: (line: string) => void;
  readonly graceMs?: number;
  /** Ends the process; replaced in tests. */
  readonly exit?: (code: number) => void;
};

export interface Shutdown {
  /** Registers how a started part is stopped; call it right after the part has started. */
  onShutdown(name: string, stop: () => unknown): void;
  /** Resolves with the reason once a shutdown has been asked for. */
  readonly requested: Promise<string>;
  /** Asks for it; the same promise for every caller, resolved when every part has stopped. */
  shutdown(reason: string, exitCode?: number): Promise<void>;
}

/** npm and the terminal both pass one Ctrl-C on: what follows within this time is the same one. */
const SAME_PRESS_MS = 1_000;

let owned = false;

/** Takes ownership of the process' signals; a second owner in one process is a mistake of ours. */
export function ownShutdown(settings: ShutdownSettings): Shutdown {
  if (owned) throw new Error('this process already has an owner of its shutdown');
  owned = true;
  const owner = new Owner(settings);
  process.on('SIGINT', () => owner.signalled('SIGINT'));
  process.on('SIGTERM', () => owner.signalled('SIGTERM'));
  process.on('SIGHUP', () => owner.signalled('SIGHUP'));
  process.on('uncaughtException', (error) => owner.crashed(error));
  process.on('unhandledRejection', (error) => owner.crashed(error));
  if (process.channel) {
    process.on('disconnect', () => void owner.shutdown('the starting process has gone'));
    process.channel.unref();
  }
  return owner;
}

type Part = { readonly name: string; readonly stop: () => unknown };

class Owner implements Shutdown {
  readonly requested: Promise<string>;
  private readonly parts: Part[] = [];
  private announce: (reason: string) => void = () => {};
  private running: Promise<void> | null = null;
  private askedAt = 0;
  private exitCode = 0;

  constructor(private readonly settings: ShutdownSettings) {
    this.requested = new Promise((resolve) => (this.announce = resolve));
  }

  onShutdown(name: string, stop: Part['stop']): void {
    this.parts.push({ name, stop });
  }

  shutdown(reason: string, exitCode = 0): Promise<void> {
    this.exitCode = Math.max(this.exitCode, exitCode);
    if (this.running === null) {
      this.askedAt = performance.now();
      this.announce(reason);
      this.settings.log(`stopping: ${reason}`);
      this.running = this.stopAll();
    }
    return this.running;
  }

  signalled(signal: string): void {
    if (this.running !== null && performance.now() - this.askedAt > SAME_PRESS_MS) {
      this.settings.log(`${signal} again: ending at once`);
      this.exit(130);
      return;
    }
    void this.shutdown(signal);
  }

  crashed(thrown: unknown): void {
    this.settings.log(`an error nobody handled:\n${describeFailure(thrown)}\n${stackOf(thrown)}`);
    void this.shutdown('an error nobody handled', 1);
  }

  private async stopAll(): Promise<void> {
    const grace = this.settings.graceMs ?? 10_000;
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'late'>((resolve) => {
      late = setTimeout(() => resolve('late'), grace);
    });
    const stopping = { part: '' };
    const outcome = await Promise.race([this.stopEach(stopping), tooLate]);
    clearTimeout(late);
    if (outcome === 'late') {
      this.settings.log(
        `${stopping.part} did not stop within ${grace / 1000} s: ending without it`,
      );
      this.exitCode = Math.max(this.exitCode, 1);
    }
    this.exit(this.exitCode);
  }

  private async stopEach(stopping: { part: string }): Promise<'stopped'> {
    for (let part = this.parts.pop(); part; part = this.parts.pop()) {
      stopping.part = part.name;
      try {
        await part.stop();
      } catch (thrown) {
        this.settings.log(`${part.name} did not stop cleanly: ${describeFailure(thrown)}`);
        this.exitCode = Math.max(this.exitCode, 1);
      }
    }
    return 'stopped';
  }

  private exit(code: number): void {
    (this.settings.exit ?? process.exit)(code);
  }
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? '') : '';
}
