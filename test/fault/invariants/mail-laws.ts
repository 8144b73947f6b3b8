/**
 * Everybody whom the ledger concerns has one notice, every notice is one message, every message is recorded once in each
 * round it speaks of, and a repeat is recognisable.
 */
import { kindOfStream } from '../../../libs/domain';
import { bookOf, deliveriesIn } from './book-of';
import type { Law } from './laws';
import { noticesOwed } from './notices-owed';

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

  'everybody whom an event of a round concerns has one notice of it, and nobody else': (
    snapshot,
  ) => {
    const owed = noticesOwed(bookOf(snapshot));
    const had = new Map<string, number>();
    for (const { entry, unit, about, round } of snapshot.mails.flatMap(
      ({ items }) => items ?? [],
    )) {
      if (kindOfStream(round) !== 'round') continue;
      const key = `${about} of ${entry} for ${unit}`;
      had.set(key, (had.get(key) ?? 0) + 1);
    }
    return [
      ...[...owed].filter((key) => had.get(key) !== 1).map((key) => `${key}: ${had.get(key) ?? 0}`),
      ...[...had.keys()].filter((key) => !owed.has(key)).map((key) => `${key}: not owed`),
    ];
  },

  'a message brings the notices it was made of': ({ mails, taken }) => {
    const made = new Map(
      mails.map(({ messageId, items }) => [messageId, new Set(items?.map(({ entry }) => entry))]),
    );
    return taken
      .filter(({ messageId, entries }) => {
        const own = made.get(messageId) ?? new Set();
        return own.size !== entries.length || entries.some((entry) => !own.has(entry));
      })
      .map(({ messageId, entries }) => `${messageId} brings ${entries.join(' and ')}`);
  },

  'no notice comes to one person in two messages': ({ taken }) => {
    const ids = new Map<string, Set<string>>();
    for (const { messageId, to, entries } of taken) {
      for (const entry of entries) {
        const key = `${entry} for ${to}`;
        ids.set(key, (ids.get(key) ?? new Set()).add(messageId));
      }
    }
    return [...ids].filter(([, { size }]) => size > 1).map(([key, all]) => `${key}: ${[...all]}`);
  },

  'a message fails for good only by what the server answered, and none is held back': (
    snapshot,
  ) => {
    const { mails, lines, refused, triesOfMail } = snapshot;
    const erased = new Set(
      lines
        .filter(({ type }) => type.includes('PersonalValueErased'))
        .map(({ envelope }) => (envelope.data as { body?: { token?: string } }).body?.token),
    );
    return mails.flatMap(({ messageId, state, recipient }) => {
      if (state === 'suppressed' && !erased.has(recipient)) return [`${messageId} was held back`];
      if (state !== 'failed') return [];
      const codes = refused.filter((it) => it.messageId === messageId).map(({ code }) => code);
      const forGood = codes.some((code) => code !== null && code >= 500);
      return forGood || codes.length >= triesOfMail
        ? []
        : [`${messageId} has failed after ${codes.join(', ') || 'no answer'}`];
    });
  },
};
