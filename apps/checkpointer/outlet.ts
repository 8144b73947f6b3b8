/**
 * How checkpoints leave the operator's hands. Each outlet goes at its own pace: it is handed the newest checkpoint, tries again
 * while its part is away, and keeps nobody waiting. The newest says all that the ones before said.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { readNote, signedBy, type NoteKey } from '../../libs/audit';
import type { AuditTrail, StoredCheckpoint, TreeBook } from '../../libs/ledger';
import { failure, isFailure, type Logger } from '../../libs/service';

export type OutletTools = { readonly book: TreeBook; readonly trail: AuditTrail };

export interface Outlet {
  /** As it stands on the readiness page: `witness w1`. */
  readonly name: string;
  /** How long this one has to wait, while newer ones may take its place; absent: not at all. When all stops it goes at once. */
  waitMs?(checkpoint: StoredCheckpoint): number;
  /** The same one again does no harm. Throws when its part is away. Answers cosignature lines, if it is a witness. */
  publish(checkpoint: StoredCheckpoint, tools: OutletTools): Promise<readonly string[]>;
  close?(): Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** All outlets of a checkpointer. */
export class Outlets {
  private readonly loops: readonly Loop[];

  constructor(outlets: readonly Outlet[], tools: OutletTools, logger: Logger) {
    this.loops = outlets.map((outlet) => new Loop(outlet, tools, logger));
  }

  offer(checkpoint: StoredCheckpoint): void {
    for (const loop of this.loops) loop.offer(checkpoint);
  }

  state(): { readonly [name: string]: string } {
    return Object.fromEntries(this.loops.map((loop) => [loop.name, loop.trouble ?? 'ok']));
  }

  /** Waits for what is on its way; what failed is not tried again. */
  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}

class Loop {
  trouble: string | null = null;
  private next: StoredCheckpoint | null = null;
  private busy: Promise<void> | null = null;
  private readonly stopped = new AbortController();

  constructor(
    private readonly outlet: Outlet,
    private readonly tools: OutletTools,
    private readonly logger: Logger,
  ) {}

  get name(): string {
    return this.outlet.name;
  }

  offer(checkpoint: StoredCheckpoint): void {
    this.next = checkpoint;
    this.busy ??= this.run().finally(() => (this.busy = null));
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.busy;
    await this.outlet.close?.().catch(() => undefined);
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (let one = this.next; one !== null; one = this.next) {
      try {
        if (await this.waited(one)) continue;
        const lines = await this.outlet.publish(one, this.tools);
        await keepCosignatures(this.tools.book, one, lines);
        if (this.next === one) this.next = null;
        this.trouble = null;
        pauseMs = FIRST_PAUSE_MS;
      } catch (thrown) {
        this.note(thrown);
        if (this.stopped.signal.aborted) return;
        await pause(pauseMs, null, { signal: this.stopped.signal }).catch(() => undefined);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Whether it had to wait: meanwhile a newer one may have come. */
  private async waited(one: StoredCheckpoint): Promise<boolean> {
    const { signal } = this.stopped;
    const waitMs = this.outlet.waitMs?.(one) ?? 0;
    if (waitMs <= 0 || signal.aborted) return false;
    await pause(waitMs, null, { signal, ref: false }).catch(() => undefined);
    return true;
  }

  /** Said once for each kind of trouble. */
  private note(thrown: unknown): void {
    const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
    const trouble = cause.message;
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    const err = isFailure(cause)
      ? cause
      : failure(
          'checkpoint.not-published',
          `a checkpoint could not be handed to: ${this.name}`,
          'look at that part; it is tried again by itself, with the newest checkpoint',
          cause,
        );
    this.logger.warn({ err, outlet: this.name }, 'a checkpoint could not be published');
  }
}

async function keepCosignatures(
  book: TreeBook,
  { size }: StoredCheckpoint,
  lines: readonly string[],
): Promise<void> {
  for (const line of lines) {
    const [, name = '', base64 = ''] = line.split(' ');
    const id = Buffer.from(base64, 'base64').subarray(0, 4).toString('hex');
    await book.keepCosignature(size, `${name}+${id}`, line);
  }
}

/** Of the lines that came for a note those that its witness's key holds for. */
export function validCosignatures(
  note: string,
  lines: readonly string[],
  witness: NoteKey,
): readonly string[] {
  const { text } = readNote(note);
  return lines.filter((line) => {
    const signed = readNote(`${text}\n${line}\n`);
    return signedBy(signed, [witness]).signers.length === 1;
  });
}
