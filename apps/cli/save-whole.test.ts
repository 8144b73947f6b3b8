/** A file is there whole or not at all, whatever the disk, the other side or the person at the keyboard does. */
import { once } from 'node:events';
import {
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { saveWhole, type Saving } from './save-whole';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const saving = (more: Partial<Saving> = {}): Saving => ({
  ...{ out: join(folder, 'b.zip'), force: false, signal: new AbortController().signal },
  ...more,
});
const text = (path: string) => readFileSync(path, 'utf8');

/** Writes the beginning to the file, then says what a full disk says. */
function failing(code: string): (path: string) => Writable {
  return (path) => {
    const file = createWriteStream(path);
    let pieces = 0;
    return new Writable({
      write(chunk, _encoding, done) {
        pieces += 1;
        if (pieces > 1) done(Object.assign(new Error(code), { code }));
        else file.write(chunk, done);
      },
      destroy: (error, done) => file.close(() => done(error)),
    });
  };
}

test('what came whole has its name, and is looked at before', async () => {
  const counts: number[] = [];
  const onBytes = (bytes: number) => void counts.push(bytes);
  const seen = await saveWhole(
    Readable.from(['ab', 'c'].map((it) => Buffer.from(it))),
    saving({ onBytes }),
    (path) => {
      expect(readdirSync(folder)).not.toContain('b.zip');
      return text(path);
    },
  );
  expect(seen).toBe('abc');
  expect(counts).toEqual([2, 3]);
  expect(readdirSync(folder)).toEqual(['b.zip']);
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EFBIG', 'FAT32'],
  ['EIO', 'reports a fault'],
])('a disk that says %s: %s, and nothing is left', async (code, said) => {
  const source = Readable.from(['a', 'b', 'c'].map((it) => Buffer.from(it)));
  const going = saveWhole(source, saving({ open: failing(code) }), text);
  await expect(going).rejects.toMatchObject({ exit: 1, message: expect.stringContaining(said) });
  expect(readdirSync(folder)).toEqual([]);
});

test('a source that breaks off, and bytes that are not whole, leave nothing', async () => {
  const broken = new Readable({ read: () => undefined });
  broken.push('PK');
  const going = saveWhole(broken, saving(), text);
  broken.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
  await expect(going).rejects.toMatchObject({ exit: 3 });
  const cut = saveWhole(Readable.from([Buffer.from('PK')]), saving(), () => {
    throw new Error('the zip is cut short');
  });
  await expect(cut).rejects.toThrow('cut short');
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that came in between is not replaced', async () => {
  const going = saveWhole(Readable.from([Buffer.from('new')]), saving(), () => {
    writeFileSync(join(folder, 'b.zip'), 'other');
  });
  await expect(going).rejects.toMatchObject({ exit: 2 });
  expect(text(join(folder, 'b.zip'))).toBe('other');
  expect(readdirSync(folder)).toEqual(['b.zip']);
});

test('stopped, it says so and leaves nothing', async () => {
  const stopping = new AbortController();
  const going = saveWhole(
    new Readable({ read: () => undefined }),
    saving({ signal: stopping.signal }),
    text,
  );
  stopping.abort();
  await expect(going).rejects.toMatchObject({ exit: 130 });
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is still being opened when it is stopped is removed, too', async () => {
  const stopping = new AbortController();
  let made: Writable | undefined;
  const open = (path: string): Writable =>
    (made = new Writable({
      construct(done) {
        stopping.abort();
        setImmediate(() => {
          writeFileSync(path, '');
          done();
        });
      },
    }));
  const source = new Readable({ read: () => undefined });
  const going = saveWhole(source, saving({ signal: stopping.signal, open }), text);
  await expect(going).rejects.toMatchObject({ exit: 130 });
  if (made?.closed === false) await once(made, 'close');
  expect(readdirSync(folder)).toEqual([]);
});
