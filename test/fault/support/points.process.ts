/**
 * Preloaded into a service before its own main.ts: puts named points around the ports that main.ts composes, so that a
 * test may hold, fail or kill the process exactly there. Invariant: with nothing armed the service does what it does
 * without this file, on the same modules and arguments.
 */
import { basename, dirname } from 'node:path';
import type { Notifier, NotifierDeps } from '../../../apps/notifier';
import type { ApiParts, ApiSettings } from '../../../apps/api/start-api';
import type { Post, PostSettings } from '../../../apps/notifier/post';
import type { BatchHandler, Bus, KafkaPublisher } from '../../../libs/bus';
import type { DispatcherSettings } from '../../../libs/commands';
import type { Runs } from '../../../libs/commands/runs';
import type { Ledger, TreeBook } from '../../../libs/ledger';
import type { StreamActivities } from '../../../workflows/messages';
import {
  PATIENCE_VARIABLE,
  type Arming,
  type Patience,
  type Point,
  type ToService,
} from './arming';

const app = basename(dirname(process.argv[1] ?? ''));
const armed = new Map<number, Arming>();
const held = new Map<number, () => void>();
const patience = JSON.parse(process.env[PATIENCE_VARIABLE] ?? '{}') as Patience;

process.on('message', (message: ToService) => {
  if ('arm' in message) armed.set(message.arm.id, message.arm);
  else if ('disarm' in message) armed.delete(message.disarm);
  else {
    held.get(message.go)?.();
    held.delete(message.go);
  }
});
process.channel?.unref();

/** Answers whether what comes out here is to be garbled. */
async function reach(point: Point, of: object): Promise<boolean> {
  const detail = JSON.stringify(of);
  for (const arming of armed.values()) {
    if (arming.point !== point || !arming.where.every((part) => detail.includes(part))) continue;
    process.send?.({ reached: arming.id, detail });
    if (arming.act === 'garble') return true;
    if (arming.act === 'throw') throw new Error(`a mistake of ours, made on purpose at ${point}`);
    armed.delete(arming.id);
    await new Promise<void>((resolve) => held.set(arming.id, resolve));
  }
  return false;
}

/** Replaces what one module exports; whoever calls it through its library's index gets the replacement. */
function around<Exported>(path: string, name: string, wrap: (real: Exported) => Exported): void {
  // eslint-disable-next-line typescript/no-require-imports -- the module itself, not a copy of its names
  const module = require(`../../../${path}`) as Record<string, Exported>;
  module[name] = wrap(module[name]!);
}

around<(of: never) => Ledger>('libs/ledger/create-ledger', 'createLedger', (create) => (of) => {
  const real = create(of);
  return {
    ...real,
    async accept(rows) {
      const asked = rows.map(({ id, type, stream }) => ({ id, type, stream }));
      await reach('accept:before', asked);
      const results = await real.accept(rows);
      await reach('accept:committed', asked);
      return results;
    },
    async deadLetter(letter) {
      await real.deadLetter(letter);
      await reach('dead-letter:committed', { source: letter.source });
    },
    async record(recording) {
      const { stream, decided } = recording;
      const of = { stream, types: decided.map(({ command }) => command.type) };
      await reach('record:before', of);
      const answer = await real.record(recording);
      await reach('record:committed', of);
      return answer;
    },
    async moveCursor(tx, consumer, seq) {
      if (tx === null) await reach('cursor:before', { consumer, seq });
      await real.moveCursor(tx, consumer, seq);
      if (tx !== null) await reach('rows:before-commit', { consumer, seq });
    },
  };
});

const watchedBus = (create: (of: never) => Bus) => (of: never) => {
  const real = create(of);
  const watched =
    (consumer: string, handler: BatchHandler): BatchHandler =>
    async (entries) => {
      const batch = { consumer, first: entries[0]?.seq, last: entries.at(-1)?.seq };
      await reach('batch:received', batch);
      await handler(entries);
      await reach('batch:handled', batch);
    };
  return {
    ...real,
    subscribe: (consumer: string, handler: BatchHandler, options?: object) =>
      real.subscribe(consumer, watched(consumer, handler), options),
  };
};
around('libs/bus/kafka-bus', 'createKafkaBus', watchedBus);
around('libs/bus/ledger-bus', 'createLedgerBus', watchedBus);

