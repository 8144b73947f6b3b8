/** Who comes after a key: later ones that the key before did not name, though everything they sign holds. */
import {
  fileSigner,
  noteOf,
  readNote,
  secretKeyText,
  signatureLine,
  type NoteSigner,
} from '../../../libs/audit';
import { memoryEvidence } from '../../support/memory-evidence';
import { signerOf } from '../../support/played-entries';
import { ALL, bundleOf, D07, keyOf, played } from '../support/insider';
import type { Damaged, Row } from '../support/row';
import {
  filesOf,
  linesIn,
  resealed,
  textOf,
  withFile,
  withLines,
  type Files,
} from '../support/surgery';

type Signed = { readonly consistency: readonly string[]; readonly note: string };

/** The second checkpoint of a bundle, over 30 entries, is the first of the later key. */
const FIRST_OF_LATER = 1;
const KEY_LINE = /^key .*\n/mu;

/** A checkpoint as it is, but for its text and for who has signed it. */
async function withCheckpoint(
  files: Files,
  line: number,
  { change, signers }: { change: (text: string) => string; signers: readonly NoteSigner[] },
): Promise<Files> {
  const lines = linesIn(files, 'checkpoints.ndjson');
  const row = JSON.parse(lines[line]!) as Signed;
  const text = change(readNote(row.note).text);
  const note = noteOf(text, await Promise.all(signers.map((it) => signatureLine(text, it))));
  const changed = JSON.stringify({ ...row, note });
  return withLines(files, lines.with(line, changed), 'checkpoints.ndjson');
}

const stranger = signerOf(9);

/** From the second checkpoint on another signs than the key before has named, and the auditor trusts the key before. */
async function taken(change: (text: string) => string): Promise<Damaged> {
  const keys = [played.keys[0]!, { signer: stranger, from: 30 }];
  const files = filesOf(await bundleOf({ ...played, keys }));
  const signers = [signerOf(1), signerOf(2), stranger];
  const zip = resealed(await withCheckpoint(files, FIRST_OF_LATER, { change, signers }));
  return { zip, file: 'checkpoints.ndjson', args: () => ['--key', keyOf(signerOf(1))] };
}

export const KEY_ROWS: readonly Row[] = [
  {
    what: 'a stranger who signs under a public note and calls himself the later key',
    expected: 'keys',
    make: () => taken((text) => text.replace(KEY_LINE, '')),
  },
  {
    what: 'a stranger who signs under the note that names the later key',
    expected: 'keys',
    make: () => taken((text) => text.replace(KEY_LINE, `key ${keyOf(signerOf(2))}\n`)),
  },
  {
    what: 'a key introduced that keys.json does not list',
    expected: 'keys',
    async make() {
      const files = filesOf(await bundleOf(played));
      const change = (text: string) => `${text}key ${keyOf(stranger)}\n`;
      const signers = [signerOf(1)];
      return { zip: resealed(await withCheckpoint(files, 0, { change, signers })) };
    },
  },
];

const noteAt = (files: Files, line: number): string =>
  (JSON.parse(linesIn(files, 'checkpoints.ndjson').at(line)!) as Signed).note;

const elsewhere = (text: string): string => text.replace('dondoc/so-thu', 'dondoc/so-that');

/** What the auditor holds against a bundle, and whose it is. */
export const HELD_ROWS: readonly Row[] = [
  {
    what: 'a checkpoint at hand that cannot be compared with a partial bundle',
    expected: 'not-compared',
    async make() {
      const short = { ...played, entries: played.entries.slice(0, 49), checkpoints: [6, 30, 49] };
      const note = noteAt(filesOf(await bundleOf(short)), -1);
      const scope = { kind: 'directive', directive: 'd-07' } as const;
      return {
        zip: await bundleOf(played, scope),
        args: (it) => ['--checkpoint', it.file('held', note)],
      };
    },
  },
  ...['everything', 'a directive'].map((scope): Row => ({
    what: `a checkpoint at hand that brings in another key than the bundle's, of ${scope}`,
    expected: 'fork',
    async make() {
      const files = filesOf(await bundleOf(played));
      const change = (text: string) => text.replace(KEY_LINE, `key ${keyOf(stranger)}\n`);
      const signers = [signerOf(1), stranger];
      const held = await withCheckpoint(files, FIRST_OF_LATER, { change, signers });
      return {
        zip: await bundleOf(played, scope === 'everything' ? ALL : D07),
        args: (it) => ['--checkpoint', it.file('held', noteAt(held, FIRST_OF_LATER))],
      };
    },
  })),
  {
    what: 'a checkpoint at hand that brings in a key where the bundle has none',
    expected: 'fork',
    async make() {
      const source = memoryEvidence({ ...played, checkpoints: [6, 14, 30, 62] });
      const { note } = (await source.checkpointOver(14))!;
      const text = `${readNote(note).text}key ${keyOf(stranger)}\n`;
      const held = noteOf(text, [await signatureLine(text, signerOf(1))]);
      return { zip: await bundleOf(played), args: (it) => ['--checkpoint', it.file('held', held)] };
    },
  },
  {
    what: 'a checkpoint behind the bundle, signed by a key that was handed over',
    expected: 'signature',
    async make() {
      const files = filesOf(await bundleOf(played));
      const change = (text: string) => text.replace(/^\d+$/mu, '5000');
      const held = await withCheckpoint(files, 0, { change, signers: [signerOf(1)] });
      return {
        zip: await bundleOf(played),
        args: (it) => ['--checkpoint', it.file('held', noteAt(held, 0))],
      };
    },
  },
  {
    what: 'a checkpoint at hand of another deployment',
    expected: 'other-deployment',
    async make() {
      const files = filesOf(await bundleOf(played));
      const held = await withCheckpoint(files, 0, { change: elsewhere, signers: [signerOf(1)] });
      return {
        zip: await bundleOf(played),
        args: (it) => ['--checkpoint', it.file('held', noteAt(held, 0))],
      };
    },
  },
  {
    what: 'a checkpoint of another deployment in a bundle',
    expected: 'other-deployment',
    async make() {
      const files = filesOf(await bundleOf(played));
      const other = await withCheckpoint(files, 0, { change: elsewhere, signers: [signerOf(1)] });
      return { zip: resealed(other), file: 'checkpoints.ndjson' };
    },
  },
  {
    what: 'a key of another deployment in a bundle',
    expected: 'other-deployment',
    async make() {
      const files = filesOf(await bundleOf(played));
      const theirs = fileSigner(secretKeyText('dondoc/so-that', Buffer.alloc(32, 1), 'log'));
      const keys = textOf(files, 'keys.json').replace(keyOf(signerOf(1)), keyOf(theirs));
      return { zip: resealed(withFile(files, 'keys.json', keys)), file: 'keys.json' };
    },
  },
  {
    what: 'two checkpoints of one size in a bundle',
    expected: 'malformed',
    async make() {
      const files = filesOf(await bundleOf(played));
      const lines = linesIn(files, 'checkpoints.ndjson');
      const last = JSON.parse(lines.at(-1)!) as Signed;
      const again = JSON.stringify({ ...last, consistency: [] });
      return { zip: resealed(withLines(files, [...lines, again], 'checkpoints.ndjson')) };
    },
  },
];
