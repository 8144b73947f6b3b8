/**
 * What the mail catcher has received: one line of JSON a message, appended to one file, so that keeping a message is
 * one write. Messages are parsed when somebody looks at them. Invariant: a line without its end belongs to a message
 * nobody was told is kept, and is cut off at the next start.
 */
import { createReadStream, existsSync, mkdirSync, truncateSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { CaughtMail } from './caught-mail';

export type MailEnvelope = { readonly from: string; readonly to: readonly string[] };

export interface MailBox {
  /** Ids of all messages, the oldest first. */
  ids(): readonly number[];
  /** Ids of those sent to one envelope recipient. */
  idsTo(recipient: string): readonly number[];
  /** Null when there is no such message. */
  message(id: number): Promise<CaughtMail | null>;
  /** The message as it came, with all headers; null when there is none. */
  source(id: number): Promise<Buffer | null>;
  keep(envelope: MailEnvelope, source: Buffer): Promise<void>;
  close(): Promise<void>;
}

type Line = MailEnvelope & {
  readonly id: number;
  readonly receivedAt: string;
  /** Base64: whatever bytes came. */
  readonly source: string;
};
/** Where a line lies in the file; `source` is in memory only when there is no file. */
type Place = Omit<Line, 'source'> & {
  readonly at: number;
  readonly bytes: number;
  readonly source: Buffer | null;
};

/** @param dataDir null keeps messages in memory only */
export async function openMailBox(dataDir: string | null): Promise<MailBox> {
  if (dataDir === null) return boxOf(null, { places: [], end: 0 });
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'mail.ndjson');
  const found = await readLines(path);
  if (existsSync(path)) truncateSync(path, found.end);
  return boxOf(await open(path, 'a+'), found);
}

const NEWLINE = 0x0a;

type Found = { readonly places: readonly Place[]; readonly end: number };

function boxOf(file: FileHandle | null, found: Found): MailBox {
  const places = new Map(found.places.map((place) => [place.id, place]));
  const parsed = new Map<number, CaughtMail>();
  let { end } = found;
  let lastId = found.places.at(-1)?.id ?? 0;
  let writing: Promise<unknown> = Promise.resolve();

  /** Answers where the line begins. What could not be written whole is taken back. */
  async function append(line: Buffer): Promise<number> {
    const at = end;
    try {
      await file?.appendFile(line);
    } catch (thrown) {
      await file?.truncate(at);
      throw thrown;
    }
    end += line.length;
    return at;
  }

  async function source(id: number): Promise<Buffer | null> {
    const place = places.get(id);
    if (!place) return null;
    if (place.source !== null) return place.source;
    const line = Buffer.alloc(place.bytes);
    await file?.read(line, 0, place.bytes, place.at);
    return Buffer.from((JSON.parse(line.toString('utf8')) as Line).source, 'base64');
  }

  return {
    ids: () => [...places.keys()],
    idsTo: (recipient) =>
      [...places.values()].filter(({ to }) => to.includes(recipient)).map(({ id }) => id),
    source,
    async message(id) {
      const [place, bytes] = [places.get(id), await source(id)];
      if (!place || !bytes) return null;
      const mail = parsed.get(id) ?? (await described(place, bytes));
      parsed.set(id, mail);
      return mail;
    },
    async keep({ from, to }, bytes) {
      lastId += 1;
      const head = { id: lastId, receivedAt: new Date().toISOString(), from, to };
      const line = Buffer.from(
        `${JSON.stringify({ ...head, source: bytes.toString('base64') })}\n`,
      );
      const written = writing.then(() => append(line));
      writing = written.catch(() => undefined);
      const at = await written;
      places.set(head.id, { ...head, at, bytes: line.length, source: file ? null : bytes });
    },
    async close() {
      await writing;
      await file?.close();
    },
  };
}

/** A line counts with its end only; one that says nothing is passed over. */
async function readLines(path: string): Promise<Found> {
  const places: Place[] = [];
  if (!existsSync(path)) return { places, end: 0 };
  let [end, rest] = [0, Buffer.alloc(0)];
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE)) {
      const place = placeOf(rest.subarray(0, at), end);
      if (place !== null) places.push(place);
      end += at + 1;
      rest = rest.subarray(at + 1);
    }
  }
  return { places, end };
}

function placeOf(line: Buffer, at: number): Place | null {
  try {
    const { id, receivedAt, from, to } = JSON.parse(line.toString('utf8')) as Line;
    return { id, receivedAt, from, to, at, bytes: line.length, source: null };
  } catch {
    return null;
  }
}

async function described(place: Place, source: Buffer): Promise<CaughtMail> {
  const mail = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true });
  return {
    id: place.id,
    receivedAt: place.receivedAt,
    messageId: mail.messageId ?? null,
    from: mail.from?.text ?? place.from,
    to: place.to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
  };
}
