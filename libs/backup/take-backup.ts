/**
 * `dondoc backup`: everything that cannot be made again, as it stood in one snapshot while everything runs, into a folder
 * that holds it from backup to backup. Invariant: nothing of the backup before is changed until the new one is whole.
 */
import { mkdir } from 'node:fs/promises';
import type { Client } from 'pg';
import { Failure, type Deployment } from '../ledger';
import type { Instant } from '../domain';
import { LISTED, takeContents, type ContentRow } from './contents';
import { asOwner, goOn, rowOf, rowsInGroups, type Query } from './database';
import { entryLine } from './entry-line';
import { folderFault } from './folder-fault';
import { inLockedFolder } from './folder-lock';
import { FORMAT, type AppliedMigration, type Following, type Index, type Segment } from './format';
import { readIndex, sweep, writeIndex } from './index-file';
import { refuseOther, refuseUnlessThere } from './refuse-other';
import { SegmentWriter } from './segment-writer';
import { CONTENT, DECIDED, ENTRIES, KEPT, type Kept } from './tables';

export type TakenBackup = {
  /** The hash of its index. */
  readonly name: string;
  readonly last: number;
  /** Since the backup before into this folder. */
  readonly newEntries: number;
  readonly newContents: number;
  readonly bytesWritten: number;
};

const ENTRIES_IN_SEGMENT = 100_000;
/** One backup of a database at a time. */
const LOCK = 'SELECT pg_try_advisory_lock(7406000, 4) AS mine';

/** @param url as the owner of the database: values that may be erased are read, too */
export async function takeBackup(
  url: string,
  folder: string,
  following: Following = {},
): Promise<TakenBackup> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw folderFault(folder, cause);
  });
  return asOwner(url, async (client) => {
    const lock = await rowOf<{ mine: boolean }>(client, LOCK);
    if (!lock!.mine) {
      throw new Failure('backup.runs', 'another backup of this database runs at this moment', {
        nextStep: 'wait for it to end',
      });
    }
    return inLockedFolder(folder, () => takeInto(folder, client, following));
  });
}

/** What lies in the folder is read, and swept, by the one backup that writes into it. */
async function takeInto(
  folder: string,
  client: Client,
  following: Following,
): Promise<TakenBackup> {
  const before = readIndex(folder);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const snapshot = await readSnapshot(client);
  if (before !== null)
    await refuseOther(client, folder, { before, deployment: snapshot.deployment });
  await sweep(folder, before).catch((cause: unknown) => {
    throw folderFault(folder, cause);
  });
  return new Taking(client, folder, { before, snapshot, following }).take();
}

type Snapshot = Pick<Index, 'deployment' | 'takenAt' | 'now' | 'migrations' | 'last'>;

const STANDING = `
  SELECT work.instant(clock_timestamp()) AS "takenAt",
         CASE WHEN d.clock = 'told' THEN work.instant(d.told_now) ELSE work.instant(clock_timestamp()) END AS now,
         json_build_object('id', d.id, 'mode', d.mode, 'clock', d.clock, 'seed', d.seed) AS deployment
  FROM work.deployment AS d`;

async function readSnapshot(client: Client): Promise<Snapshot> {
  const { rows: migrations } = await client
    .query<AppliedMigration>('SELECT number, name, sha256 FROM work.migrations ORDER BY number')
    .catch((cause: unknown) => {
      throw unmigrated(cause);
    });
  const row = await rowOf<{ takenAt: Instant; now: Instant | null; deployment: Deployment }>(
    client,
    STANDING,
  );
  if (row === null) throw unmigrated();
  const last = await rowOf<{ seq: string; hash: string; recordedAt: Instant }>(
    client,
    `SELECT seq, hash, work.instant(recorded_at) AS "recordedAt" FROM ledger.entries ORDER BY seq DESC LIMIT 1`,
  );
  return { ...row, migrations, last: last && { ...last, seq: Number(last.seq) } };
}

function unmigrated(cause?: unknown): Failure {
  return new Failure('deployment.unstamped', 'this database holds no deployment of Dondoc', {
    cause,
    nextStep: 'name the right database in DONDOC_MIGRATION_DATABASE_URL',
  });
}

type Given = {
  readonly before: Index | null;
  readonly snapshot: Snapshot;
  readonly following: Following;
};

class Taking {
  private readonly made: Segment[] = [];
  private readonly generation: number;

  constructor(
    private readonly client: Client,
    private readonly folder: string,
    private readonly given: Given,
  ) {
    this.generation = (given.before?.generation ?? 0) + 1;
  }

