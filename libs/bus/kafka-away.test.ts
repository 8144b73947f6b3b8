import { partFault } from './kafka-away';

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

test('a socket refused to kafkajs is Kafka that is away, whoever wrapped it', () => {
  const retries = Object.assign(new Error('retries exceeded', { cause: refused }), {
    name: 'KafkaJSNumberOfRetriesExceeded',
  });
  const wrapped = new Error('not started', { cause: retries });
  expect(partFault('projector', retries)).toMatchObject({ code: 'kafka.away' });
  expect(partFault('projector', wrapped)).toMatchObject({ code: 'kafka.away' });
});

test('a socket refused to anybody else is PostgreSQL that is away; another fault is passed on', () => {
  expect(partFault('projector', refused)).toMatchObject({ code: 'postgres.away' });
  const ours = new Error('duplicate key');
  expect(partFault('projector', ours)).toBe(ours);
});
