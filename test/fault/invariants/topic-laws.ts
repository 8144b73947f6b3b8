/** What leaves the ledger is the ledger: Kafka tells all of it in its order. And what is kept of persons can be found. */
import type { Law } from './laws';

export const topicLaws: { readonly [law: string]: Law } = {
  // Doubles are allowed, and what flew into a topic that was just made anew: in between stands everything, in its order.
  'the topic tells the whole ledger, in its order and byte by byte': ({ lines, published }) => {
    if (published === null) return [];
    const ledger = new Map(lines.map(({ seq, bytes }) => [seq, bytes]));
    const head = lines.at(-1)?.seq ?? 0;
    let told = 0;
    for (const { seq } of published) if (seq === told + 1) told = seq;
    const others = published.filter(({ seq, bytes }) => seq <= head && ledger.get(seq) !== bytes);
    return [
      ...(told >= head ? [] : [`after ${told} of ${head} entries the next one does not come`]),
      ...others.map(({ seq }) => `what it holds as entry ${seq} is another one`),
    ];
  },

  'every personal value that is kept is named by a command or an entry': ({ lines, values }) => {
    const told = lines.flatMap(({ bytes }) => bytes.match(/pii:[0-9a-f]{64}/gu) ?? []);
    const named = new Set([...values.asked, ...told]);
    return values.kept
      .filter((token) => !named.has(token))
      .map((token) => `nobody could find ${token} to erase it`);
  },
};
