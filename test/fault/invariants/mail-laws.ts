/** Every notice is one message, every message is recorded once in each round it speaks of, and a repeat is recognisable. */
import { bookOf, deliveriesIn } from './book-of';
import type { Law } from './laws';

export const mailLaws: { readonly [law: string]: Law } = {
  'every notice has its message and every message its end': ({ mails, unplannedItems }) => [
    ...(unplannedItems === 0 ? [] : [`${unplannedItems} notices have no message`]),
    ...mails
      .filter(({ state }) => state === 'planned' || state === 'sending')
      .map(({ messageId, state }) => `${messageId} is ${state}`),
  ],

  'a message that counts as sent was taken by the mail server, and nothing else was': ({
    mails,
    taken,
  }) => {
    const took = new Set(taken.map(({ messageId }) => messageId));
    const known = new Set(mails.map(({ messageId }) => messageId));
    return [
      ...mails
        .filter(({ messageId, state }) => state === 'sent' && !took.has(messageId))
        .map(({ messageId }) => `${messageId} was never taken`),
      ...[...took].filter((id) => !known.has(id)).map((id) => `${id} was taken and never planned`),
    ];
  },

  'a repeated message has the same Message-ID, and no other has its words for the same person': ({
    taken,
  }) => {
    const ids = new Map<string, Set<string>>();
    const words = new Map<string, Set<string>>();
    for (const { messageId, to, text } of taken) {
      const key = `${to}\n${text}`;
      ids.set(key, (ids.get(key) ?? new Set()).add(messageId));
      words.set(messageId, (words.get(messageId) ?? new Set()).add(key));
    }
    return [
      ...[...ids.values()]
        .filter(({ size }) => size > 1)
        .map((all) => `one message under ${[...all].join(' and ')}`),
      ...[...words].filter(([, { size }]) => size > 1).map(([id]) => `${id} says two things`),
    ];
  },

  'every message is recorded once in each round it speaks of': (snapshot) => {
    const recorded = new Map<string, number>();
    for (const { messageId, stream } of deliveriesIn(bookOf(snapshot))) {
      const key = `${messageId} in ${stream}`;
      recorded.set(key, (recorded.get(key) ?? 0) + 1);
    }
    const wanted = new Set(
      snapshot.mails.flatMap(({ messageId, items }) =>
        (items ?? []).map(({ round }) => `${messageId} in ${round}/delivery`),
      ),
    );
    return [
      ...[...wanted]
        .filter((key) => recorded.get(key) !== 1)
        .map((key) => `${key}: ${recorded.get(key) ?? 0} times`),
      ...[...recorded.keys()].filter((key) => !wanted.has(key)).map((key) => `${key}: not planned`),
    ];
  },
};
