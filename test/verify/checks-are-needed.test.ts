/**
 * Checks of the verifier are taken out one by one, in a copy of it; a row of the matrix is then missed, or caught later by
 * another check, which says something else. So each of these rows is seen failing, and none of these checks stands there for nothing.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_ROWS } from './rows';
import { CHECKS } from './support/checks';
import { Verifier, VERIFY } from './support/verifier';

jest.setTimeout(60_000);

const source = readFileSync(VERIFY, 'utf8');
/** However long its lines are. */
const anySpace = (piece: string): RegExp =>
  new RegExp(
    piece.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replace(/\s+/gu, String.raw`\s*`),
    'u',
  );

let folder: string;
let sound: Verifier;
beforeAll(() => {
  sound = new Verifier();
  folder = mkdtempSync(join(tmpdir(), 'dondoc-unchecked-'));
});
afterAll(() => {
  sound.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(CHECKS)('without "%s" (%s) it misses: %s', async (piece, becomes, what) => {
  const row = ALL_ROWS.find((it) => it.what === what);
  if (row === undefined) throw new Error(`the matrix has no row "${what}"`);
  const unchecked = source.replace(anySpace(piece), () => becomes);
  expect(unchecked).not.toBe(source);
  const path = join(folder, 'verify.mjs');
  writeFileSync(path, unchecked);
  const verifier = new Verifier(path);
  try {
    const { zip, args } = await row.make((count) => Math.floor(count / 2));
    const report = await verifier.verify(zip, args?.(verifier) ?? []);
    const whole = await sound.verify(zip, args?.(sound) ?? []);
    expect(whole.class).toBe(row.expected);
    expect([report.class, report.fault]).not.toEqual([whole.class, whole.fault]);
  } finally {
    verifier.close();
  }
});
