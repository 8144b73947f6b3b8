/**
 * A bus whose consumers wait while nobody has decided about a restore: for those that act on what they read. Whoever only
 * reads is not held back.
 */
import type { Ledger } from '../ledger';
import { Bell } from './bell';
import type { BatchHandler, Bus, BusLog, SubscribeOptions, Subscription } from './bus';
import { patiently } from './patiently';

export type Holding = { readonly ledger: Ledger; readonly log: BusLog };

const LOOK_MS = 1_000;

export function heldBus(bus: Bus, holding: Holding): Bus {
  return {
    async subscribe(consumer, handler, options) {
      if ((await holding.ledger.undecidedRestore()) === null) {
        return bus.subscribe(consumer, handler, options);
      }
      return new HeldSubscription({ ...holding, consumer, bus, handler, options });
    },
    close: () => bus.close(),
  };
}

type Held = Holding & {
  readonly consumer: string;
  readonly bus: Bus;
  readonly handler: BatchHandler;
  readonly options: SubscribeOptions | undefined;
};

class HeldSubscription implements Subscription {
  readonly crashed: Promise<Error>;
  private crash: (reason: Error) => void = () => undefined;
  private readonly hold: Hold;
  private readonly subscribed: Promise<Subscription | null>;
  private subscription: Subscription | null = null;

  constructor(private readonly held: Held) {
    const { bus, consumer, handler, options } = held;
    this.crashed = new Promise((resolve) => (this.crash = resolve));
    this.hold = holdUntilDecided(held, consumer);
    this.subscribed = this.hold.decided
      .then(async (isDecided) => {
        if (!isDecided) return null;
        this.subscription = await bus.subscribe(consumer, handler, options);
        void this.subscription.crashed.then(this.crash);
        return this.subscription;
      })
      .catch((thrown: Error) => {
        this.crash(thrown);
        return null;
      });
  }

  async close(): Promise<void> {
    this.hold.letGo();
    await (await this.subscribed)?.close();
  }

  async lag(): Promise<number> {
    if (this.subscription !== null) return this.subscription.lag();
    const { ledger, consumer } = this.held;
    const [last, cursor] = await Promise.all([ledger.lastSeq(), ledger.cursor(consumer)]);
    return Math.max(0, last - cursor);
  }

  healthy(): boolean {
    return this.subscription?.healthy() ?? false;
  }
}

export interface Hold {
  /** False when it was let go before anybody had decided. */
  readonly decided: Promise<boolean>;
  letGo(): void;
}

/** Resolves at once where nothing is to be decided. */
export function holdUntilDecided({ ledger, log }: Holding, consumer: string): Hold {
  const bell = new Bell();
  let isLetGo = false;
  const look = () =>
    patiently(() => ledger.undecidedRestore(), {
      ...{ consumer, log, closing: bell, closed: () => isLetGo },
    });
  const decided = async (): Promise<boolean> => {
    for (let told = false; !isLetGo; told = true) {
      const undecided = await look();
      if (undecided === null) return true;
      if (!told) {
        const nextStep = 'dondoc restore confirm --checkpoint FILE (docs/operations.md)';
        log.warn({ code: 'restore.undecided', consumer, nextStep, ...undecided }, HELD);
      }
      await bell.heard(LOOK_MS);
    }
    return false;
  };
  return {
    decided: decided(),
    letGo() {
      isLetGo = true;
      bell.ring();
    },
  };
}

const HELD = 'the database was restored and nobody has decided yet: waiting, and acting on nothing';
