/** What a manifest claims of itself without a signature: every proof holds, and it is of something else than it says. */
import { LOSS, lossyLedger } from '../../support/lossy-ledger';
import { bundleOf, D07, loose, played } from '../support/insider';
import type { Row } from '../support/row';
import { ROUND } from '../support/says';
import { d07 } from '../support/sound';
import {
  filesOf,
  only,
  onlyHeads,
  placesIn,
  resealed,
  textOf,
  withFile,
  type Files,
} from '../support/surgery';

const GROUNDS = ['calendar', 'org', 'policy', 'losses'];
const directive = (id: string, symbol: string | null) => ({
  kind: 'directive',
  directive: id,
  symbol,
});
const SYMBOL = '07/CT-BCA-V28';

type Content = { readonly sha256: string; readonly entries: readonly number[] };

/** Of these prefixes everything and nothing else, with all heads: whoever has the whole ledger can prove it. */
async function cutTo(prefixes: readonly string[]): Promise<Files> {
  const isIn = (stream: string) =>
    prefixes.some((it) => stream === it || stream.startsWith(`${it}/`));
  const sequences = loose().flatMap(({ subject }, at) => (isIn(subject) ? [at + 1] : []));
  const files = onlyHeads(only(await d07(), sequences, played.entries), played.entries, () => true);
  const rows = (JSON.parse(textOf(files, 'contents.json')) as Content[])
    .map((it) => ({ ...it, entries: it.entries.filter((one) => sequences.includes(one)) }))
    .filter(({ entries }) => entries.length > 0);
  const isKept = (path: string) =>
    !path.startsWith('contents/') || rows.some(({ sha256 }) => path === `contents/${sha256}`);
  const kept = new Map([...files].filter(([path]) => isKept(path)));
  return withFile(kept, 'contents.json', `${JSON.stringify(rows)}\n`);
}

/** The manifest of a sound bundle says this too. */
const claims = (what: string, more: object): Row => ({
  what,
  expected: 'malformed',
  make: async () => ({ zip: resealed(await d07(), more), file: 'manifest.json' }),
});

const places = { first: 1, last: 42 };

export const SCOPE_ROWS: readonly Row[] = [
  {
    what: 'a part of a directive that passes for one',
    expected: 'malformed',
    async make() {
      const part = ROUND.slice('directive/'.length);
      const streams = [ROUND, ...GROUNDS];
      const zip = resealed(await cutTo(streams), { scope: directive(part, null), streams });
      return { zip, file: 'manifest.json' };
    },
  },
  {
    what: 'a directive of which there is no entry',
    expected: 'stream-incomplete',
    async make() {
      const streams = ['directive/d-06', ...GROUNDS];
      const zip = resealed(await cutTo(streams), { scope: directive('d-06', null), streams });
      return { zip, file: 'entries.ndjson' };
    },
  },
  {
    what: 'a directive without what its decisions rest on',
    expected: 'malformed',
    async make() {
      const streams = ['directive/d-07'];
      const zip = resealed(await cutTo(streams), { scope: directive('d-07', SYMBOL), streams });
      return { zip, file: 'manifest.json' };
    },
  },
  {
    what: 'a directive without what was lost',
    expected: 'malformed',
    async make() {
      const streams = ['directive/d-07', 'calendar', 'org', 'policy'];
      const zip = resealed(await cutTo(streams), { scope: directive('d-07', SYMBOL), streams });
      return { zip, file: 'manifest.json' };
    },
  },
  {
    what: 'a loss left out of the bundle of a directive',
    expected: 'stream-incomplete',
    async make() {
      const lossy = lossyLedger(LOSS);
      const files = filesOf(await bundleOf(lossy, D07));
      const kept = placesIn(files).map(({ sequence }) => sequence);
      const left = kept.filter((it) => it <= LOSS.last);
      expect(kept.length - left.length).toBe(2);
      return { zip: resealed(only(files, left, lossy.entries)) };
    },
  },
  claims('another symbol than the entries give', { scope: directive('d-07', '01/CT-TTg') }),
  claims('no symbol where the entries give one', { scope: directive('d-07', null) }),
  claims('an entry more than there are', { entries: { count: 37, ...places } }),
  claims('another first entry than the first', { entries: { count: 40, ...places, first: 2 } }),
  claims('another last entry than the last', { entries: { count: 40, ...places, last: 62 } }),
  claims('a range that ends behind the checkpoint', {
    scope: { kind: 'range', from: 1, to: 99 },
    streams: [],
  }),
  {
    what: 'other deciders than the pinned ones',
    expected: 'deciders',
    make: async () => ({
      zip: resealed(await d07()),
      sequence: 1,
      args: () => ['--deciders', 'a'.repeat(64)],
    }),
  },
];