/** Only what this service composes is loaded. */
const PORTS: { readonly [name: string]: () => void } = {
  relay() {
    around<(of: never) => Promise<KafkaPublisher>>(
      'libs/bus/kafka-publisher',
      'createKafkaPublisher',
      (create) => async (of) => {
        const real = await create(of);
        return {
          ...real,
          async publish(entries) {
            const batch = { first: entries[0]?.seq, last: entries.at(-1)?.seq };
            await reach('publish:before', batch);
            await real.publish(entries);
            await reach('publish:acknowledged', batch);
          },
        };
      },
    );
  },
  worker() {
    around<(...of: never[]) => StreamActivities>(
      'activities',
      'createActivities',
      (create) =>
        (...of) => {
          const real = create(...of);
          // A state that is no state: what a mistake in a decider would do to a workflow task.
          return {
            ...real,
            async load(input) {
              const answer = await real.load(input);
              return (await reach('load:answered', input)) ? { ...answer, state: null } : answer;
            },
            async take(input) {
              const answer = await real.take(input);
              await reach('take:answered', input);
              return answer;
            },
          };
        },
    );
    around<(of: never) => Runs>('libs/commands/runs', 'createRuns', (create) => (of) => {
      const real = create(of);
      return {
        ...real,
        async wake(stream, waking) {
          await real.wake(stream, waking);
          await reach('wake:sent', { stream });
        },
      };
    });
    const { stuckMs } = patience;
    around<(of: DispatcherSettings) => unknown>(
      'libs/commands/dispatcher',
      'createDispatcher',
      (create) => (of) => create(stuckMs === undefined ? of : { ...of, stuckMs }),
    );
  },
  notifier() {
    around<(of: PostSettings) => Post>('apps/notifier/post', 'createPost', (create) => (of) => {
      const real = create(of);
      return {
        ...real,
        async send(letter) {
          const { messageId, entries } = letter;
          await reach('mail:before', { messageId, entries });
          const posted = await real.send(letter);
          await reach('mail:answered', { messageId, entries, ...posted });
          return posted;
        },
      };
    });
    around<(...of: readonly unknown[]) => Promise<void>>(
      'apps/notifier/mail-messages-store',
      'planMessages',
      (plan) =>
        async (...of) => {
          await reach('mail:planning', of.at(-1) as object);
          await plan(...of);
        },
    );
    const { retriesMs, probeMs } = patience;
    const settings = { ...(retriesMs && { retriesMs }), ...(probeMs && { probeMs }) };
    around<(of: NotifierDeps) => Notifier>(
      'apps/notifier/notifier',
      'createNotifier',
      (create) => (of) => create({ ...of, settings: { ...of.settings, ...settings } }),
    );
  },
  checkpointer() {
    around<(of: never) => TreeBook>('libs/ledger/tree', 'createTreeBook', (create) => (of) => {
      const real = create(of);
      return {
        ...real,
        async grow(nodes) {
          await real.grow(nodes);
          await reach('tree:grown', { nodes: nodes.length });
        },
        async acceptedLoss() {
          const seq = await real.acceptedLoss();
          await reach('checkpoint:signing', {});
          return seq;
        },
        // Its memory beside the key has it already.
        async keepCheckpoint(checkpoint) {
          await reach('checkpoint:signed', { size: checkpoint.size });
          await real.keepCheckpoint(checkpoint);
          await reach('checkpoint:kept', { size: checkpoint.size });
        },
        async keepCosignature(size, witness, line) {
          await reach('cosignature:came', { size, witness });
          await real.keepCosignature(size, witness, line);
        },
      };
    });
  },
  api() {
    const { waitMs } = patience;
    around<(parts: ApiParts, of: ApiSettings) => unknown>(
      'apps/api/start-api',
      'startApi',
      (start) => (parts, of) => start(parts, waitMs === undefined ? of : { ...of, waitMs }),
    );
  },
};
PORTS[app]?.();
