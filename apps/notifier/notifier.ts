/** The notifier: entries become items, items become messages, messages are sent, and what became of them is recorded. */
import type { Subscription } from '../../libs/bus';
import { messageDomainOf } from '../../libs/notify';
import { databaseState } from '../../libs/service';
import { NOTIFIER_CONSUMER, createCollector } from './collector';
import { createMailMetrics } from './mail-metrics';
import { countMail } from './mail-messages-store';
import { createPost, type Post } from './post';
import { Sender } from './sender';
import { DEFAULTS, type Notifier, type NotifierDeps } from './settings';

const STOP_GRACE_MS = 5_000;

export function createNotifier(deps: NotifierDeps): Notifier {
  const { bus, ledger, pool, logger, smtpUrl, mailFrom } = deps;
  const settings = { ...DEFAULTS, ...deps.settings };
  let running: Running | null = null;
  const lag = async () => (await running?.subscription.lag()) ?? 0;
  const metrics = createMailMetrics({ pool, lag, metrics: deps.metrics });
  let crash: (reason: Error) => void = () => undefined;
  const crashed = new Promise<Error>((resolve) => (crash = resolve));

  return {
    crashed,
    async start() {
      const { mode, clock } = await ledger.deployment();
      const post = createPost({ smtpUrl, from: mailFrom, connections: settings.connections });
      const planner = {
        pool,
        ledger,
        domain: messageDomainOf(mailFrom),
        drill: mode === 'drill',
        before: settings.before,
        patienceMs: clock === 'wall' ? settings.patienceMs : null,
      };
      const sender = new Sender({ deps, settings, planner, post, metrics });
      const collect = createCollector({ ledger, pool, collected: () => sender.nudge() });
      const subscription = await bus.subscribe(NOTIFIER_CONSUMER, collect);
      void subscription.crashed.then((reason) => {
        logger.error({ err: reason }, 'the notifier stopped reading and keeps its place');
        crash(reason);
      });
      sender.start();
      running = { post, sender, subscription };
    },
    async stop() {
      if (running === null) return;
      const { post, sender, subscription } = running;
      running = null;
      await subscription.close();
      const stopping = sender.stop();
      // A server that does not answer must not hold up the end: its connections are cut, the try is made again later.
      const late = setTimeout(() => post.close(), STOP_GRACE_MS);
      await stopping;
      clearTimeout(late);
      post.close();
    },
    async ready() {
      const database = await databaseState(ledger);
      const parts = { database, ...stateOf(running) };
      const standsBy = running !== null && parts.sender.startsWith('stands by');
      const ok = Object.entries(parts).every(
        ([part, state]) => state === 'ok' || (part === 'sender' && standsBy),
      );
      return { ok, parts };
    },
    neverAttempted: async () => (await countMail(pool)).neverAttempted,
  };
}

type Running = {
  readonly post: Post;
  readonly sender: Sender;
  readonly subscription: Subscription;
};

function stateOf(running: Running | null): { bus: string; smtp: string; sender: string } {
  if (running === null) return { bus: 'not started', smtp: 'not started', sender: 'not started' };
  const bus = running.subscription.healthy() ? 'ok' : 'reading entries has stopped';
  return { bus, ...running.sender.state() };
}
