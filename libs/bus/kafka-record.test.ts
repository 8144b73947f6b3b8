/** What travels over Kafka is the entry to the byte; what is not ours is left alone. */
import { createHash } from 'node:crypto';
import type { Envelope } from '../contracts';
import type { Entry } from '../ledger';
import { entryOf, keyOf, recordOf } from './kafka-record';
import { inSends } from './kafka-publisher';

const source = 'urn:dondoc:test';

function entry(seq: number, text = 'đúng hạn'): Entry {
  const stream = 'directive/d1/round/report/2018/0';
  const envelope = {
    specversion: '1.0',
    id: `${stream}@${seq}`,
    source,
    subject: stream,
    time: '2018-12-18T10:00:00.000Z',
    recordedat: '2018-12-18T10:00:00.000Z',
    streamversion: seq,
    type: 'dondoc.round.ReportSubmitted.v1',
    data: { text },
  } as unknown as Envelope;
  const bytes = JSON.stringify(envelope);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { seq, stream, version: seq, id: envelope.id, type: envelope.type, bytes, envelope, hash };
}

function received({ value, headers }: ReturnType<typeof recordOf>) {
  return { value: Buffer.from(value), headers, offset: '41' };
}

test('an entry comes back from its record as it was, sequence and hash included', () => {
  expect(entryOf(received(recordOf(entry(7))), source)).toEqual(entry(7));
});

test('a record of another deployment is none of our business', () => {
  expect(entryOf(received(recordOf(entry(7))), 'urn:dondoc:other')).toBeNull();
  expect(entryOf({ value: Buffer.from('{}'), headers: {}, offset: '1' }, source)).toBeNull();
});

test('a record that claims to be ours and has no sequence is an error that names its offset', () => {
  const record = recordOf(entry(7));
  const broken = { ...record, headers: { ...record.headers, seq: 'x' } };
  expect(() => entryOf(received(broken), source)).toThrow(/offset 41/);
});

test('all streams of a directive have one key, so that outside consumers may keep them together', () => {
  expect(keyOf('directive/d1/round/report/2018/0')).toBe('directive/d1');
  expect(keyOf('directive/d1')).toBe('directive/d1');
  expect(keyOf('series/bca/directive/2014')).toBe('series/bca/directive/2014');
  expect(keyOf('org')).toBe('org');
});

test('a send stays below the size of a batch that a broker takes, and keeps the order', () => {
  const entries = Array.from({ length: 40 }, (_, n) => entry(n + 1, 'x'.repeat(50_000)));
  const sends = inSends(entries);
  expect(sends.length).toBeGreaterThan(1);
  expect(sends.flat()).toEqual(entries);
  for (const send of sends) {
    expect(send.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(800_000);
  }
});
