/**
 * An entry as a Kafka record and back: the value is the entry's canonical bytes, so an outside consumer reads a
 * CloudEvents document; the sequence, which those bytes do not hold, travels as a header.
 */
import { createHash } from 'node:crypto';
import type { Envelope } from '../contracts';
import type { Entry } from '../ledger';

export type KafkaRecord = {
  readonly key: string;
  readonly value: string;
  readonly headers: { readonly [name: string]: string };
};

export function recordOf(entry: Entry): KafkaRecord {
  const { envelope } = entry;
  return {
    key: keyOf(entry.stream),
    value: entry.bytes,
    headers: {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      seq: String(entry.seq),
      ce_id: envelope.id,
      ce_type: envelope.type,
      ce_source: envelope.source,
      ce_subject: envelope.subject,
      ce_time: envelope.time,
    },
  };
}

/** Everything of one directive has one key; other streams have their own. */
export function keyOf(stream: string): string {
  const [kind, directive] = stream.split('/');
  return kind === 'directive' && directive ? `directive/${directive}` : stream;
}

export type Received = {
  readonly value: Buffer | null;
  readonly offset: string;
  readonly headers?: { readonly [name: string]: unknown };
};

/** The entry in a record of `source`; null for a record of another deployment, which is none of our business. */
export function entryOf(record: Received, source: string): Entry | null {
  if (header(record, 'ce_source') !== source) return null;
  const seq = Number(header(record, 'seq'));
  if (!Number.isSafeInteger(seq) || seq < 1 || record.value === null) {
    throw new UnreadableRecord(record.offset, 'it has no sequence or no value');
  }
  const bytes = record.value.toString('utf8');
  const envelope = JSON.parse(bytes) as Envelope;
  if (envelope.id !== `${envelope.subject}@${envelope.streamversion}`) {
    throw new UnreadableRecord(record.offset, 'its id is not its stream and version');
  }
  return {
    seq,
    stream: envelope.subject,
    version: envelope.streamversion,
    id: envelope.id,
    type: envelope.type,
    bytes,
    envelope,
    hash: createHash('sha256').update(record.value).digest('hex'),
  };
}

function header(record: Received, name: string): string | null {
  const value = record.headers?.[name];
  return Buffer.isBuffer(value) || typeof value === 'string' ? value.toString() : null;
}

/** A record that claims to be ours and cannot be: somebody else wrote to our topic. */
export class UnreadableRecord extends Error {
  readonly code = 'bus.unreadable-record';
  readonly nextStep =
    'nobody but the relay may write to this topic: find the writer, delete the topic, start the relay anew';
  constructor(offset: string, reason: string) {
    super(`the record at offset ${offset} of the events topic is not an entry: ${reason}`, {
      cause: new Error(reason),
    });
    this.name = 'UnreadableRecord';
  }
}
