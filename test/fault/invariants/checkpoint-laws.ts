/**
 * Every checkpoint that was ever signed is of the ledger as it is, no two of one size are anywhere, and whoever is handed
 * checkpoints has the last one, which covers the ledger.
 */
import {
  Frontier,
  HeadsTree,
  leafHash,
  noteKey,
  readCheckpoint,
  readNote,
  same,
  signedBy,
} from '../../../libs/audit';
import type { Law } from './laws';
import type { Snapshot } from './snapshot';

/** Kept in the database, or found outside. */
const everywhere = ({ checkpoints: { kept, found } }: Snapshot) => [
  ...kept.map((note) => ({ place: 'ledger', note })),
  ...found,
];

const sizeOf = (note: string) => readCheckpoint(readNote(note).text).size;

export const checkpointLaws: { readonly [law: string]: Law } = {
  'every checkpoint anywhere is of the ledger as it is, and signed': (snapshot) => {
    const key = noteKey(snapshot.checkpoints.key);
    const roots = rootsOf(snapshot);
    return everywhere(snapshot).flatMap(({ place, note }) => {
      const read = readNote(note);
      const { size, root, heads } = readCheckpoint(read.text);
      const is = roots.get(size);
      const fits =
        is !== undefined &&
        same(is.root, root) &&
        same(is.heads, heads.root) &&
        is.streams === heads.size;
      return [
        ...(fits ? [] : [`${size} in ${place} is of another ledger`]),
        ...(signedBy(read, [key]).signers.length === 1
          ? []
          : [`${size} in ${place} is not signed`]),
      ];
    });
  },

  'no two checkpoints of one size are anywhere': (snapshot) => {
    const first = new Map<number, string>();
    return everywhere(snapshot).flatMap(({ place, note }) => {
      const { text } = readNote(note);
      const size = sizeOf(note);
      const other = first.get(size) ?? text;
      first.set(size, other);
      return other === text ? [] : [`another one of ${size} is in ${place}`];
    });
  },

  'the last checkpoint covers the ledger, and is with everybody who is handed checkpoints': (
    snapshot,
  ) => {
    const { kept, found, outlets, witness } = snapshot.checkpoints;
    const last = kept.at(-1);
    if (last === undefined) return ['nothing was signed'];
    const size = sizeOf(last);
    const covered = snapshot.lines.length;
    const behind = outlets.flatMap((place) => {
      const sizes = found.filter((it) => it.place === place).map(({ note }) => sizeOf(note));
      return sizes.includes(size)
        ? []
        : [`${place} has at most ${Math.max(0, ...sizes)} of ${size}`];
    });
    const cosigned = signedBy(readNote(last), [noteKey(witness)]).signers.length === 1;
    return [
      ...(size === covered ? [] : [`it covers ${size} of ${covered} entries`]),
      ...behind,
      ...(cosigned ? [] : [`${size} is not cosigned`]),
    ];
  },
};

/** Of the sizes that checkpoints have. */
function rootsOf(snapshot: Snapshot) {
  const sizes = new Set(everywhere(snapshot).map(({ note }) => sizeOf(note)));
  const [frontier, heads] = [new Frontier(), new HeadsTree()];
  const roots = new Map<number, { root: Uint8Array; heads: Uint8Array; streams: number }>();
  for (const { stream, version, bytes } of snapshot.lines) {
    const leaf = leafHash(bytes);
    frontier.append(leaf);
    heads.set({ stream, version, leaf });
    if (!sizes.has(frontier.size)) continue;
    const there = { root: frontier.root(), heads: heads.root(), streams: heads.size };
    roots.set(frontier.size, there);
  }
  return roots;
}
