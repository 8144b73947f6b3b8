/** What the laws of checkpoints must find. */
import type { Mutation } from './mutations';

const LAST_EVERYWHERE =
  'the last checkpoint covers the ledger, and is with everybody who is handed checkpoints';

export const CHECKPOINT_MUTATIONS: readonly Mutation[] = [
  {
    title: 'a checkpoint of a ledger with another entry',
    law: 'every checkpoint anywhere is of the ledger as it is, and signed',
    alter: ({ lines }) => (lines[2]!.bytes += ' '),
  },
  {
    title: 'a checkpoint that the key has not signed',
    law: 'every checkpoint anywhere is of the ledger as it is, and signed',
    alter({ checkpoints: { found } }) {
      const [first, second] = [found[0]!, found.find(({ note }) => note !== found[0]!.note)!];
      const text = first.note.slice(0, first.note.indexOf('\n\n'));
      first.note = `${text}${second.note.slice(second.note.indexOf('\n\n'))}`;
    },
  },
  {
    title: 'another checkpoint of the same size in the hands of others',
    law: 'no two checkpoints of one size are anywhere',
    alter({ checkpoints: { found } }) {
      const { note } = found.find(({ place }) => place === 'witness')!;
      found.push({ place: 'topic', note: note.replace(/heads (\d+)/u, 'heads 1$1') });
    },
  },
  {
    title: 'entries under no checkpoint',
    law: LAST_EVERYWHERE,
    alter: ({ checkpoints: { kept } }) => void kept.pop(),
  },
  {
    title: 'an outlet that has not got the last checkpoint',
    law: LAST_EVERYWHERE,
    alter({ checkpoints }) {
      checkpoints.found = checkpoints.found.filter(({ place }) => place !== 'latest');
    },
  },
  {
    title: 'a checkpoint that the witness has not cosigned',
    law: LAST_EVERYWHERE,
    alter({ checkpoints: { kept } }) {
      kept.push(`${kept.pop()!.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
    },
  },
];
