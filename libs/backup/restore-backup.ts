/**
 * `dondoc restore`: a backup, or its beginning up to a point, into an empty database. Every hash and chain is checked on the
 * way. Invariant: all of it is one transaction, whose last row says that nobody has decided yet whether entries are missing;
 * so half a restore is an empty database, and a whole one answers questions only.
 */
import type { Client } from 'pg';
import {
  Failure,
  readMigrations,
  migrationFolders,
  upgradeSchema,
  type Deployment,
} from '../ledger';
import type { Instant } from '../domain';
import { bytesOf, type ContentRow } from './contents';
import { asOwner, goOn } from './database';
import { refuseUnlessEmpty } from './empty-database';
import { EntryCheck, type EntryRow } from './entry-line';
import type { Following, Index, Segment } from './format';
import { nameOf, presentIndex } from './index-file';
import { pointOf, type Point } from './point';
import { putEntries, putterOf, type Bounds } from './put-back';
import { putWakeups } from './put-wakeups';
import { damaged, linesOf, wholeLinesOf } from './segment-reader';
import { CONTENT, DECIDED, ENTRIES, KEPT, type Kept } from './tables';

export type Restoring = Following & {
  /** `@1200`, or an instant; default: everything. */
  readonly to?: string;
};

export type Restored = {
  readonly deployment: Deployment;
  /** The last entry that was put back. */
  readonly last: number;
  /** The last one that the backup holds. */
  readonly held: number;
  /** Commands that wait for a decision. */
  readonly undecided: number;
  readonly wakeups: number;
};

/** One at a time, and none beside a migration. */
const LOCK = 'SELECT pg_advisory_xact_lock(7406000, 2)';

/** @param url as the owner of an empty database */
export async function restoreBackup(
  url: string,
  folder: string,
  { to, ...following }: Restoring = {},
): Promise<Restored> {
  const index = presentIndex(folder);
  const point = pointOf(to, index);
  const numbers = knownMigrations(index);
  await asOwner(url, refuseUnlessEmpty);
  await upgradeSchema(url, { only: numbers });
  const restored = await asOwner(url, async (client) => {
    await client.query('BEGIN');
    await client.query(LOCK);
    await refuseUnlessEmpty(client);
    const done = await new Putting(client, { folder, index, following }).all(point);
    goOn(following);
    await client.query('COMMIT');
    return done;
  });
  // What this program has changed since is applied to what now lies there, as at any start.
  await upgradeSchema(url);
  return restored;
}

/** The tables are made as they were when the backup was taken. */
function knownMigrations({ migrations }: Index): number[] {
  const known = new Map(readMigrations(migrationFolders()).map((it) => [it.number, it.sha256]));
  for (const { number, name, sha256 } of migrations) {
    const mine = known.get(number);
    if (mine === sha256) continue;
    throw new Failure(
      mine === undefined ? 'schema.newer' : 'schema.changed',
      mine === undefined
        ? `the backup was taken by a newer program: this one does not know the migration ${name}`
        : `the migration ${name} is not the one of the program that took the backup`,
      { nextStep: 'restore with the program that took the backup' },
    );
  }
  return migrations.map(({ number }) => number);
}

type Given = {
  readonly folder: string;
  readonly index: Index;
  readonly following: Following;
};

class Putting {
  constructor(
    private readonly client: Client,
    private readonly given: Given,
  ) {}

  async all(point: Point): Promise<Restored> {
    const { index } = this.given;
    const last = await this.entries(point);
    const at = instantOf(point, last.recordedAt);
    const bounds = { seq: last.seq, at };
    await this.stamp(point, at);
    for (const segment of this.segments(DECIDED.table)) await this.table(DECIDED, segment, bounds);
    await this.contents();
    for (const kept of KEPT) await this.kept(kept, bounds);
    await this.dropMailOfNobody();
    if (point.kind !== 'all') await this.dropValuesOfNobody();
    const wakeups = await putWakeups(this.client, this.given.following);
    const held = index.last?.seq ?? 0;
    await this.client.query(
      `INSERT INTO ledger.restores (kind, seq, known_seq, backup) VALUES ('restored', $1, $2, $3)`,
      [last.seq, held, nameOf(index)],
    );
    const { rows } = await this.client.query<{ undecided: number }>(
      'SELECT count(*)::int AS undecided FROM work.command_log WHERE decided_at IS NULL',
    );
    const { undecided } = rows[0]!;
    return { deployment: index.deployment, last: last.seq, held, undecided, wakeups };
  }

  /** Those with sequences first, whose rows were never changed again; then what was written with the last backup. */
  private segments(table: string): Segment[] {
    return this.given.index.segments.filter((it) => it.table === table && it.from !== undefined);
  }

