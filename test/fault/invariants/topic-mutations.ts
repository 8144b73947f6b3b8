/** What the laws of the topic and of kept values must find. */
import type { Altered, Mutation } from './mutations';

const WHOLE = 'the topic tells the whole ledger, in its order and byte by byte';

/** Where there is no Kafka: as a relay would have published it. */
function published({ lines }: Altered) {
  return lines.map(({ seq, bytes }) => ({ seq, bytes }));
}

export const TOPIC_MUTATIONS: readonly Mutation[] = [
  {
    title: 'an entry that the relay has passed over',
    law: WHOLE,
    alter: (snapshot) => (snapshot.published = published(snapshot).filter(({ seq }) => seq !== 7)),
  },
  {
    title: 'a topic that was filled anew and not to its end, twice',
    law: WHOLE,
    alter(snapshot) {
      const all = published(snapshot);
      snapshot.published = [...all.slice(0, 6), ...all.slice(0, 6), ...all.slice(9)];
    },
  },
  {
    title: 'entries in another order than that of the ledger',
    law: WHOLE,
    alter: (snapshot) => (snapshot.published = published(snapshot).reverse()),
  },
  {
    title: 'a topic that lacks the last entry',
    law: WHOLE,
    alter: (snapshot) => (snapshot.published = published(snapshot).slice(0, -1)),
  },
  {
    title: 'a record that is not the entry it says it is',
    law: WHOLE,
    alter(snapshot) {
      const all = published(snapshot);
      all[3]!.bytes += ' ';
      snapshot.published = all;
    },
  },
  {
    title: 'a personal value whose command never came',
    law: 'every personal value that is kept is named by a command or an entry',
    alter: ({ values }) => void values.kept.push(`pii:${'0'.repeat(64)}`),
  },
];
