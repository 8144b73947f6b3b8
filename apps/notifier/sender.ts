/**
 * The sender: one loop under a lease that plans what is complete, tries what is due, and has outcomes recorded.
 * Modes: standing by (another process leads) -> leading <-> waiting for the mail server. While the server is away no
 * message is tried and none is blamed; a message whose every try was answered by a fault has failed for good.
 */
import { Bell } from '../../libs/bus';
import { databaseFault } from '../../libs/ledger';
import { failure } from '../../libs/service';
import { hasWaitingItems } from './mail-items-store';
import {
  claimMessages,
  nextTryInMs,
  settleTries,
  takeBackTries,
  type ClaimedMessage,
  type TryOutcome,
} from './mail-messages-store';
import { reportDeliveries } from './delivery-reports';
import { Leadership } from './leadership';
import type { MailMetrics } from './mail-metrics';
import { OutcomeWriter } from './outcome-writer';
import { addressesOf, contentOf, entriesOf, planComplete, type PlannerSettings } from './planner';
import type { Post, Posted } from './post';
import { isLeaseLost } from './sender-lease';
import type { NotifierDeps, NotifierSettings } from './settings';

export type SenderSettings = {
  readonly deps: NotifierDeps;
  readonly settings: NotifierSettings;
  readonly planner: PlannerSettings;
  readonly post: Post;
  readonly metrics: MailMetrics;
};

const CLAIM_AT_ONCE = 200;
/** Between two looks for an instant to become complete, when no hint comes. */
const LOOK_MS = 100;
/** When nothing is known to come. */
const IDLE_MS = 1_000;
const NOT_ASKED = 'not asked yet';

export class Sender {
  private readonly bell = new Bell();
  private readonly leadership: Leadership;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  /** What is wrong with the mail server; null when it answers. Until it was asked it counts as away. */
  private away: string | null = NOT_ASKED;
  private itemsWait = false;
  private unsubscribe: () => void = () => undefined;
  private probePauseMs: number;
  private probedAt = -Infinity;
  private fault: string | null = null;

  constructor(private readonly parts: SenderSettings) {
    const { deps, settings } = parts;
    this.probePauseMs = settings.probeMs[0];
    this.leadership = new Leadership(deps.ledger, settings.leaseMs);
  }

  start(): void {
    const { deps, planner } = this.parts;
    // Items wait for these consumers: as soon as one has moved, their instant may be complete.
    this.unsubscribe = deps.ledger.onCursors((consumer) => {
      if (this.itemsWait && planner.before.includes(consumer)) this.bell.ring();
    });
    this.running = this.run();
  }

  /** Items or entries have come. */
  nudge(): void {
    this.itemsWait = true;
    this.bell.ring();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.bell.ring();
    await this.running;
    await this.leadership.release();
  }

