/** Kafka killed, hanging and emptied; its group rebalanced in mid-batch; a record in its topic that nobody can read. */
import { Kafka, logLevel, type Message } from 'kafkajs';
import { TOPICS } from '../../../libs/contracts';
import { until } from '../../integration/support/until';
import type { Part } from '../support/parts';
import { outage, OUTAGES } from './parts';
import { FAR, type Row, type Scene } from './row';

const GOES_ON = {
  pages: [['relay', 'start Kafka, or look at its log']],
  decided: true,
} as const;

export const KAFKA: readonly Row[] = [
  {
    fault: 'the relay is killed',
    moment: 'when Kafka has taken entries and the cursor has not moved',
    async play({ stage, office }) {
      const { relay } = stage.services;
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const published = relay.at('publish:acknowledged');
      await office.submit(round, 'nga-son');
      await published.reached;
      await relay.kill();
      await office.submit(round, 'tinh-gia');
      await relay.start();
    },
    told: [],
  },
  {
    fault: 'Kafka is killed and gone for a while',
    moment: 'while reports arrive and a rung is due: decisions go on',
    play: (scene) => outage(scene, scene.stage.kafka!, { ...OUTAGES.killed, ...GOES_ON }),
    told: [
      { by: 'relay', code: 'kafka.away', part: 'Kafka' },
      { by: 'checkpointer', code: 'checkpoint.not-published', part: 'topic' },
    ],
  },
  {
    fault: 'PostgreSQL and Kafka are killed and gone for more than a minute',
    moment: 'while reports arrive and a rung is due: longer than any patience of ours',
    play: (scene) =>
      outage(scene, scene.stage.postgres, {
        gone: () => eachOf(scene, (part) => part.kill()),
        back: () => eachOf(scene, (part) => part.start()),
        forMs: 65_000,
      }),
    told: [
      { by: 'api', code: 'part.down', part: 'PostgreSQL' },
      { by: 'worker', code: 'dispatcher.part-down', part: 'PostgreSQL' },
      { by: 'projector', code: 'postgres.away', part: 'PostgreSQL' },
    ],
  },
  {
    fault: 'Kafka hangs for a while',
    moment: 'while reports arrive and a rung is due: decisions go on',
    play: (scene) => outage(scene, scene.stage.kafka!, { ...OUTAGES.frozen, ...GOES_ON }),
    // The relay waits for its answer for longer than this: its page, which asks for itself, tells.
    told: [],
  },
  {
    fault: "Kafka's data is deleted",
    moment: 'while reports arrive and a rung is due',
    play: (scene) => outage(scene, scene.stage.kafka!, { ...OUTAGES.emptied, decided: true }),
    told: [{ by: 'relay', code: 'kafka.away', part: 'Kafka' }],
  },
  {
    fault: 'the group of the projector is rebalanced',
    moment: 'in mid-batch, by a second projector; then the first is killed',
    async play({ stage, office }) {
      const { projector } = stage.services;
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const batch = projector.at('batch:received', ['projector']);
      await office.submit(round, 'nga-son');
      await batch.reached;
      const noticed = projector.says('that its group is rebalanced', ({ msg }) =>
        msg.startsWith('heartbeat while'),
      );
      const joining = stage.second('projector');
      await noticed;
      batch.go();
      const second = await joining;
      await office.submit(round, 'tinh-gia');
      await projector.kill();
      await office.submit(round, 'sam-son');
      await stage.drained();
      await projector.start();
      await second.stop();
    },
    told: [],
  },
  {
    fault: 'a record of the topic cannot be read',
    moment: 'between two reports: consumers stop loudly, and go on when the topic is made anew',
    async play(scene) {
      const { stage, office } = scene;
      const { projector, relay } = stage.services;
      stage.foreseen.add('bus.unreadable-record');
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const stops = projector.says('that it stops', (line) =>
        JSON.stringify(line).includes('bus.unreadable-record'),
      );
      await relay.stop();
      const headers = { ce_source: `urn:dondoc:${stage.deployment}` };
      await send(scene, TOPICS.events, [{ key: 'stranger', value: 'not an entry', headers }]);
      await office.submit(round, 'nga-son');
      await stops;
      await withTopic(scene, async (kafka) => {
        const admin = kafka.admin();
        await admin.connect();
        await admin.deleteTopics({ topics: [TOPICS.events] });
        await until('the topic is gone', async () => {
          return !(await admin.listTopics()).includes(TOPICS.events);
        });
        await admin.disconnect();
      });
      await relay.start();
    },
    told: [{ by: 'projector', code: 'bus.unreadable-record', part: 'events topic' }],
  },
  {
    fault: 'another system sends a bad message between two good ones, and the relay is killed',
    moment: 'when the bad one is in the dead letters and Kafka has not heard of it',
    async play(scene) {
      const { stage, office } = scene;
      const { relay } = stage.services;
      const good = [office.unitMessage('he-thong-1'), office.unitMessage('he-thong-2')] as const;
      const bad = office.badMessage('{"type": "RegisterUnits"');
      const buried = relay.at('dead-letter:committed');
      await send(scene, TOPICS.inbound, [good[0], bad, good[1]]);
      await buried.reached;
      await relay.kill();
      await relay.start();
      for (const message of good) await office.decided(message);
    },
    told: [{ by: 'relay', code: 'inbound.refused', part: 'the message' }],
  },
  {
    fault: 'PostgreSQL is killed and gone for a while',
    moment: 'while another system sends messages, a bad one among them: none is lost',
    async play(scene) {
      const { stage, office } = scene;
      const { relay } = stage.services;
      const good = [office.unitMessage('he-thong-3'), office.unitMessage('he-thong-4')] as const;
      const bad = office.badMessage('không phải JSON');
      const accepting = relay.at('accept:before');
      await send(scene, TOPICS.inbound, [good[0], bad, good[1]]);
      await accepting.reached;
      await stage.postgres.kill();
      const waits = relay.says('that it waits', (line) => line.consumer === 'inbound');
      accepting.go();
      await waits;
      await stage.postgres.start();
      for (const message of good) await office.decided(message);
    },
    told: [
      { by: 'relay', code: 'postgres.away', part: 'PostgreSQL' },
      { by: 'relay', code: 'inbound.refused', part: 'the message' },
    ],
  },
];

/** Of the two. */
async function eachOf({ stage }: Scene, act: (part: Part) => void | Promise<void>): Promise<void> {
  await Promise.all([stage.postgres, stage.kafka!].map(async (part) => act(part)));
}

export async function send(
  scene: Scene,
  topic: string,
  messages: readonly Message[],
): Promise<void> {
  await withTopic(scene, async (kafka) => {
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic, messages: [...messages] });
    await producer.disconnect();
  });
}

function withTopic({ stage }: Scene, work: (kafka: Kafka) => Promise<void>): Promise<void> {
  const { brokers } = stage.kafka!.found.kafka!;
  return work(new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }));
}
