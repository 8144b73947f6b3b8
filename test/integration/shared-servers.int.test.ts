/** The services of a test run answer: PostgreSQL with durability on, Temporal, Kafka and mail. */
import { Connection } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import {
  adminUrl,
  describeWithKafka,
  kafkaBrokers,
  sharedServers,
  temporalAddress,
} from '../support/servers';

test('PostgreSQL keeps what is committed and counts in UTC', async () => {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  const shown = await client.query(
    `select current_setting('fsync') as fsync, current_setting('TimeZone') as zone,
            current_setting('server_version_num')::int / 10000 as version`,
  );
  await client.end();
  expect(shown.rows).toEqual([{ fsync: 'on', zone: 'UTC', version: 18 }]);
});

test('Temporal answers', async () => {
  const connection = await Connection.connect({ address: temporalAddress() });
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  await connection.close();
  expect(serverVersion).toMatch(/^1\./);
});

describeWithKafka('Kafka', () => {
  test('makes a topic when asked and never by itself', async () => {
    const kafka = new Kafka({ brokers: [...kafkaBrokers()], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'shared-servers' }] });
    expect(await admin.listTopics()).toContain('shared-servers');
    await admin.disconnect();
  });
});

test('a mail handed in is found in the catcher as JSON', async () => {
  const { mail } = sharedServers();
  const transport = createTransport(mail.smtpUrl);
  await transport.sendMail({
    from: 'a@localhost',
    to: 'shared-servers@localhost',
    subject: 'Đôn đốc',
    text: 'Kính gửi',
  });
  const answer = await fetch(`${mail.url}/messages?to=shared-servers@localhost`);
  expect(await answer.json()).toEqual([
    expect.objectContaining({ subject: 'Đôn đốc', text: expect.stringContaining('Kính gửi') }),
  ]);
  await expect(
    transport.sendMail({ from: 'a@localhost', to: 'dead.letter@localhost', text: '' }),
  ).rejects.toMatchObject({ responseCode: 550 });
});

test('every service listens on loopback alone', async () => {
  const { postgres, temporal, mail } = sharedServers();
  expect(new URL(postgres?.adminUrl ?? '').hostname).toBe('127.0.0.1');
  expect(temporal?.address).toMatch(/^127\.0\.0\.1:/);
  expect(new URL(mail.url).hostname).toBe('127.0.0.1');
});
