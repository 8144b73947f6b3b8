/** What somebody outside sees of a drill with their own tools: a Kafka consumer, the `temporal` command, a mail client. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel, type IHeaders } from 'kafkajs';
import { simpleParser } from 'mailparser';
import { TOPICS } from '../../../libs/contracts';
import { environment, userFolders } from '../../../libs/service';
import { describeWithKafka } from '../../support/servers';
import { deliveriesIn, type Line } from './book';
import { read, S0, S4, SUMMARY, type PlayedDrill } from './played-drill';

export function testMail(drill: () => PlayedDrill): void {
  type Mail = { id: number; messageId: string; to: string[]; subject: string; text: string };
  let mails: Mail[] = [];
  beforeAll(async () => {
    mails = await read(new URL('/messages', drill().addresses.mail));
  });

  test('as many mails arrived as were recorded as sent, each once', () => {
    const delivered = deliveriesIn(drill().book);
    expect(delivered.filter(({ outcome }) => outcome !== 'sent')).toEqual([]);
    const recorded = [...new Set(delivered.map(({ messageId }) => messageId))].sort();
    expect(mails.map(({ messageId }) => messageId).sort()).toEqual(recorded);
    expect(String(mails.length)).toBe(SUMMARY.exec(drill().standalone.said())![1]);
  });

  test('every subject says what is wanted, in Vietnamese, and that it is a drill', () => {
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^\[Đôn đốc – CHẠY MÔ PHỎNG\] (\p{Lu}|\d+ nội dung)/u);
      expect(subject).not.toMatch(/undefined|null|NaN|\[object|\{\{|=\?/);
      expect(subject).toBe(subject.normalize('NFC'));
      expect(text).not.toMatch(/undefined|NaN|\[object|\{\{/);
    }
  });

  test('no mail could leave the drill: every address is under a reserved domain', () => {
    for (const recipient of mails.flatMap(({ to }) => to)) expect(recipient).toMatch(/\.example$/);
  });

  test('another mail client reads a reminder: who, what, by when and why', async () => {
    const reminder = mails.find(({ subject }) =>
      /Còn 7 ngày làm việc.*07\/CT-BCA-V28/.test(subject),
    )!;
    const url = new URL(`/${reminder.id}.eml`, drill().addresses.mail);
    const source = Buffer.from(await (await fetch(url)).arrayBuffer());
    const mail = await simpleParser(source);
    expect(mail.subject).toContain('Còn 7 ngày làm việc');
    expect(mail.text).toContain('Thời hạn: 17:00 thứ Sáu, ngày 28/11/2014');
    expect(mail.text).toContain('CHẠY MÔ PHỎNG');
    expect(mail.html).toContain('28/11/2014');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });
}

export function testKafka(drill: () => PlayedDrill): void {
  describeWithKafka('an outside Kafka consumer', () => {
    test('reads every event as a CloudEvents document, in the order of the ledger', async () => {
      const { addresses, book } = drill();
      const lines = [...book.values()].flat().sort((a, b) => a.seq - b.seq);
      const received = await consume(addresses.kafka!, lines.length);
      expect(received.map(({ value }) => value)).toEqual(lines.map(({ bytes }) => bytes));
      for (const [index, { key, headers }] of received.entries()) {
        expect({ key, headers }).toEqual({
          key: keyOf(lines[index]!),
          headers: headersOf(lines[index]!),
        });
      }
    });
  });
}

function keyOf({ stream }: Line): string {
  return /^directive\/[^/]+/.exec(stream)?.[0] ?? stream;
}

/** The Kafka binding of CloudEvents, structured mode; the attributes stand in headers too, for those who route by them. */
function headersOf({ envelope, seq }: Line): Record<string, string> {
  return {
    'content-type': 'application/cloudevents+json; charset=UTF-8',
    seq: String(seq),
    ce_id: envelope.id,
    ce_type: envelope.type,
    ce_source: envelope.source,
    ce_subject: envelope.subject,
    ce_time: envelope.time,
  };
}

type Received = { key: string; value: string; headers: Record<string, string> };

async function consume(brokers: readonly string[], count: number): Promise<Received[]> {
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId: 'somebody-else',
    logLevel: logLevel.NOTHING,
  });
  const consumer = kafka.consumer({ groupId: 'somebody-else' });
  const received: Received[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topic: TOPICS.events, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      consumer
        .run({
          eachMessage: async ({ message: { key, value, headers = {} } }) => {
            received.push({ key: text(key), value: text(value), headers: texts(headers) });
            if (received.length === count) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return received;
}

function text(bytes: Buffer | string | null | undefined): string {
  return bytes?.toString() ?? '';
}

function texts(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, text(value as Buffer)]),
  );
}

export function testTemporal(drill: () => PlayedDrill): void {
  const temporal = (...args: string[]) =>
    execFileSync(
      temporalCommand(),
      [...args, '--address', drill().addresses.temporal, '--disable-config-file'],
      { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
    );

  test('the temporal command lists a workflow per directive and per round, named by what they are', () => {
    const listed = temporal('workflow', 'list', '--limit', '1000');
    for (const stream of drill().book.keys()) {
      const runs = /^directive\/[^/]+(\/round\/.+\/\d+)?$/.test(stream);
      if (runs) expect(listed).toMatch(new RegExp(`${stream}\\s+\\w+Workflow`));
    }
    expect(listed.match(/^\s*(Failed|TimedOut|Terminated|Canceled).*$/gm)).toBeNull();
  });

  test.each([
    [S4, '07/CT-BCA-V28: round report year 2026 opens at 2026-11-1'],
    [S0, '04/CT-UBND: round embed year 2026 opens at 2026-01-0'],
  ])('%s says in plain words what it waits for', (directive, words) => {
    const details = temporal('workflow', 'metadata', '-w', `directive/${directive}`);
    expect(details).toContain(words);
  });

  test('a run names its stream in its summary', () => {
    const id = `directive/${S4}/round/report/2019/0`;
    const described = temporal('workflow', 'describe', '-w', id);
    expect(described).toContain(`Dondoc: ${id}`);
  });
}

/** As the product finds it: on PATH, or built once into the cache. */
function temporalCommand(): string {
  const cache = environment().DONDOC_CACHE_DIR ?? userFolders(environment()).cacheDir;
  const cached = join(cache, 'temporal-1.5.1', 'temporal');
  return existsSync(cached) ? cached : 'temporal';
}
