/**
 * Notices that Temporal was away, or has come back as another: what it knew may be gone, and where nothing is to be woken
 * nobody would find out before the next rung is late.
 */
export type ServerSeen =
  | { readonly is: 'as before' }
  | { readonly is: 'back' }
  | { readonly is: 'another'; readonly was: string; readonly id: string }
  | { readonly is: 'away'; readonly first: boolean; readonly cause: unknown };

const LOOK_MS = 1_000;

export class ServerWatch {
  private known: string | null = null;
  /** Looks in a row that nobody answered: one alone may be a server that is only slow. */
  private unanswered = 0;
  private looking = false;
  private lookedAt = -Infinity;

  /** @param idOf what a server without the data of the one before cannot have alike */
  constructor(private readonly idOf: () => Promise<string>) {}

  /** Null when it was looked at just now, or still is. */
  async look(): Promise<ServerSeen | null> {
    if (this.looking || performance.now() - this.lookedAt < LOOK_MS) return null;
    this.looking = true;
    try {
      const id = await this.idOf();
      const { known: was, unanswered } = this;
      [this.known, this.unanswered] = [id, 0];
      if (was !== null && was !== id) return { is: 'another', was, id };
      return { is: unanswered < 2 ? 'as before' : 'back' };
    } catch (cause) {
      this.unanswered += 1;
      return { is: 'away', first: this.unanswered === 1, cause };
    } finally {
      this.looking = false;
      this.lookedAt = performance.now();
    }
  }
}

/** What the operator is told of one that has lost what it knew. */
export function madeAnew({ was, id }: { readonly was: string; readonly id: string }) {
  return {
    code: 'dispatcher.temporal-anew',
    message: 'Temporal has lost its data, or is another server: every run is asked for again',
    nextStep:
      'nothing is lost, the ledger has it all; when nobody meant it, look at where Temporal keeps its data',
    cause: { namespaceWas: was, namespaceIs: id },
  };
}
