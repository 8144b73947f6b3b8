/** The folder of checkpoints: nothing in it is written over, and what stands as latest is of the ledger as it is. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  fileSigner,
  leafHash,
  noteOf,
  secretKeyText,
  signatureLine,
} from '../../../libs/audit';
import type { StoredCheckpoint } from '../../../libs/ledger';
import type { OutletTools } from '../outlet';
import { folderOutlet } from './folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const signer = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 1), 'log'));

async function checkpoint(size: number, history: string): Promise<StoredCheckpoint> {
  const root = leafHash(`${history} ${size}`);
  const heads = { size: 1, root: leafHash('heads') };
  const text = checkpointText({ origin: 'dondoc/x', size, root, heads });
  const note = noteOf(text, [await signatureLine(text, signer)]);
  return { size, note, recordedAt: '2018-12-18T10:00:00.000Z' };
}

/** A ledger with these on record. */
const ledgerOf = (record: readonly StoredCheckpoint[]) =>
  ({
    trail: {
      checkpointOver: async (size: number) => record.find((it) => it.size >= size) ?? null,
    },
  }) as OutletTools;

/** As they come from a ledger that has them on record by then. */
async function published(...all: readonly StoredCheckpoint[]): Promise<void> {
  const outlet = folderOutlet(folder);
  for (const [at, one] of all.entries()) {
    await outlet.publish(one, ledgerOf(all.slice(0, at + 1)));
  }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = () => readdirSync(folder).sort();
const histories = async (name: string, ...sizes: readonly number[]) =>
  Promise.all(sizes.map((size) => checkpoint(size, name)));

test('after a loss the latest is of the history that goes on, however short it is', async () => {
  await published(...(await histories('lost', 50, 100)));
  const anew = await histories('anew', 60);
  await published(...anew);
  expect(read('latest')).toBe(anew[0]!.note);
  expect(files()).toEqual([
    ...['000000000050', '000000000060', '000000000100'].map((it) => `${it}.checkpoint`),
    'latest',
  ]);
});

test('of two histories with a checkpoint of one size both are kept', async () => {
  const [lost] = await histories('lost', 50);
  const [anew] = await histories('anew', 50);
  await published(lost!);
  for (let times = 0; times < 2; times += 1) await published(anew!);
  expect(read('000000000050.checkpoint')).toBe(lost!.note);
  const [beside, ...rest] = files();
  expect(beside).toMatch(/^000000000050-[0-9a-f]{16}\.checkpoint$/u);
  expect(read(beside!)).toBe(anew!.note);
  expect(rest).toEqual(['000000000050.checkpoint', 'latest']);
  expect(read('latest')).toBe(anew!.note);
});

test('the same one with a cosignature that came since is the same', async () => {
  const [one] = await histories('a', 50);
  await published(one!);
  await published({ ...one!, note: `${one!.note}— w/1 AAAAAAAAAAAA\n` });
  expect(files()).toEqual(['000000000050.checkpoint', 'latest']);
  expect(read('000000000050.checkpoint')).toBe(one!.note);
});

test('what is no checkpoint and has its name is left there', async () => {
  const [one] = await histories('a', 50);
  writeFileSync(join(folder, '000000000050.checkpoint'), 'hỏng');
  await published(one!);
  expect(read('000000000050.checkpoint')).toBe('hỏng');
  expect(files()).toHaveLength(3);
});

test('one that hung comes late and does not turn the latest back', async () => {
  const [earlier, later] = await histories('a', 50, 100);
  const outlet = folderOutlet(folder);
  const tools = ledgerOf([earlier!, later!]);
  for (const one of [later!, earlier!]) await outlet.publish(one, tools);
  expect(read('latest')).toBe(later!.note);
});
