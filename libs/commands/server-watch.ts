/**
 * Notices that Temporal was away, or has come back as another: what it knew may be gone, and where nothing is to be woken
 * nobody would find out before the next rung is late.
 */
export type ServerSeen =
  | { readonly is: 'as before' }
  | { readonly is: 'back or another' }
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
      const same = this.unanswered < 2 && (this.known === null || this.known === id);
      [this.known, this.unanswered] = [id, 0];
      return { is: same ? 'as before' : 'back or another' };
    } catch (cause) {
      this.unanswered += 1;
      return { is: 'away', first: this.unanswered === 1, cause };
    } finally {
      this.looking = false;
      this.lookedAt = performance.now();
    }
  }
}
