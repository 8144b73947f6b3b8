/** `dondoc rebuild [--check]`: the read tables anew from the ledger, while the old ones serve; or a comparison of the two. */
import { withOwnerDatabase } from '../../../libs/embedded';
import {
  createDatabase,
  migrationFolders,
  ownerEntriesAfter,
  readMigrations,
  withOwner,
  type Migration,
} from '../../../libs/ledger';
import {
  checkReadModel,
  rebuildReadModel,
  type Deviation,
  type Rebuilding,
} from '../../../libs/readmodel';
import { failure, isFailure } from '../../../libs/service';
import { cliError, EXIT } from '../client';
import type { Screen } from '../screen';
import { stopOnSignal } from '../stop-on-signal';

type Owner = Parameters<Parameters<typeof withOwner>[2]>[0];

/** The read model's numbers: see libs/ledger/migrations.ts. */
const OWN = { from: 100, to: 199 };
const TOLD_EVERY_MS = 1_000;

export async function rebuild(
  screen: Screen,
  { check = false }: { readonly check?: boolean },
): Promise<void> {
  const stopping = stopOnSignal();
  const say = (text: string) => screen.progress(text, text);
  await withOwnerDatabase({ say, createDatabase }, (url) =>
    withOwner(url, 'rebuild', async (client) => {
      const rebuilding = await rebuildingOf(client, screen, stopping.signal);
      await (check ? checked(screen, rebuilding) : rebuilt(screen, rebuilding));
    }),
  )
    .catch((thrown: unknown) => {
      throw toldFault(thrown);
    })
    .finally(stopping.done);
}

async function rebuilt(screen: Screen, rebuilding: Rebuilding): Promise<void> {
  const done = await rebuildReadModel(rebuilding);
  if (done === null) throw interrupted(screen);
  screen.result(done, () =>
    screen.line(
      screen.say(
        `Đã dựng lại các bảng đọc từ sổ đến dòng ${done.seq} và đưa vào dùng; việc đọc không bị gián đoạn.`,
        `The read tables were built anew up to entry ${done.seq} and serve now; reads went on.`,
      ),
    ),
  );
}

async function checked(screen: Screen, rebuilding: Rebuilding): Promise<void> {
  const done = await checkReadModel(rebuilding);
  if (done === null) throw interrupted(screen);
  screen.result(done, () => {
    const { seq, tables, rows, deviations, count } = done;
    screen.line(
      screen.say(
        `So ${rows} dòng của ${tables} bảng với sổ đến dòng ${seq}: ${count === 0 ? 'giống hệt.' : `${count} chỗ khác.`}`,
        `Compared ${rows} rows of ${tables} tables with the ledger up to entry ${seq}: ${count === 0 ? 'all alike.' : `${count} differ.`}`,
      ),
    );
    if (count === 0) return;
    table(screen, deviations);
    screen.prose(
      screen.say(
        'Sổ là bản đúng: chạy dondoc rebuild để dựng lại các bảng.',
        'The ledger is right: run dondoc rebuild to build the tables anew.',
      ),
    );
  });
  if (done.count > 0) {
    throw cliError(
      EXIT.failed,
      'các bảng đọc không khớp với sổ · the read tables do not agree with the ledger [rebuild.differs]',
    );
  }
}

function table(screen: Screen, deviations: readonly Deviation[]): void {
  const how = {
    missing: screen.say('thiếu', 'missing'),
    surplus: screen.say('thừa', 'surplus'),
    other: screen.say('khác', 'other'),
  };
  screen.table(
    [
      ['Bảng', 'Table'],
      ['Khóa', 'Key'],
      ['Thế nào', 'How'],
      ['Cột', 'Columns'],
    ],
    deviations.map((it) => [`read.${it.table}`, it.key, how[it.how], it.columns.join(', ')]),
  );
}

async function rebuildingOf(
  client: Owner,
  screen: Screen,
  signal: AbortSignal,
): Promise<Rebuilding> {
  let toldAt = performance.now();
  return {
    owner: client,
    migrations: (await ownMigrations(client)).map(({ sql }) => sql),
    entriesAfter: (seq, span) => ownerEntriesAfter(client, seq, span),
    signal,
    onProgress: (done, of) => {
      if (performance.now() - toldAt < TOLD_EVERY_MS && done < of) return;
      toldAt = performance.now();
      const percent = Math.floor((done / of) * 100);
      screen.progress(`${percent} %: dòng ${done} / ${of}`, `${percent} %: entry ${done} of ${of}`);
    },
  };
}

/** All of this program, and the database has them all: other tables would be built than those that serve. */
async function ownMigrations(client: Owner): Promise<readonly Migration[]> {
  const known = readMigrations(migrationFolders());
  const { rows } = await client.query<{ number: number }>('SELECT number FROM work.migrations');
  const done = new Set(rows.map(({ number }) => number));
  const missing = known.filter(({ number }) => !done.has(number));
  const newer = rows.filter(({ number }) => !known.some((it) => it.number === number));
  if (missing.length > 0 || newer.length > 0) {
    throw failure(
      'rebuild.other-schema',
      'the database has not the schema of this program',
      missing.length > 0 ? 'run npm run migrate first' : 'run the newer program',
    );
  }
  return known.filter(({ number }) => number >= OWN.from && number <= OWN.to);
}

function interrupted(screen: Screen): Error {
  const message = screen.say(
    'Đã dừng giữa chừng: các bảng đang dùng vẫn nguyên như cũ; có thể chạy lại bất cứ lúc nào.',
    'Interrupted: the tables that serve are as they were; run it again at any time.',
  );
  return cliError(EXIT.failed, message);
}

function toldFault(thrown: unknown): unknown {
  const { code, exit } = thrown as { code?: unknown; exit?: unknown };
  if (isFailure(thrown) || exit !== undefined) return thrown;
  if (code === 'rebuild.runs') {
    return cliError(
      EXIT.failed,
      'Một lần dựng lại khác đang chạy: chờ nó xong · another rebuild runs: wait until it has ended [rebuild.runs]',
    );
  }
  return failure(
    'rebuild.failed',
    'the read tables could not be built beside; those that serve are as they were',
    'look at the cause; DONDOC_MIGRATION_DATABASE_URL must be the owner of the database, and the database must run (npm start); then run it again',
    thrown,
  );
}
