/** A drill that was played to its end and stays up to be asked: over HTTP, over SQL, by mail and by outside tools. */
import { Pool } from 'pg';
import { DIRECTIVE_IDS } from '../../../samples';
import { readBook, type Book } from './book';
import {
  discard,
  newDataDir,
  ownerUrl,
  startStandalone,
  type Addresses,
  type Standalone,
} from './standalone';

export type PlayedDrill = {
  readonly standalone: Standalone;
  readonly addresses: Addresses;
  /** As the owner of the database. */
  readonly pool: Pool;
  readonly book: Book;
  end(): Promise<void>;
};

export const { s0: S0, s2: S2, s3: S3, s4: S4 } = DIRECTIVE_IDS;

/** The last line of the summary. */
export const SUMMARY = /mails sent: (\d+).*ledger entries: (\d+)/;

export async function playDrill(...args: string[]): Promise<PlayedDrill> {
  const dataDir = newDataDir();
  const standalone = startStandalone(dataDir, ...args);
  try {
    await standalone.shows(SUMMARY);
    const pool = new Pool({ connectionString: ownerUrl(dataDir), max: 4 });
    pool.on('error', () => undefined);
    return {
      standalone,
      addresses: standalone.addresses(),
      pool,
      book: await readBook(pool),
      async end() {
        await pool.end();
        await discard(dataDir, standalone);
      },
    };
  } catch (thrown) {
    await discard(dataDir, standalone);
    throw thrown;
  }
}

/** Every item of a paged list of the API. */
export async function allOf<Item>(api: string, path: string): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null = null; ;) {
    const url = new URL(path, api);
    url.searchParams.set('limit', '100');
    if (cursor !== null) url.searchParams.set('cursor', cursor);
    const page = await read<{ items: Item[]; next: string | null }>(url.href);
    all.push(...page.items);
    cursor = page.next;
    if (cursor === null) return all;
  }
}

export async function read<Answer>(url: string | URL): Promise<Answer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
