/** The witness against every answer that c2sp.org/tlog-witness asks for. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCheckpointBody,
  checkpointText,
  consistencySpans,
  fileSigner,
  leafHash,
  noteOf,
  readNote,
  rootOfLeaves,
  secretKeyText,
  signatureLine,
  signedBy,
  type Hash,
  type NoteSigner,
} from '../../../libs/audit';
import { createWitness, type Witness } from './witness';

const log = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 1), 'log'));
const stranger = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 9), 'log'));
const signer = fileSigner(secretKeyText('chung-kien.vn/w1', Buffer.alloc(32, 2), 'witness'));

let state: string;
let witness: Witness;
const made = () => createWitness({ logs: [log.key], signer, state, now: () => 1_545_127_200 });

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dondoc-witness-'));
  witness = made();
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const leaves = (count: number, from = 'entry') =>
  Array.from({ length: count }, (_, at) => leafHash(`${from} ${at}`));

type Named = { origin?: string; heads?: string; next?: NoteSigner };

async function checkpoint(
  all: readonly Hash[],
  by = log,
  { origin = 'dondoc/x', heads = 'heads', next }: Named = {},
) {
  const text = checkpointText({
    origin,
    size: all.length,
    root: rootOfLeaves(all),
    heads: { size: 1, root: leafHash(heads) },
    ...(next === undefined ? {} : { nextKey: next.key.text }),
  });
  const signers = [by, ...(next === undefined ? [] : [next])];
  return noteOf(text, await Promise.all(signers.map((it) => signatureLine(text, it))));
}

async function body(older: number, all: readonly Hash[], note?: string) {
  const spans = older > all.length ? [] : consistencySpans(older, all.length);
  const proof = spans.map(({ from, to }) => rootOfLeaves(all.slice(from, to)));
  return addCheckpointBody({ older, proof, note: note ?? (await checkpoint(all)) });
}

test('it cosigns the first it sees, and what continues it', async () => {
  const first = await witness.add(await body(0, leaves(3)));
  expect(first.status).toBe(200);
  const { text } = readNote(await checkpoint(leaves(3)));
  const cosigned = readNote(noteOf(text, [first.text]));
  expect(signedBy(cosigned, [signer.key]).signers).toHaveLength(1);
  expect((await witness.add(await body(3, leaves(8)))).status).toBe(200);
  expect(witness.seen()).toMatchObject([{ origin: 'dondoc/x', size: 8 }]);
});

test('what it cosigned lies on disk with both signatures, and another process goes on from there', async () => {
  await witness.add(await body(0, leaves(3)));
  const held = readNote(readFileSync(join(state, 'dondoc%2Fx.checkpoint'), 'utf8'));
  expect(signedBy(held, [log.key, signer.key]).signers).toHaveLength(2);
  expect(await made().add(await body(0, leaves(8)))).toMatchObject({ status: 409, text: '3' });
});

test('the same checkpoint again is cosigned again', async () => {
  await witness.add(await body(0, leaves(3)));
  expect((await witness.add(await body(3, leaves(3)))).status).toBe(200);
});

test('another size than it has seen is answered with that size', async () => {
  await witness.add(await body(0, leaves(5)));
  const answer = await witness.add(await body(3, leaves(8)));
  expect(answer).toEqual({ status: 409, text: '5', type: 'text/x.tlog.size' });
});

test('another history is never cosigned', async () => {
  await witness.add(await body(0, leaves(5)));
  const forked = [...leaves(4), leafHash('another')];
  expect((await witness.add(await body(5, [...forked, leafHash('more')]))).status).toBe(422);
  expect((await witness.add(await body(5, forked))).status).toBe(409);
  expect(witness.seen()[0]?.size).toBe(5);
});

test('other heads at the same size are never cosigned', async () => {
  await witness.add(await body(0, leaves(5)));
  const other = await checkpoint(leaves(5), log, { heads: 'other heads' });
  expect((await witness.add(await body(5, leaves(5), other))).status).toBe(409);
});

test('of two keys that are brought in at the same size one is cosigned', async () => {
  const [second, third] = [7, 8].map((it) =>
    fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, it), 'log')),
  );
  const bringing = (next?: NoteSigner) =>
    checkpoint(leaves(3), log, next === undefined ? {} : { next });
  const added = async (older: number, note: string) =>
    (await witness.add(await body(older, leaves(3), note))).status;
  expect(await added(0, await bringing(second))).toBe(200);
  expect(await added(3, await bringing(third))).toBe(409);
  expect(await added(3, await bringing())).toBe(409);
  expect(await added(3, await bringing(second))).toBe(200);
});

test('an unknown log, an unknown key, a forged note and what is no note are refused', async () => {
  const other = fileSigner(secretKeyText('dondoc/y', Buffer.alloc(32, 1), 'log'));
  const unknown = await checkpoint(leaves(3), other, { origin: 'dondoc/y' });
  expect((await witness.add(await body(0, leaves(3), unknown))).status).toBe(404);
  const strange = await checkpoint(leaves(3), stranger);
  expect((await witness.add(await body(0, leaves(3), strange))).status).toBe(403);
  const forged = (await checkpoint(leaves(3))).replace('dondoc/x\n3\n', 'dondoc/x\n4\n');
  expect((await witness.add(await body(0, leaves(3), forged))).status).toBe(403);
  for (const text of ['', 'old 1', 'old x\n\nnote', `old 9\n\n${await checkpoint(leaves(3))}`]) {
    expect((await witness.add(text)).status).toBe(400);
  }
  expect(witness.seen()).toEqual([]);
});

test('of two histories that come at the same time one is cosigned', async () => {
  const forked = leaves(3, 'another');
  const bodies = [await body(0, leaves(3)), await body(0, forked)];
  const answers = await Promise.all(bodies.map((it) => witness.add(it)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
