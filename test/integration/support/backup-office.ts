/**
 * A deployment for the tests of backups: a database of its own with all tables and a told clock, whose rounds are decided by
 * the real deciders; and what can be asked of two deployments to see that they are the same.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  emptyRoot,
  fileSigner,
  Frontier,
  leafHash,
  noteOf,
  originOf,
  secretKeyText,
  signatureLine,
} from '../../../libs/audit';
import { deciderOf, foldAll, step } from '../../../libs/domain';
import {
  DATABASE_ROLES,
  migrate,
  type Ledger,
  type NewCommand,
  type Passwords,
  type Stamp,
} from '../../../libs/ledger';
import { TEST_PASSWORD, testDatabase, type TestDatabase } from './ledger-database';

const PASSWORDS: Passwords = Object.fromEntries(
  DATABASE_ROLES.map((role) => [role, TEST_PASSWORD]),
);

export const BACKUP_STAMP: Stamp = {
  mode: 'drill',
  deploymentId: 'backup-test',
  clock: 'told',
  seed: 'backup-test',
  startsAt: '2018-12-01T00:00:00.000Z',
};

export type Office = { readonly database: TestDatabase; readonly ledger: Ledger };

export async function openOffice(): Promise<Office> {
  const database = await testDatabase('empty');
  await migrate(database.url, { ...BACKUP_STAMP, passwords: PASSWORDS });
  return { database, ledger: database.ledger() };
}

/** What was restored, with the roles' passwords set anew, as an operator does. */
export async function reopened(database: TestDatabase): Promise<Office> {
  await migrate(database.url, { ...BACKUP_STAMP, passwords: PASSWORDS });
  return { database, ledger: database.ledger() };
}

export async function accepted(ledger: Ledger, ...commands: NewCommand[]): Promise<void> {
  await ledger.accept(commands);
}

/** Decides all that waits and is due, as the worker does. */
export async function decideAll(ledger: Ledger): Promise<void> {
  for (const { stream } of await ledger.overdue(await ledger.now())) {
    const decider = deciderOf(stream);
    const { decided, version, ...tray } = await ledger.load(stream);
    const loaded = foldAll(decider, decided);
    const { decided: now, nextAt } = step(decider, loaded, tray, stream);
    const recording = { stream, expected: version, decided: now, nextAt, decidersHash: 'deciders' };
    await ledger.record({ ...recording, queue: 'queue-1' });
  }
}

export async function decided(ledger: Ledger, ...commands: NewCommand[]): Promise<void> {
  await ledger.accept(commands);
  await decideAll(ledger);
}

export async function statesOf(ledger: Ledger, streams: readonly string[]): Promise<unknown[]> {
  return Promise.all(
    streams.map(async (stream) => {
      const { decided: all } = await ledger.load(stream);
      return foldAll(deciderOf(stream), all);
    }),
  );
}

/** All rows of a table, as text. */
export async function rowsIn(database: TestDatabase, table: string): Promise<string[]> {
  const { rows } = await database
    .pool()
    .query<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t ORDER BY 1`);
  return rows.map(({ row }) => row);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'dondoc-backup-'));
  folders.push(made);
  return made;
}

/** Undecided work at a point: what the tray of each stream holds. */
export async function waitingIn(ledger: Ledger, stream: string): Promise<string[]> {
  return (await ledger.take(stream)).waiting.map(({ id }) => id);
}

const SIGNER = fileSigner(
  secretKeyText(originOf(BACKUP_STAMP.deploymentId), Buffer.alloc(32, 3), 'log'),
);
export const PUBLIC_KEY = SIGNER.key.text;

/** A checkpoint over the first `size` entries of the ledger, as the checkpointer signs it. */
export async function checkpointOver(
  ledger: Ledger,
  size: number,
  origin = originOf(BACKUP_STAMP.deploymentId),
): Promise<string> {
  const frontier = new Frontier();
  for (const { bytes } of await ledger.entriesAfter(0, size)) frontier.append(leafHash(bytes));
  const heads = { size: 0, root: emptyRoot() };
  const text = checkpointText({ origin, size, root: frontier.root(), heads });
  return noteOf(text, [await signatureLine(text, SIGNER)]);
}
