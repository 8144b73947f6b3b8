/** Whom to believe: keys, signatures, witnesses, forks, older checkpoints, other deployments and newer formats. */
import {
  canonicalize,
  checkpointText,
  noteOf,
  readCheckpoint,
  readNote,
  signatureLine,
} from '../../../libs/audit';
import { signerOf } from '../../support/played-entries';
import { ALL, bundleOf, chained, D07, keyOf, loose, played, signed } from '../support/insider';
import type { Row } from '../support/row';
import {
  filesOf,
  linesIn,
  resealed,
  textOf,
  withFile,
  withLines,
  zipOf,
  type Files,
} from '../support/surgery';

const pinning = (fill: number) => () => ['--key', keyOf(signerOf(fill))];
const others = [{ signer: signerOf(9), from: 6 }];

const noteAt = (files: Files, line: number): string =>
  (JSON.parse(linesIn(files, 'checkpoints.ndjson').at(line)!) as { note: string }).note;

async function withNote(line: number, change: (note: string) => string): Promise<Buffer> {
  const files = filesOf(await bundleOf(played, D07));
  const lines = linesIn(files, 'checkpoints.ndjson');
  const row = JSON.parse(lines.at(line)!) as { consistency: string[]; note: string };
  const at = (line + lines.length) % lines.length;
  const text = JSON.stringify({ ...row, note: change(row.note) });
  return resealed(withLines(files, lines.with(at, text), 'checkpoints.ndjson'));
}

const flippedSignature = (key: string) => (note: string) =>
  note.replace(
    new RegExp(`(${key} .{60})(.)`),
    (_all, before: string, it: string) => before + (it === 'A' ? 'B' : 'A'),
  );

/** The last entry says something else; what was signed before stays. */
async function forked(): Promise<string[]> {
  const entries = loose();
  const last = entries.at(-1)!;
  return chained(entries.with(-1, { ...last, recordedat: '2014-08-22T03:00:00.000Z' }));
}

