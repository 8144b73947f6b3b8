/** The topic on a real broker, made by several services of a deployment that start at one time. */
import { randomBytes } from 'node:crypto';
import { ensureTopic, kafkaClient, offsets } from '../../libs/bus/kafka-client';
import { describeWithKafka, kafkaBrokers } from '../support/servers';

const AT_ONCE = 6;
const TOPICS = 15;

describeWithKafka('the topic', () => {
  test('a topic that many make at the same moment is there for each of them', async () => {
    const admins = Array.from({ length: AT_ONCE }, (_, n) =>
      kafkaClient({ brokers: kafkaBrokers(), clientId: `topic-test-${n}` }).admin(),
    );
    await Promise.all(admins.map((admin) => admin.connect()));
    for (let n = 0; n < TOPICS; n += 1) {
      const topic = `topic-test-${randomBytes(6).toString('hex')}`;
      const found = await Promise.all(
        admins.map(async (admin) => {
          await ensureTopic(admin, topic);
          return offsets(admin, topic);
        }),
      );
      expect(found).toEqual(Array.from({ length: AT_ONCE }, () => ({ low: 0, high: 0 })));
    }
    await Promise.all(admins.map((admin) => admin.disconnect()));
  });
});