  /** By part: `ok`, or why mail is waiting. */
  state(): { readonly smtp: string; readonly sender: string } {
    const sender = this.leadership.leads ? 'ok' : 'stands by: another notifier sends';
    return {
      smtp:
        this.away === null ? 'ok' : `the mail server does not answer (${this.away}): mail waits`,
      sender: this.fault ?? sender,
    };
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let pauseMs = IDLE_MS;
      try {
        pauseMs = await this.turn();
        this.fault = null;
      } catch (thrown) {
        // Tries whose outcome was not written are taken back with the lease.
        this.leadership.lose();
        this.fault = this.told(thrown);
      }
      if (pauseMs > 0) await this.bell.heard(pauseMs);
    }
  }

  /** Tells the operator why a turn failed; answers what the page says of it. */
  private told(thrown: unknown): string | null {
    const { logger } = this.parts.deps;
    if (isLeaseLost(thrown)) {
      logger.warn({ err: thrown }, 'this notifier hung for longer than its lease: it stands by');
      return null;
    }
    logger.warn({ err: databaseFault(thrown) }, 'a turn of the sender failed: trying again');
    return 'the database or the way in does not answer: mail waits';
  }

  /** One turn; answers how long the next may wait. */
  private async turn(): Promise<number> {
    const { deps, planner } = this.parts;
    const { holder } = this.leadership;
    // What was sent since the backup nobody knows here: first somebody decides about the restore.
    if ((await deps.ledger.undecidedRestore()) !== null) return IDLE_MS;
    if (!this.leadership.leads) {
      if (!(await this.leadership.take())) return IDLE_MS;
      const again = await takeBackTries(deps.pool, holder);
      if (again > 0) deps.logger.info({ again }, 'messages whose last try never ended');
    }
    const planned = await planComplete(planner, holder);
    const tried = await this.tryDue();
    const reported = await reportDeliveries(deps.pool, deps.ask);
    return planned + tried + reported > 0 ? 0 : this.idleMs();
  }

  private async idleMs(): Promise<number> {
    const { pool } = this.parts.deps;
    const pauses = [IDLE_MS];
    this.itemsWait = await hasWaitingItems(pool);
    if (this.itemsWait) pauses.push(LOOK_MS);
    const next = await nextTryInMs(pool);
    if (next !== null && this.away === null) pauses.push(next);
    if (this.away !== null) pauses.push(this.probePauseMs);
    return Math.max(1, Math.min(...pauses));
  }

  private async tryDue(): Promise<number> {
    const { deps, settings } = this.parts;
    const { holder } = this.leadership;
    if (this.away !== null && !(await this.serverIsBack())) return 0;
    const longestPauseMs = Math.max(0, ...settings.retriesMs);
    const most = { limit: CLAIM_AT_ONCE, longestPauseMs };
    const claimed = await claimMessages(deps.pool, holder, most);
    if (claimed.length === 0) return 0;
    const addresses = await addressesOf(deps.ledger, claimed);
    const writer = new OutcomeWriter((outcomes) => settleTries(deps.pool, holder, outcomes));
    const stranded: Stranded[] = [];
    const queue = claimed.values();
    const tryQueue = async (): Promise<void> => {
      for (const message of queue) {
        const left = await this.tryOne(message, addresses.get(message.recipient), writer);
        if (left !== null) stranded.push(left);
      }
    };
    const lanes = await Promise.allSettled(
      Array.from({ length: settings.connections * 2 }, tryQueue),
    );
    await this.settleStranded(stranded, writer);
    await writer.written();
    const failed = lanes.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
    return this.away === null ? claimed.length : 0;
  }

  /** Writes the outcome down, or answers the message when the server was away. */
  private async tryOne(
    message: ClaimedMessage,
    address: string | undefined,
    writer: OutcomeWriter,
  ): Promise<Stranded | null> {
    const { planner, post } = this.parts;
    const { messageId, notices, language, dated } = message;
    // Another notifier may have taken it back already: it is no longer this one's to release either.
    if (!this.leadership.leads) return null;
    if (this.stopped) {
      writer.add({ messageId, state: 'released' });
      return null;
    }
    if (address === undefined) {
      writer.add({ messageId, state: 'suppressed', detail: 'address erased' });
      return null;
    }
    if (notices.length === 0) {
      writer.add({ messageId, state: 'suppressed', detail: 'no notices' });
      return null;
    }
    const posted = await post.send({
      to: address,
      messageId,
      date: dated,
      language,
      drill: planner.drill,
      entries: entriesOf(notices),
      content: contentOf({ notices, language, drill: planner.drill }),
    });
    if (posted.kind === 'away') return { message, detail: posted.detail };
    writer.add(this.outcomeOf(message, posted));
    return null;
  }

  /**
   * A server that answers a probe right after a broken connection is there: then the message itself may break it, and
   * the try counts, or one bad message would hold up all others for ever.
   */
  private async settleStranded(
    stranded: readonly Stranded[],
    writer: OutcomeWriter,
  ): Promise<void> {
    if (stranded.length === 0) return;
    const wrong = await this.parts.post.probe();
    if (wrong !== null) this.serverIsAway(wrong);
    for (const { message, detail } of stranded) {
      writer.add(
        wrong === null
          ? this.outcomeOf(message, { kind: 'refused', forGood: false, detail })
          : { messageId: message.messageId, state: 'released' },
      );
    }
  }

  private outcomeOf(
    { messageId, attempts }: ClaimedMessage,
    posted: Exclude<Posted, { kind: 'away' }>,
  ): TryOutcome {
    const { metrics, settings, deps } = this.parts;
    if (posted.kind === 'sent') {
      metrics.sent.inc();
      return { messageId, state: 'sent', detail: null };
    }
    const { detail, forGood } = posted;
    const pauseMs = forGood ? undefined : settings.retriesMs[attempts - 1];
    if (pauseMs === undefined) {
      metrics.failed.inc();
      const err = refused(messageId, detail);
      deps.logger.warn({ messageId, attempts, err }, 'a message failed for good');
      return { messageId, state: 'failed', detail };
    }
    metrics.retried.inc();
    return { messageId, state: 'again', detail, pauseMs };
  }

  private serverIsAway(detail: string): void {
    if (this.away === null || this.away === NOT_ASKED) {
      const err = serverAway(detail);
      this.parts.deps.logger.warn({ err }, 'the mail server does not answer: mail waits');
    }
    this.away = detail;
    this.probedAt = performance.now();
  }

  private async serverIsBack(): Promise<boolean> {
    const { post, deps, settings } = this.parts;
    if (performance.now() - this.probedAt < this.probePauseMs) return false;
    this.probedAt = performance.now();
    const wrong = await post.probe();
    if (wrong === null) {
      if (this.away !== NOT_ASKED) deps.logger.info('the mail server answers again');
      this.away = null;
      this.probePauseMs = settings.probeMs[0];
      return true;
    }
    this.serverIsAway(wrong);
    this.probePauseMs = Math.min(this.probePauseMs * 2, settings.probeMs[1]);
    return false;
  }
}

type Stranded = { readonly message: ClaimedMessage; readonly detail: string };

/** The detail is a code and never names an address. */
function serverAway(detail: string): Error {
  return failure(
    'smtp.away',
    'the mail server does not answer',
    'start it, or correct SMTP_URL: mail waits and goes out by itself, nothing is lost',
    new Error(detail),
  );
}

function refused(messageId: string, detail: string): Error {
  return failure(
    'smtp.refused',
    `the mail server refused ${messageId} for good`,
    "correct the address among its unit's contacts; GET /v1/deliveries says whom it was for",
    new Error(detail),
  );
}
