/** What the operator sees while the system starts: named steps with their times, one progress bar. */
export type Step = { readonly name: string; readonly ms: number };

export interface Screen {
  line(text: string): void;
  /** Runs a step and prints its name and time when it has ended. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  done(name: string, ms: number): void;
  progress(fraction: number, text: string): void;
  endProgress(): void;
  readonly steps: readonly Step[];
}

const BAR = 30;

export function createScreen(out: NodeJS.WriteStream): Screen {
  const steps: Step[] = [];
  let lastTenth = -1;
  const line = (text: string) => void out.write(`${text}\n`);
  const done = (name: string, ms: number) => {
    steps.push({ name, ms });
    line(`✔ ${name}  ${seconds(ms)}`);
  };
  return {
    steps,
    line,
    done,
    async step(name, work) {
      const startedAt = performance.now();
      const result = await work();
      done(name, performance.now() - startedAt);
      return result;
    },
    progress(fraction, text) {
      const filled = Math.round(fraction * BAR);
      const bar = `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${text}`;
      if (out.isTTY) out.write(`\r\x1b[2K${bar}`);
      else if (Math.floor(fraction * 10) > lastTenth) {
        lastTenth = Math.floor(fraction * 10);
        line(bar);
      }
    },
    endProgress() {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