const SIGNATURES: readonly Row[] = [
  {
    what: 'signed anew with another key, the right one pinned',
    expected: 'unpinned-key',
    make: async () => ({ zip: await bundleOf({ ...played, keys: others }), args: pinning(2) }),
  },
  {
    what: 'signed with another key than keys.json says',
    expected: 'signature',
    async make() {
      const files = filesOf(await bundleOf({ ...played, keys: others }));
      const right = textOf(filesOf(await bundleOf(played)), 'keys.json');
      return { zip: resealed(withFile(files, 'keys.json', right)), args: pinning(2) };
    },
  },
  {
    what: 'a signature altered',
    expected: 'signature',
    make: async () => ({ zip: await withNote(-1, flippedSignature('dondoc/so-thu')) }),
  },
  {
    what: 'a signature taken away',
    expected: 'signature',
    make: async () => ({ zip: await withNote(-1, (note) => note.replace(/— dondoc.*\n/u, '')) }),
  },
  {
    what: 'the first checkpoint of a later key without the key before',
    expected: 'signature',
    make: async () => ({ zip: await withNote(1, (note) => note.replace(/— dondoc.*\n/u, '')) }),
  },
  {
    what: 'a later key that nobody introduced',
    expected: 'keys',
    async make() {
      const files = filesOf(await bundleOf(played, D07));
      const lines = linesIn(files, 'checkpoints.ndjson').toSpliced(1, 1);
      return { zip: resealed(withLines(files, lines, 'checkpoints.ndjson')) };
    },
  },
  {
    what: 'a key used after its time',
    expected: 'signature',
    async make() {
      const files = filesOf(await bundleOf(played, D07));
      const text = textOf(files, 'keys.json').replace('"to":null', '"to":40');
      return { zip: resealed(withFile(files, 'keys.json', text)) };
    },
  },
  {
    what: 'two keys with one id',
    expected: 'keys',
    async make() {
      const files = filesOf(await bundleOf(played, D07));
      const [first, second] = JSON.parse(textOf(files, 'keys.json')) as { key: string }[];
      const text = JSON.stringify([first, { ...second, key: first!.key }]);
      return { zip: resealed(withFile(files, 'keys.json', text)), file: 'keys.json' };
    },
  },
  {
    what: 'a key under the id of another',
    expected: 'keys',
    async make() {
      const files = filesOf(await bundleOf(played, D07));
      const other = keyOf(signerOf(9)).split('+').slice(2).join('+');
      const text = textOf(files, 'keys.json').replace(/(5f82fdbc\+)[^"]*/u, `$1${other}`);
      return { zip: resealed(withFile(files, 'keys.json', text)), args: pinning(2) };
    },
  },
  {
    what: 'the cosignature of a witness altered',
    expected: 'signature',
    make: async () => ({
      zip: await withNote(-1, flippedSignature('chung-kien.vn/w1')),
      args: () => ['--witness', keyOf(signerOf(3, 'witness'))],
    }),
  },
  {
    what: 'no cosignature of a pinned witness',
    expected: 'witness',
    make: async () => ({
      zip: await bundleOf({ ...played, witnesses: [] }),
      args: () => ['--witness', keyOf(signerOf(3, 'witness'))],
    }),
  },
];

const HISTORY: readonly Row[] = [
  {
    what: 'an older bundle than the checkpoint at hand',
    expected: 'older-checkpoint',
    async make() {
      const note = noteAt(filesOf(await bundleOf(played)), -1);
      const zip = await signed(played.entries.slice(0, 42));
      return { zip, sequence: 43, args: (it) => ['--checkpoint', it.file('held', note)] };
    },
  },
  {
    what: 'another history than the checkpoint at hand',
    expected: 'fork',
    async make() {
      const note = noteAt(filesOf(await bundleOf(played)), -1);
      const zip = await signed(await forked(), ALL);
      return { zip, args: (it) => ['--checkpoint', it.file('held', note)] };
    },
  },
  {
    what: 'another history, longer than the checkpoint at hand',
    expected: 'fork',
    async make() {
      const short = {
        ...played,
        entries: played.entries.slice(0, 42),
        checkpoints: [6, 24, 30, 42],
      };
      const note = noteAt(filesOf(await bundleOf(short)), -1);
      const entries = loose().map((it) =>
        it.id === 'directive/d-07@20' ? { ...it, recordedat: '2014-08-21T03:00:01.000Z' } : it,
      );
      const zip = await signed(chained(entries));
      return { zip, args: (it) => ['--checkpoint', it.file('held', note)] };
    },
  },
  {
    what: 'history rewritten and signed anew behind a checkpoint that was signed before',
    expected: 'fork',
    async make() {
      const right = filesOf(await bundleOf(played));
      const entries = loose().map((it) =>
        it.id === 'policy/due-hour/default@1'
          ? { ...it, recordedat: '2014-08-13T02:00:01.000Z' }
          : it,
      );
      const later = entries.map((it, at) =>
        at > 4 && at < 6 ? { ...it, recordedat: '2014-08-13T02:00:01.000Z' } : it,
      );
      const files = filesOf(await signed(chained(later)));
      const lines = linesIn(files, 'checkpoints.ndjson');
      const first = linesIn(right, 'checkpoints.ndjson')[0]!;
      return { zip: resealed(withLines(files, lines.with(0, first), 'checkpoints.ndjson')) };
    },
  },
  {
    what: 'an older checkpoint replayed as the last one',
    expected: 'malformed',
    async make() {
      const files = filesOf(await bundleOf(played));
      const lines = linesIn(files, 'checkpoints.ndjson').slice(0, -1);
      return { zip: resealed(withLines(files, lines, 'checkpoints.ndjson')) };
    },
  },
  {
    what: 'an older checkpoint replayed, the manifest made to fit',
    expected: 'inserted',
    async make() {
      const files = filesOf(await bundleOf(played));
      const old = filesOf(await signed(played.entries.slice(0, 42)));
      const { checkpoint } = JSON.parse(textOf(old, 'manifest.json')) as { checkpoint: object };
      const lines = linesIn(old, 'checkpoints.ndjson');
      const zip = resealed(withLines(files, lines, 'checkpoints.ndjson'), { checkpoint });
      return { zip, sequence: 43 };
    },
  },
  {
    what: 'the heads of an earlier checkpoint signed otherwise than they were',
    expected: 'root',
    async make() {
      const entries = played.entries;
      const files = filesOf(await signed(entries));
      return { zip: await wrongHeads(files) };
    },
  },
];

/** The first checkpoint names the heads of the third: as an operator could have signed it. */
async function wrongHeads(files: Files): Promise<Buffer> {
  const lines = linesIn(files, 'checkpoints.ndjson');
  const of = (line: number) => readCheckpoint(readNote(noteAt(files, line)).text);
  const text = checkpointText({ ...of(0), heads: of(2).heads });
  const note = noteOf(text, [await signatureLine(text, signerOf(1))]);
  const row = JSON.stringify({ consistency: [], note });
  return resealed(withLines(files, lines.with(0, row), 'checkpoints.ndjson'));
}

const WHOSE: readonly Row[] = [
  {
    what: 'another deployment than asked for',
    expected: 'other-deployment',
    make: async () => ({ zip: await bundleOf(played), args: () => ['--deployment', 'so-that'] }),
  },
  {
    what: 'a manifest of another deployment',
    expected: 'other-deployment',
    make: async () => ({
      zip: resealed(filesOf(await bundleOf(played)), { deployment: 'so-that' }),
    }),
  },
  {
    what: 'a newer format',
    expected: 'newer-format',
    make: async () => ({
      zip: resealed(filesOf(await bundleOf(played)), { format: 'dondoc.evidence.v2' }),
    }),
  },
  {
    what: 'a scope that is none',
    expected: 'malformed',
    make: async () => ({
      zip: resealed(filesOf(await bundleOf(played)), { scope: { kind: 'some' } }),
    }),
  },
  {
    what: 'a manifest that is not canonical',
    expected: 'malformed',
    async make() {
      const files = filesOf(await bundleOf(played));
      const text = canonicalize(JSON.parse(textOf(files, 'manifest.json'))).replace('{', '{ ');
      return { zip: zipOf(withFile(files, 'manifest.json', text)) };
    },
  },
];

export const TRUST_ROWS: readonly Row[] = [...SIGNATURES, ...HISTORY, ...WHOSE];
