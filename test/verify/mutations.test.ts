/** The mutation matrix: whatever is done to a bundle is caught, by its own class, and the entry is named. */
import fc from 'fast-check';
import { signerOf } from '../support/played-entries';
import { ALL_ROWS } from './rows';
import { ALL, bundleOf, D07, keyOf, played } from './support/insider';
import { d07, wholeOf } from './support/sound';
import { filesOf, wideZip, zipOf } from './support/surgery';
import { Verifier } from './support/verifier';

jest.setTimeout(120_000);

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

test.each([
  ['everything', ALL],
  ['a directive', D07],
  ['a range', { kind: 'range', from: 5, to: 28 }],
] as const)('the control, a bundle of %s, is sound', async (_what, scope) => {
  const keys = ['--key', keyOf(signerOf(2)), '--witness', keyOf(signerOf(3, 'witness'))];
  const report = await verifier.verify(await bundleOf(played, scope), keys);
  expect(report).toMatchObject({ ok: true, class: 'sound', fault: null });
});

test('the control, a bundle taken apart and put together again, is sound, in either form of zip', async () => {
  for (const zip of [
    zipOf(await d07()),
    await wideZip(await d07(), false),
    await wideZip(await d07(), true),
  ]) {
    expect(await verifier.verify(zip)).toMatchObject({ class: 'sound', fault: null });
  }
});

test('any byte of a bundle flipped is caught, or nothing that it holds has changed', async () => {
  const whole = await wholeOf();
  const held = (zip: Buffer) =>
    [...filesOf(zip)].map(([path, bytes]) => [path, bytes.toString('hex')]);
  const classes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
      const zip = Buffer.from(whole);
      zip[at]! ^= 1 << bit;
      const report = await verifier.verify(zip, ['--no-decisions']);
      classes.add(report.class);
      if (report.ok) expect(held(zip)).toEqual(held(whole));
    }),
    { numRuns: 200, seed: 20260101 },
  );
  expect(['internal', 'io', 'usage'].filter((it) => classes.has(it))).toEqual([]);
});

test.each(ALL_ROWS.map((row) => [row.what, row.expected, row] as const))(
  '%s: %s',
  async (_what, _expected, { expected, runs = 1, make }) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const {
          zip,
          args,
          sequence,
          file,
          expected: drawn,
        } = await make((count) => draw(fc.nat, { max: count - 1 }));
        const report = await verifier.verify(zip, args?.(verifier) ?? []);
        expect({ class: report.class, ...report.fault }).toMatchObject({
          class: drawn ?? expected,
          ...(sequence !== undefined && { sequence }),
          ...(file !== undefined && { file }),
        });
      }),
      { numRuns: runs, seed: 20260101 },
    );
  },
);
