/** Evidence out of a real ledger, read with the rights of the API: it proves what is there, and shows what was altered since. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createCheckpointer, type Checkpointer } from '../../apps/checkpointer/checkpointer';
import {
  fileSigner,
  headHash,
  leafHash,
  readCheckpoint,
  readNote,
  secretKeyText,
} from '../../libs/audit';
import type { Ledger } from '../../libs/ledger';
import { createLogger } from '../../libs/service';
import { hashesIn, leavesOf, placesIn, rootOfSet } from '../support/set-proof';
import { writtenBundle, type WrittenBundle } from '../support/written-bundle';
import { recordOne } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { until } from './support/until';

const D07 = { kind: 'directive', directive: 'd-07' } as const;

let database: TestDatabase;
let api: Ledger;
let worker: Ledger;
let folder: string;
let checkpointer: Checkpointer;

beforeAll(async () => {
  const stamp = { mode: 'drill', deploymentId: 'so-thu', seed: 's', clock: 'wall' } as const;
  database = await testDatabase(stamp);
  [api, worker] = [database.ledger('dondoc_api'), database.ledger('dondoc_worker')];
  folder = mkdtempSync(join(tmpdir(), 'dondoc-evidence-'));
  checkpointer = createCheckpointer({
    ledger: database.ledger('dondoc_checkpointer'),
    pool: database.pool('dondoc_checkpointer'),
    logger: createLogger({ service: 'checkpointer', level: 'silent' }),
    outlets: [],
    signer: fileSigner(secretKeyText('dondoc/so-thu', Buffer.alloc(32, 1), 'log')),
    before: null,
    keyFile: join(folder, 'checkpoint.key'),
  });
  await checkpointer.start();
  await play('1');
  await proven();
});
afterAll(async () => {
  await checkpointer.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Each stream gets a command and an event. */
async function play(run: string): Promise<void> {
  const streams = ['org', 'directive/d-06', 'calendar/vn', 'directive/d-07', 'policy/due-hour/x'];
  const rounds = [
    'directive/d-07/round/report/2018/0',
    'directive/d-071',
    'directive/d-07/delivery',
  ];
  for (const stream of [...streams, ...rounds]) {
    await recordOne(worker, { id: `${stream}-${run}`, stream });
  }
}

/** All is under a checkpoint. */
async function proven(): Promise<number> {
  const size = await api.lastSeq();
  await until(`a checkpoint over ${size}`, async () => (await api.checkpointOver(size)) !== null);
  return size;
}

const entriesOf = (bundle: WrittenBundle) => bundle.text('entries.ndjson').split('\n').slice(0, -1);

function expectProven(bundle: WrittenBundle): void {
  const notes = bundle.lines('checkpoints.ndjson') as { note: string }[];
  const { size, root, heads } = readCheckpoint(readNote(notes.at(-1)!.note).text);
  const sequences = placesIn(bundle.file('places.bin')).map(({ seq }) => seq);
  const leaves = leavesOf(sequences, entriesOf(bundle));
  const proof = hashesIn(bundle.file('tree-proof.bin'));
  expect(rootOfSet({ size, leaves, proof })).toEqual(root);
  const rows = bundle.lines('heads.ndjson') as [number, string, number, string][];
  const hashes = rows.map(([place, stream, version, leaf]) => {
    const head = { stream, version, leaf: Buffer.from(leaf, 'hex') };
    return [place, headHash(head)] as const;
  });
  const headsProof = hashesIn(bundle.file('heads-proof.bin'));
  const under = { size: heads.size, leaves: new Map(hashes), proof: headsProof };
  expect(rootOfSet(under)).toEqual(heads.root);
}

test.each([
  ['a directive', D07, 12],
  ['everything', { kind: 'all' } as const, 16],
  ['a range', { kind: 'range', from: 4, to: 11 } as const, 8],
])('%s is proven by what the checkpointer signed', async (_what, scope, count) => {
  const bundle = await writtenBundle(api, scope);
  expect(bundle.evidence.entries.count).toBe(count);
  expectProven(bundle);
});

test('what was recorded since changes no byte of what stands on the checkpoint before', async () => {
  const at = await proven();
  const before = await writtenBundle(api, D07);
  await play('2');
  await proven();
  const [then, now] = [await writtenBundle(api, D07, { at }), await writtenBundle(api, D07)];
  expect(then.zip.equals(before.zip)).toBe(true);
  expect(now.evidence.entries.count).toBe(24);
  expectProven(now);
});

test.each([
  ['says something else', `replace(bytes, 'nga-son', 'tho-xuan')`],
  ['is no JSON any more', `'hỏng'`],
])(
  'a line that the owner of the database altered and that %s stands beside its leaf',
  async (_, to) => {
    await proven();
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('ALTER TABLE ledger.entries DISABLE TRIGGER ALL');
    const { rows } = await owner.query<{ seq: string }>(
      `UPDATE ledger.entries SET bytes = ${to} WHERE id = 'directive/d-07@2' RETURNING seq`,
    );
    await owner.end();
    const altered = Number(rows[0]!.seq);
    const bundle = await writtenBundle(api, D07);
    const places = placesIn(bundle.file('places.bin'));
    const wrong = entriesOf(bundle).flatMap((entry, at) =>
      Buffer.compare(leafHash(entry), places[at]!.leaf) === 0 ? [] : [places[at]!.seq],
    );
    expect(wrong).toEqual([altered]);
  },
);
