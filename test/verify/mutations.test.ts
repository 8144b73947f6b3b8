/** The mutation matrix: whatever is done to a bundle is caught, by its own class, and the entry is named. */
import fc from 'fast-check';
import { signerOf } from '../support/played-entries';
import { ALL, bundleOf, D07, keyOf, played } from './support/insider';
import { INSIDER_ROWS } from './support/insider-rows';
import { OUTSIDER_ROWS } from './support/outsider-rows';
import type { Row } from './support/row';
import { TRUST_ROWS } from './support/trust-rows';
import { Verifier } from './support/verifier';

jest.setTimeout(60_000);

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

const ROWS: readonly Row[] = [...OUTSIDER_ROWS, ...INSIDER_ROWS, ...TRUST_ROWS];

test.each([
  ['everything', ALL],
  ['a directive', D07],
  ['a range', { kind: 'range', from: 5, to: 28 }],
] as const)('the control, a bundle of %s, is sound', async (_what, scope) => {
  const keys = ['--key', keyOf(signerOf(2)), '--witness', keyOf(signerOf(3, 'witness'))];
  const report = await verifier.verify(await bundleOf(played, scope), keys);
  expect(report).toMatchObject({ ok: true, class: 'sound', fault: null });
});

test.each(ROWS.map((row) => [row.what, row.expected, row] as const))(
  '%s: %s',
  async (_what, _expected, { expected, runs = 1, make }) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const { zip, args, sequence, file } = await make((count) =>
          draw(fc.nat, { max: count - 1 }),
        );
        const report = await verifier.verify(zip, args?.(verifier) ?? []);
        expect({ class: report.class, ...report.fault }).toMatchObject({
          class: expected,
          ...(sequence !== undefined && { sequence }),
          ...(file !== undefined && { file }),
        });
      }),
      { numRuns: runs, seed: 20260101 },
    );
  },
);
