/** What the laws of mail must find. */
import type { Altered, Mutation } from './mutations';

const REPEATED =
  'a repeated message has the same Message-ID, and no other has its words for the same person';
const OWED = 'everybody whom an event of a round concerns has one notice of it, and nobody else';
const ENDED = 'a message fails for good only by what the server answered, and none is held back';

export const MAIL_MUTATIONS: readonly Mutation[] = [
  {
    title: 'a notice without a message',
    law: 'every notice has its message and every message its end',
    alter: (snapshot) => (snapshot.unplannedItems = 1),
  },
  {
    title: 'a message left as it was being sent',
    law: 'every notice has its message and every message its end',
    alter: ({ mails }) => (mails[0]!.state = 'sending'),
  },
  {
    title: 'a message that counts as sent and was never handed in',
    law: 'a message that counts as sent was taken by the mail server, and nothing else was',
    alter: (snapshot) => {
      const { messageId } = snapshot.taken[0]!;
      snapshot.taken = snapshot.taken.filter((it) => it.messageId !== messageId);
    },
  },
  {
    title: 'a message handed in that nobody planned',
    law: 'a message that counts as sent was taken by the mail server, and nothing else was',
    alter: ({ mails, taken }) =>
      void mails.splice(
        mails.findIndex(({ messageId }) => messageId === taken[0]!.messageId),
        1,
      ),
  },
  {
    title: 'a message repeated under another Message-ID',
    law: REPEATED,
    alter: ({ taken }) => void taken.push({ ...taken[0]!, messageId: '<another@x>' }),
  },
  {
    title: 'a message not recorded in its round',
    law: 'every message is recorded once in each round it speaks of',
    alter(snapshot) {
      const at = snapshot.lines.findLastIndex(({ type }) => type.includes('DeliveriesRecorded'));
      snapshot.lines.splice(at, 1);
    },
  },
  {
    title: 'a notice that comes again in a message with another',
    law: 'no notice comes to one person in two messages',
    alter({ taken }) {
      const [first] = taken;
      const entries = [...first!.entries, 'another@1'];
      taken.push({ ...first!, text: 'both', entries, messageId: '<both@x>' });
    },
  },
  {
    title: 'a message that speaks of less than was planned',
    law: 'a message brings the notices it was made of',
    alter: ({ taken }) => void taken[0]!.entries.pop(),
  },
  {
    title: 'a reminder that one of three was not written',
    law: OWED,
    alter: (snapshot) => void anyReminded(snapshot).items.pop(),
  },
  {
    title: 'an opening of which nobody was told',
    law: OWED,
    alter({ mails }) {
      const { entry } = mails.flatMap(({ items }) => items).find(isOpening)!;
      for (const mail of mails) mail.items = mail.items.filter((item) => item.entry !== entry);
    },
  },
  {
    title: 'a notice of an event that concerns somebody else',
    law: OWED,
    alter: (snapshot) => (anyReminded(snapshot).items[0]!.unit = 'so-noi-vu'),
  },
  {
    title: 'a message given up at the first temporary refusal',
    law: ENDED,
    alter({ mails, refused }) {
      const { messageId } = mails[0]!;
      mails[0]!.state = 'failed';
      refused.push({ messageId, code: 450 });
    },
  },
  {
    title: 'a message held back from somebody who has an address',
    law: ENDED,
    alter: ({ mails }) => (mails[0]!.state = 'suppressed'),
  },
];

function anyReminded({ mails }: Altered): Altered['mails'][number] {
  return mails.find(({ items }) => items.some(({ about }) => about === 'T-1'))!;
}

function isOpening({ about }: Altered['mails'][number]['items'][number]): boolean {
  return about === 'round-opened';
}
