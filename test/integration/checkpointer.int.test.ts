/** The checkpointer on a real PostgreSQL: what it signs is proven, and what must not be signed is not. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCheckpointer, type Checkpointer } from '../../apps/checkpointer/checkpointer';
import { folderOutlet } from '../../apps/checkpointer/outlets/folder';
import type { Outlet } from '../../apps/checkpointer/outlet';
import { witnessOutlet } from '../../apps/checkpointer/outlets/witness';
import { serveWitness } from '../../apps/cli/witness/serve';
import { createWitness } from '../../apps/cli/witness/witness';
import {
  consistencySpans,
  fileSigner,
  headHash,
  isConsistent,
  leafHash,
  noteKey,
  readCheckpoint,
  readNote,
  rootOfLeaves,
  secretKeyText,
  signedBy,
  type NoteSigner,
} from '../../libs/audit';
import {
  CHECKPOINTER_LEASE,
  createTreeBook,
  spanHashes,
  type Ledger,
  type StoredCheckpoint,
} from '../../libs/ledger';
import { keyFromFile, makeKeyFile } from '../../libs/process';
import { createLogger } from '../../libs/service';
import { recordOne, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { until } from './support/until';

let database: TestDatabase;
let ledger: Ledger;
let folder: string;
const running: Checkpointer[] = [];
const logger = createLogger({ service: 'checkpointer', level: 'silent' });
const signerOf = (fill: number, name = 'dondoc/proofs') =>
  fileSigner(secretKeyText(name, Buffer.alloc(32, fill), 'log'));
const signer = signerOf(1);

beforeEach(async () => {
  database = await testDatabase({
    mode: 'drill',
    deploymentId: 'proofs',
    seed: 's',
    clock: 'wall',
  });
  ledger = database.ledger();
  folder = mkdtempSync(join(tmpdir(), 'dondoc-checkpoints-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Made = {
  signer?: NoteSigner;
  before?: NoteSigner | null;
  outlets?: readonly Outlet[];
  keyFile?: string;
};

async function start(given: Made = {}) {
  const { signer: by = signer, before = null, outlets = [], keyFile = 'checkpoint.key' } = given;
  const pool = database.pool('dondoc_checkpointer');
  const made = createCheckpointer({
    ...{ ledger: database.ledger('dondoc_checkpointer'), pool, logger, outlets, before },
    signer: by,
    keyFile: join(folder, keyFile),
  });
  running.push(made);
  await made.start();
  return made;
}

async function record(count: number, stream = roundOf('a')): Promise<void> {
  const from = await ledger.lastSeq();
  for (let at = 0; at < count; at += 1) {
    await recordOne(ledger, { id: `${stream}-${from}-${at}`, stream });
  }
}

async function signed(size: number): Promise<StoredCheckpoint> {
  let latest: StoredCheckpoint | null = null;
  await until(`checkpoint ${size}`, async () => {
    latest = await ledger.latestCheckpoint();
    return latest?.size === size;
  });
  return latest!;
}

const read = ({ note }: StoredCheckpoint) => readCheckpoint(readNote(note).text);

async function refusal(made: Checkpointer): Promise<string> {
  let said = '';
  await until('it refuses', async () => {
    said = (await made.ready()).parts.signing ?? '';
    return said !== 'ok' && said !== 'not started';
  });
  return said;
}

test('what is signed is the tree of all entries and of all heads', async () => {
  await record(3);
  await start();
  await record(2, roundOf('b'));
  const checkpoint = await signed(10);
  const { size, root, heads } = read(checkpoint);
  const entries = await ledger.entriesAfter(0, 100);
  expect(size).toBe(entries.length);
  expect(root).toEqual(rootOfLeaves(entries.map(({ bytes }) => leafHash(bytes))));
  const last = await ledger.headsAt(size);
  expect(last.map(({ stream, version }) => [stream, version])).toEqual([
    [roundOf('a'), 6],
    [roundOf('b'), 4],
  ]);
  expect(heads).toEqual({ size: 2, root: rootOfLeaves(last.map(headHash)) });
  expect(signedBy(readNote(checkpoint.note), [signer.key]).signers).toHaveLength(1);
  expect(await ledger.signingKeys()).toEqual([
    { key: signer.key.text, from: expect.any(Number) as number, to: null },
  ]);
});

test('a checkpoint causes no other one, and each continues the one before', async () => {
  await record(1);
  await start();
  const first = await signed(2);
  await record(4);
  const second = await signed(10);
  const spans = consistencySpans(first.size, second.size);
  expect(isConsistent(read(first), read(second), await spanHashes(ledger, spans))).toBe(true);
  const { rows } = await database.pool().query('SELECT size FROM ledger.checkpoints ORDER BY size');
  expect(rows.length).toBeLessThanOrEqual(5);
  expect(rows.at(-1)).toEqual({ size: '10' });
});

test('what came last is signed at shutdown, in less than the pace', async () => {
  await record(1);
  const made = await start();
  await signed(2);
  await record(1);
  await made.stop();
  expect((await ledger.latestCheckpoint())?.size).toBe(4);
});

test('one that was stopped goes on where the tree stands', async () => {
  await record(3);
  await (await start()).stop();
  await record(5, roundOf('b'));
  await start();
  const { root } = read(await signed(16));
  const entries = await ledger.entriesAfter(0, 100);
  expect(root).toEqual(rootOfLeaves(entries.map(({ bytes }) => leafHash(bytes))));
});

test('of the levels between two that are kept each node is hashed again', async () => {
  await record(270);
  await (await start()).stop();
  const leaves = await ledger.leafHashes(0, 540);
  const { rows } = await database.pool().query('SELECT DISTINCT level FROM ledger.tree');
  expect(rows.map(({ level }) => level as number).toSorted((a, b) => a - b)).toEqual([0, 8]);
  for (let level = 0; level <= 9; level += 1) {
    const count = Math.floor(540 / 2 ** level);
    const nodes = Array.from({ length: count }, (_, index) => ({ level, index }));
    const under = ({ index }: { index: number }) =>
      rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
    expect(await ledger.treeHashes(nodes)).toEqual(nodes.map(under));
    const beyond = ledger.treeHashes([{ level, index: count }]);
    await expect(beyond).rejects.toThrow(`no node ${count} of level ${level}`);
  }
});

test('of two one stands by', async () => {
  await record(1);
  const [one, other] = [await start(), await start()];
  await signed(2);
  const states = await Promise.all([one.ready(), other.ready()]);
  expect(states.every(({ ok }) => ok)).toBe(true);
  await until('one stands by', async () => {
    const parts = await Promise.all([one.ready(), other.ready()]);
    return parts.filter((it) => it.parts.signing?.startsWith('stands by')).length === 1;
  });
});

test('a ledger that lost entries is not signed: which ones is said', async () => {
  await record(3);
  await (await start()).stop();
  const owner = database.pool();
  await withoutGuards(owner, ['entries', 'tree', 'checkpoints'], async () => {
    await owner.query('DELETE FROM ledger.entries WHERE seq > 4');
    await owner.query('DELETE FROM ledger.tree WHERE (place + 1) * 2 ^ level > 4');
    await owner.query('DELETE FROM ledger.checkpoints WHERE size > 4');
  });
  expect(await refusal(await start())).toMatch(/entries 5 to 6 were signed.*checkpoint\.behind/su);
});

test("a stream's last entry that was removed is not signed away", async () => {
  await record(3);
  await record(2, roundOf('b'));
  await (await start()).stop();
  const owner = database.pool();
  await withoutGuards(owner, ['entries'], () =>
    owner.query('DELETE FROM ledger.entries WHERE stream = $1 AND version = 6', [roundOf('a')]),
  );
  await record(1, roundOf('c'));
  expect(await refusal(await start())).toMatch(/checkpoint\.fork/u);
});

test('one that died between signing and keeping signs the very same again', async () => {
  await record(1);
  await (await start()).stop();
  await record(1);
  await (await start()).stop();
  const kept = await ledger.latestCheckpoint();
  const owner = database.pool();
  await withoutGuards(owner, ['checkpoints'], () =>
    owner.query('DELETE FROM ledger.checkpoints WHERE size = 4'),
  );
  await start();
  expect(await signed(4)).toEqual(kept);
});

test('a key that has signed and remembers nothing does not sign', async () => {
  await record(1);
  await (await start()).stop();
  rmSync(join(folder, 'checkpoint.key.last'));
  await record(1);
  expect(await refusal(await start())).toMatch(/checkpoint\.memory-missing/u);
});

test('whoever lost the lease keeps no checkpoint', async () => {
  await record(1);
  const book = createTreeBook(database.pool('dondoc_checkpointer'));
  const one = { size: 2, note: 'n', recordedAt: '2018-12-18T10:00:00.000Z', newKey: null };
  await expect(book.keepCheckpoint({ ...one, holder: 'nobody' })).rejects.toThrow(/taken over/u);
  await database.ledger('dondoc_checkpointer').tryLease(CHECKPOINTER_LEASE, 'me', 10_000);
  await book.keepCheckpoint({ ...one, holder: 'me' });
  await book.keepCheckpoint({ ...one, holder: 'me' });
  const other = { ...one, note: 'another', holder: 'me' };
  await expect(book.keepCheckpoint(other)).rejects.toThrow(/another checkpoint of 2/u);
});

test('a ledger and tree that were written anew are not signed', async () => {
  await record(3);
  await (await start()).stop();
  const owner = database.pool();
  await withoutGuards(owner, ['tree'], () =>
    owner.query(`UPDATE ledger.tree SET hash = sha256('lie') WHERE level = 0 AND place = 0`),
  );
  await record(1);
  expect(await refusal(await start())).toMatch(/checkpoint\.fork/u);
});

async function withoutGuards(
  owner: ReturnType<TestDatabase['pool']>,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const guard = (what: string) =>
    tables.map((it) => `ALTER TABLE ledger.${it} ${what} TRIGGER ALL`).join('; ');
  await owner.query(guard('DISABLE'));
  await work();
  await owner.query(guard('ENABLE'));
}

test('a key is handed over by the one before it, and by no other way', async () => {
  await record(1);
  await (await start()).stop();
  await record(1);
  const next = signerOf(2);
  const alone = await start({ signer: next });
  expect(await refusal(alone)).toMatch(/key\.not-the-last/u);
  await alone.stop();
  await (await start({ signer: next, before: signer })).stop();
  const latest = (await ledger.latestCheckpoint())!;
  const { signers } = signedBy(readNote(latest.note), [signer.key, next.key]);
  // The key before has signed who comes after it: a line appended to its note does not.
  expect(read(latest).nextKey).toBe(next.key.text);
  expect(signers.map(({ text }) => text)).toEqual([signer.key.text, next.key.text]);
  expect(await ledger.signingKeys()).toEqual([
    { key: signer.key.text, from: 2, to: 2 },
    { key: next.key.text, from: 4, to: null },
  ]);
  await record(1);
  expect(await refusal(await start({ signer }))).toMatch(/key\.not-the-last/u);
});

test('a key of another name is refused', async () => {
  await record(1);
  const other = signerOf(1, 'dondoc/other');
  expect(await refusal(await start({ signer: other }))).toMatch(/key\.other-origin/u);
});

test('a folder gets every checkpoint once, and an outlet that fails is tried again', async () => {
  let fails = true;
  const taken: number[] = [];
  const flaky: Outlet = {
    name: 'flaky',
    publish: ({ size }) => {
      if (fails) return Promise.reject(new Error('away'));
      taken.push(size);
      return Promise.resolve([]);
    },
  };
  const made = await start({ outlets: [folderOutlet(join(folder, 'out')), flaky] });
  await record(2);
  await signed(4);
  await until('it is told', async () => (await made.ready()).parts.flaky === 'away');
  expect((await made.ready()).ok).toBe(true);
  fails = false;
  await until('it was taken', () => Promise.resolve(taken.includes(4)));
  await made.stop();
  expect(readdirSync(join(folder, 'out'))).toContain('000000000004.checkpoint');
  expect(readFileSync(join(folder, 'out', 'latest'), 'utf8')).toBe(
    (await ledger.latestCheckpoint())!.note,
  );
});

test('the latest in a folder does not go back when one that hung comes late', async () => {
  await record(1);
  await start();
  const earlier = await signed(2);
  await record(1);
  const later = await signed(4);
  const outlet = folderOutlet(join(folder, 'out'));
  const tools = { trail: ledger, book: createTreeBook(database.pool()) };
  for (const one of [later, earlier]) await outlet.publish(one, tools);
  expect(readFileSync(join(folder, 'out', 'latest'), 'utf8')).toBe(later.note);
});

test('a witness cosigns each checkpoint, also after it forgot or was away', async () => {
  const key = fileSigner(secretKeyText('chung-kien.vn/w1', Buffer.alloc(32, 5), 'witness'));
  const state = join(folder, 'witness');
  const witness = createWitness({
    logs: [signer.key],
    signer: key,
    state,
    now: () => 1_545_127_200,
  });
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const serving = await serveWitness({ witness, key: key.key, host: '127.0.0.1', port: 0, say });
  const outlets = () => [witnessOutlet(key.key, new URL(serving.url))];
  const cosigned = async (size: number) => {
    await until(`cosignature of ${size}`, async () => {
      const latest = await ledger.latestCheckpoint();
      if (latest?.size !== size) return false;
      return signedBy(readNote(latest.note), [key.key]).signers.length === 1;
    });
  };
  await record(1);
  const made = await start({ outlets: outlets() });
  await cosigned(2);
  await record(2);
  await cosigned(6);
  await made.stop();
  // The one that starts does not know what the witness has seen: it is told.
  await record(1);
  await start({ outlets: outlets() });
  await cosigned(8);
  expect(said.some((line) => line.includes('409 6'))).toBe(true);
  await serving.close();
});

test('tree, checkpoints and keys are added to and never changed, and by the checkpointer alone', async () => {
  await record(1);
  await (await start()).stop();
  for (const table of ['tree', 'checkpoints', 'signing_keys', 'cosignatures']) {
    await expect(database.pool().query(`DELETE FROM ledger.${table}`)).rejects.toThrow(
      /append-only/u,
    );
    await expect(
      database.pool('dondoc_worker').query(`INSERT INTO ledger.${table} DEFAULT VALUES`),
    ).rejects.toThrow(/permission denied/u);
  }
  await expect(
    database.pool('dondoc_checkpointer').query(`UPDATE ledger.checkpoints SET note = ''`),
  ).rejects.toThrow(/permission denied/u);
});

test('a key file is for its owner alone, and is never written over', () => {
  const file = join(folder, 'keys', 'k.key');
  const made = makeKeyFile(file, { name: 'dondoc/x', kind: 'log' });
  expect(makeKeyFile(file, { name: 'dondoc/x', kind: 'log' }).key.text).toBe(made.key.text);
  expect(noteKey(made.key.text).kind).toBe('log');
  writeFileSync(join(folder, 'open.key'), 'x', { mode: 0o644 });
  expect(() => keyFromFile(join(folder, 'open.key'))).toThrow(/read by others/u);
  writeFileSync(join(folder, 'none.key'), 'x', { mode: 0o600 });
  expect(() => keyFromFile(join(folder, 'none.key'))).toThrow(/not a signing key/u);
  expect(() => keyFromFile(join(folder, 'gone.key'))).toThrow(/cannot be read/u);
});

test('after a loss that was accepted a new key begins, which nobody brings in; the old one and a second new one do not', async () => {
  await record(2);
  await (await start()).stop();
  await signed(4);
  const restored = (kind: string) =>
    database
      .pool()
      .query(
        `INSERT INTO ledger.restores (kind, seq, operator, reason) VALUES ($1, 4, 'an', 'đĩa hỏng')`,
        [kind],
      );
  const next = signerOf(2);
  const begun = () => start({ signer: next, keyFile: 'next.key' });
  await restored('restored');
  await restored('loss-accepted');
  await record(1);
  await (await begun()).stop();
  await signed(6);
  const latest = (await ledger.latestCheckpoint())!;
  expect(signedBy(readNote(latest.note), [signer.key, next.key]).signers).toEqual([next.key]);
  expect(await ledger.signingKeys()).toEqual([
    { key: signer.key.text, from: 4, to: 4 },
    { key: next.key.text, from: 6, to: null, beginsAnew: true },
  ]);
  await record(1);
  for (const other of [signer, signerOf(3)]) {
    const refusing = await start({ signer: other, keyFile: 'third.key' });
    expect(await refusal(refusing)).toMatch(/key\.not-the-last/u);
    await refusing.stop();
  }
});