  private async entries(point: Point): Promise<EntryCheck['last']> {
    const { index, folder, following } = this.given;
    const check = new EntryCheck();
    const until = point.kind === 'sequence' ? point.seq : (index.last?.seq ?? 0);
    const isWithin = (row: EntryRow) =>
      row.seq <= until && (point.kind !== 'instant' || row.recordedAt <= point.at);
    let last = check.last;
    let isReached = false;
    for (const segment of this.segments(ENTRIES)) {
      if (isReached || last.seq === until) break;
      for await (const lines of linesOf(folder, segment, (row) => `entry ${segment.from! + row}`)) {
        goOn(following);
        const rows = lines.map((line) => checked(check, line, segment));
        const within = rows.filter(isWithin);
        for (let from = 0; from < within.length; from += ENTRIES_AT_ONCE) {
          await putEntries(this.client, within.slice(from, from + ENTRIES_AT_ONCE));
        }
        last = within.at(-1) ?? last;
        following.onProgress?.({ step: 'entries', done: last.seq, total: until });
        isReached = within.length < rows.length;
        if (isReached) break;
      }
    }
    if (point.kind === 'all') this.refuseOtherEnd(last);
    if (last.seq > 0 || index.last === null) return last;
    throw new Failure('restore.no-such-point', 'nothing was recorded by that instant', {
      nextStep: 'name a later one',
    });
  }

  private refuseOtherEnd({ seq, hash }: EntryCheck['last']): void {
    const { last } = this.given.index;
    if (last === null || (last.seq === seq && last.hash === hash)) return;
    throw damaged('index.json', `entry ${seq}`, `it names ${last.seq} (${last.hash}) as the last`);
  }

  /** A told clock goes on from the point. */
  private async stamp(point: Point, at: string): Promise<void> {
    const { deployment, now } = this.given.index;
    const { id, mode, clock, seed } = deployment;
    const toldNow = clock === 'told' ? (point.kind === 'all' ? now : at) : null;
    await this.client.query(
      'INSERT INTO work.deployment (id, mode, clock, seed, told_now) VALUES ($1, $2, $3, $4, $5)',
      [id, mode, clock, seed, toldNow],
    );
  }

  private async kept(kept: Kept, bounds: Bounds): Promise<void> {
    const all = this.given.index.segments;
    const mine = all.filter((it) => it.table === kept.table && it.from === undefined);
    for (const segment of mine) await this.table(kept, segment, bounds);
  }

  private async table(kept: Kept, segment: Segment, bounds: Bounds): Promise<void> {
    const { folder, following } = this.given;
    const putter = await putterOf(this.client, kept);
    let done = 0;
    for await (const lines of wholeLinesOf(folder, segment)) {
      goOn(following);
      await putter.put(lines, bounds);
      done += lines.length;
      const step = kept.table === DECIDED.table ? 'commands' : 'tables';
      following.onProgress?.({ step, done, total: segment.rows });
    }
    await putter.end();
  }

  /** All of them, whatever the point: a content says nothing of when it came. */
  private async contents(): Promise<void> {
    const { folder, index, following } = this.given;
    for (const segment of index.segments.filter(({ table }) => table === CONTENT)) {
      let done = 0;
      for await (const lines of wholeLinesOf(folder, segment)) {
        for (const line of lines) {
          goOn(following);
          const { sha256, mediaType, size, here } = JSON.parse(line) as ContentRow;
          await this.client.query({
            name: 'put-content',
            text: 'INSERT INTO work.content (sha256, media_type, size, bytes) VALUES ($1, $2, $3, $4)',
            values: [sha256, mediaType, size, here ? await bytesOf(folder, sha256) : null],
          });
          done += 1;
          following.onProgress?.({ step: 'contents', done, total: segment.rows });
        }
      }
    }
  }

  /** Of messages whose items all lie behind the point nobody knows what they were about. */
  private async dropMailOfNobody(): Promise<void> {
    const orphans = `message_id NOT IN (SELECT message_id FROM work.mail_items WHERE message_id IS NOT NULL)`;
    await this.client.query(`DELETE FROM work.mail_reports WHERE ${orphans}`);
    await this.client.query(`DELETE FROM work.mail_messages WHERE ${orphans}`);
  }

  /** Personal values that only what lies behind the point has named: nobody could find them to erase them. */
  private async dropValuesOfNobody(): Promise<void> {
    goOn(this.given.following);
    await this.client.query(
      `WITH named AS (
         SELECT (regexp_matches(said, 'pii:[0-9a-f]{64}', 'g'))[1] COLLATE "C" AS token
         FROM (SELECT bytes FROM ledger.entries UNION ALL SELECT c::text FROM work.command_log AS c) AS all_of (said))
       DELETE FROM work.erasable AS e WHERE NOT EXISTS (SELECT FROM named AS n WHERE n.token = e.token)`,
    );
  }
}

const ENTRIES_AT_ONCE = 1_000;

function checked(check: EntryCheck, line: string, { file }: Segment): EntryRow {
  const row = check.next(line);
  if (typeof row !== 'string') return row;
  throw damaged(file, `entry ${check.last.seq + 1}`, row);
}

function instantOf(point: Point, recordedAt: Instant): string {
  if (point.kind === 'all') return 'infinity';
  return point.kind === 'instant' ? point.at : recordedAt;
}