  async take(): Promise<TakenBackup> {
    const { before, snapshot } = this.given;
    const [from, to] = [before?.last?.seq ?? 0, snapshot.last?.seq ?? 0];
    await this.entries(from, to);
    await this.decided(from, to);
    const contents = await this.contents();
    for (const kept of KEPT) await this.table(kept);
    const checkpoint = await rowOf<{ size: string }>(
      this.client,
      'SELECT coalesce(max(size), 0) AS size FROM ledger.checkpoints',
    );
    const index: Index = {
      format: FORMAT,
      ...snapshot,
      generation: this.generation,
      checkpoint: Number(checkpoint!.size),
      segments: [...this.lasting(), ...this.made],
    };
    goOn(this.given.following);
    // Nothing is named that has gone meanwhile.
    await refuseUnlessThere(this.folder, index.segments);
    const name = await writeIndex(this.folder, index);
    await sweep(this.folder, index);
    return {
      name,
      last: to,
      newEntries: to - from,
      newContents: contents.files,
      bytesWritten: contents.bytes + this.made.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** Segments of earlier backups whose rows are not written anew. */
  private lasting(): Segment[] {
    const growing = new Set(KEPT.filter(({ since }) => since).map(({ table }) => table));
    const all = this.given.before?.segments ?? [];
    return all.filter(({ table, from }) => from !== undefined || growing.has(table));
  }

  private async entries(after: number, to: number): Promise<void> {
    for (let from = after + 1; from <= to; from += ENTRIES_IN_SEGMENT) {
      const upTo = Math.min(to, from + ENTRIES_IN_SEGMENT - 1);
      const text = `SELECT seq, hash, bytes FROM ledger.entries WHERE seq BETWEEN $1 AND $2 ORDER BY seq`;
      await this.segment<{ seq: number; hash: string; bytes: string }>(
        { table: ENTRIES, from, to: upTo },
        { query: { text, values: [from, upTo] }, lineOf: entryLine },
      );
    }
  }

  private async decided(from: number, to: number): Promise<void> {
    if (to === from) return;
    const text = `${linesOfTable(DECIDED)} WHERE seq > $1 AND seq <= $2 ORDER BY seq, id`;
    await this.segment<Line>(
      { table: DECIDED.table, from: from + 1, to },
      { query: { text, values: [from, to] }, lineOf: ({ line }) => line },
    );
  }

  private async table(kept: Kept): Promise<void> {
    const { before } = this.given;
    const since = before === null ? undefined : kept.since;
    const conditions = [kept.where, since?.rows].filter((it) => it !== undefined);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const values = since === undefined ? [] : [before![since.by]];
    await this.segment<Line>(
      { table: kept.table },
      {
        query: { text: `${linesOfTable(kept)} ${where}`, values },
        lineOf: ({ line }) => line,
        isWhole: kept.since === undefined,
      },
    );
  }

  private async contents() {
    const rows: ContentRow[] = [];
    await this.segment<ContentRow>(
      { table: CONTENT },
      {
        query: { text: LISTED },
        lineOf: (row) => {
          rows.push(row);
          return JSON.stringify(row);
        },
      },
    );
    return takeContents(this.client, this.folder, { rows, ...this.given.following });
  }

  private async segment<Row extends object>(
    { table, from, to }: Pick<Segment, 'table' | 'from' | 'to'>,
    { query, lineOf, isWhole = true }: Written<Row>,
  ): Promise<void> {
    const { following, snapshot } = this.given;
    const numbers = from === undefined ? [this.generation] : [from, to!];
    const file = `${table}-${numbers.map((it) => String(it).padStart(12, '0')).join('-')}.ndjson.gz`;
    const about = { file, table, ...(from === undefined ? {} : { from }) };
    const writer = new SegmentWriter(this.folder, about);
    try {
      for await (const rows of rowsInGroups<Row>(this.client, query)) {
        goOn(following);
        await writer.write(rows.map(lineOf));
        const step = STEPS[table] ?? 'tables';
        const before = step === 'entries' ? from! - 1 : 0;
        const total = step === 'entries' ? (snapshot.last?.seq ?? 0) : Infinity;
        following.onProgress?.({ step, done: before + writer.count, total });
      }
      // What only grows needs no file that adds nothing.
      if (writer.count === 0 && !isWhole) await writer.discard();
      else this.made.push(await writer.finish(to));
    } catch (thrown) {
      await writer.discard();
      throw thrown;
    }
  }
}

const STEPS = {
  [ENTRIES]: 'entries',
  [DECIDED.table]: 'commands',
} as { readonly [table: string]: 'entries' | 'commands' };

type Line = { readonly line: string };

type Written<Row> = {
  readonly query: Query;
  readonly lineOf: (row: Row) => string;
  readonly isWhole?: boolean;
};

/** A line of JSON per row, as the database writes it; a JSON column may hold line breaks between its tokens. */
function linesOfTable({ table }: Kept): string {
  return `SELECT replace(row_to_json(t)::text, E'\\n', ' ') AS line FROM ${table} AS t`;
}
