/** A segment is read as it was written, its damage is told where it lies, and a full disk leaves nothing. */
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Segment } from './format';
import { linesOf, wholeLinesOf } from './segment-reader';
import { SegmentWriter } from './segment-writer';

const newFolder = () => mkdtempSync(join(tmpdir(), 'dondoc-segment-'));
const ABOUT = { file: 'work.erasable-000000000001.ndjson.gz', table: 'work.erasable' };
const LINES = ['{"name":"Đôn đốc"}', '{"sep":"\u2028"}', `{"long":"${'x'.repeat(100_000)}"}`];

async function written(folder: string, lines: readonly string[]): Promise<Segment> {
  const writer = new SegmentWriter(folder, ABOUT);
  for (const line of lines) await writer.write([line]);
  return writer.finish();
}

async function all(lines: AsyncIterable<string[]>): Promise<string[]> {
  const read: string[] = [];
  for await (const some of lines) read.push(...some);
  return read;
}

test('the same lines come back, and the file bears its name and hash', async () => {
  const folder = newFolder();
  const segment = await written(folder, LINES);
  expect(readdirSync(folder)).toEqual([ABOUT.file]);
  expect(segment).toMatchObject({ rows: 3, bytes: readFileSync(join(folder, ABOUT.file)).length });
  expect(await all(wholeLinesOf(folder, segment))).toEqual(LINES);
  expect(await all(linesOf(folder, segment, String))).toEqual(LINES);
});

test('without a row it is a file all the same', async () => {
  const folder = newFolder();
  expect(await all(wholeLinesOf(folder, await written(folder, [])))).toEqual([]);
});

test('whatever byte is altered, it is refused by name', async () => {
  const folder = newFolder();
  const segment = await written(folder, LINES.slice(0, 2));
  const file = join(folder, ABOUT.file);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 0x01;
    writeFileSync(file, bytes);
    for (const reading of [wholeLinesOf(folder, segment), linesOf(folder, segment, String)]) {
      await expect(all(reading)).rejects.toMatchObject({
        code: 'backup.damaged',
        message: expect.stringContaining(ABOUT.file) as string,
      });
    }
  }
});

test('on a full disk nothing gets its name', async () => {
  const folder = newFolder();
  symlinkSync('/dev/full', join(folder, `${ABOUT.file}.new`));
  const writer = new SegmentWriter(folder, ABOUT);
  const writing = async () => {
    for (let at = 0; at < 200; at += 1) {
      await writer.write([`${at}${'abc'.repeat(20_000)}${performance.now()}`]);
    }
    return writer.finish();
  };
  await expect(writing()).rejects.toMatchObject({ code: 'backup.disk-full' });
  await writer.discard();
  expect(readdirSync(folder)).toEqual([]);
});
