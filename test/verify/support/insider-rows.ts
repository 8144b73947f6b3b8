/** Damage by somebody who holds the database and the right keys: everything is chained, proven and signed anew. */
import { canonicalize, entryHash } from '../../../libs/audit';
import { decidedOf, recordedCommand, type Envelope } from '../../../libs/contracts';
import { deciderOf, foldAll } from '../../../libs/domain';
import { assemble } from '../../../libs/ledger/assemble';
import { chained, isCommand, loose, played, renumbered, signed, D07, type Loose } from './insider';
import type { Row } from './row';

type Change = (entry: Loose) => Loose;

const at = (id: string): number => loose().findIndex((it) => it.id === id);
const changed = (id: string, change: Change): Loose[] =>
  loose().map((it) => (it.id === id ? change(structuredClone(it)) : it));

/** One entry says something else. */
function says(what: string, id: string, change: Change, expected = 'decision'): Row {
  return {
    what,
    expected,
    make: async () => ({ zip: await signed(chained(changed(id, change))), sequence: at(id) + 1 }),
  };
}

const ROUND = 'directive/d-07/round/ack/once/0';

const DECISIONS: readonly Row[] = [
  says('a calendar altered after it was adopted', 'calendar/vn@2', (it) => {
    it.data.body.days[0].kind = 'working';
    return it;
  }),
  says('a policy altered after it was adopted', 'policy/due-hour/default@2', (it) => {
    it.data.body.value.hour = '11:30';
    return it;
  }),
  says('an event that the rules do not give', `${ROUND}@10`, (it) => ({
    ...it,
    type: 'dondoc.round.RoundCancelled.v1',
  })),
  says('an event with another value', 'directive/d-07@6', (it) => {
    it.data.body.symbol = { ...it.data.body.symbol, number: 8 };
    return it;
  }),
  says('a refusal for another reason', `${ROUND}@6`, (it) => {
    it.data.rejection.code = 'round.closed';
    return it;
  }),
  says('a refusal turned into an acceptance', `${ROUND}@6`, (it) => {
    delete it.data.rejection;
    it.data.outcome = 'accepted';
    return it;
  }),
  says('an acceptance turned into a refusal', 'directive/d-071@15', (it) => {
    it.data.outcome = 'refused';
    it.data.rejection = { code: 'command.unknown', params: {} };
    return it;
  }),
  {
    what: 'a command and its event by somebody without the role',
    expected: 'decision',
    async make() {
      const actor = { id: 'auditor-1', role: 'auditor', unit: null };
      const entries = loose().map((it) =>
        ['directive/d-07@3', 'directive/d-07@4'].includes(it.id)
          ? { ...it, data: { ...it.data, actor } }
          : it,
      );
      return { zip: await signed(chained(entries)), sequence: at('directive/d-07@3') + 1 };
    },
  },
  {
    what: "a command's last event left out, everything after it numbered anew",
    expected: 'decision',
    async make() {
      const entries = loose().filter(({ id }) => id !== `${ROUND}@10`);
      return { zip: await signed(chained(renumbered(entries))), sequence: at(`${ROUND}@7`) + 1 };
    },
  },
  {
    what: 'an event more than the rules give',
    expected: 'decision',
    async make() {
      const event = loose()[at(`${ROUND}@5`)]!;
      const entries = loose().toSpliced(at(`${ROUND}@5`) + 1, 0, event);
      return { zip: await signed(chained(renumbered(entries))), sequence: at(`${ROUND}@5`) + 2 };
    },
  },
  {
    what: 'a command and its events left out, everything numbered anew',
    expected: 'decision',
    async make() {
      const gone = [`${ROUND}@1`, `${ROUND}@2`];
      const entries = renumbered(loose().filter(({ id }) => !gone.includes(id)));
      return { zip: await signed(chained(entries)) };
    },
  },
  {
    what: 'a wake-up left out',
    expected: 'decision',
    async make() {
      const gone = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = renumbered(loose().filter(({ id }) => !gone.includes(id)));
      return { zip: await signed(chained(entries)) };
    },
  },
  {
    what: 'a wake-up at another instant',
    expected: 'decision',
    async make() {
      const later = '2014-08-15T02:00:01.000Z';
      const ids = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = loose().map((it) => {
        if (!ids.includes(it.id)) return it;
        const data = isCommand(it)
          ? { ...it.data, effectiveAt: later, receivedAt: later }
          : it.data;
        return { ...it, time: later, data };
      });
      return { zip: await signed(chained(entries)), sequence: at(ids[0]!) + 1 };
    },
  },
  {
    what: 'a wake-up asked by a person',
    expected: 'decision',
    async make() {
      const actor = { id: 'clock', role: 'clerk', unit: 'bo-cong-an' };
      const ids = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = loose().map((it) =>
        ids.includes(it.id) ? { ...it, data: { ...it.data, actor } } : it,
      );
      return { zip: await signed(chained(entries)), sequence: at(ids[0]!) + 1 };
    },
  },
  {
    what: 'a command that passes a wake-up due before it',
    expected: 'decision',
    async make() {
      const before = played.entries.slice(0, at('directive/d-07@8') + 1);
      return { zip: await signed([...before, ...passing(before)]), sequence: before.length + 1 };
    },
  },
  {
    what: 'the end of a directive given a stream of its own',
    expected: 'decision',
    async make() {
      const entries = loose().map((it) =>
        it.subject === 'directive/d-07' && it.streamversion > 4
          ? { ...it, subject: 'directive/d-07b' }
          : it,
      );
      return {
        zip: await signed(chained(renumbered(entries))),
        sequence: at('directive/d-07@5') + 1,
      };
    },
  },
];

/** What the decider answers when it is asked without the wake-up that was due, a minute before. */
function passing(entries: readonly string[]): string[] {
  const stream = 'directive/d-07';
  const own = entries.map((it) => JSON.parse(it) as Envelope).filter((it) => it.subject === stream);
  const { id: _id, ...asked } = recordedCommand(
    loose()[at('directive/d-07@20')] as unknown as Envelope,
  )!;
  const when = '2014-08-15T02:01:00.000Z';
  const command = { ...asked, id: 'passing', effectiveAt: when, receivedAt: when };
  const decider = deciderOf(stream);
  const { state, version } = foldAll(decider, decidedOf(own));
  const decided = [{ command, decision: decider.decide(state, command) }];
  const place = { version: version + 1, prevHash: entryHash(canonicalize(own.at(-1))) };
  const by = { deploymentId: 'so-thu', recordedAt: when, decidersHash: own.at(-1)!.deciders };
  return [...assemble(decided, place, by)].map(({ bytes }) => bytes);
}

const resigned = async (entries: readonly string[]) => signed(entries);
const moved = <T>(items: readonly T[], from: number, to: number): T[] =>
  items.toSpliced(from, 1).toSpliced(to, 0, items[from]!);

const ORDER: readonly Row[] = [
  says(
    'an event by another actor than its command',
    `${ROUND}@4`,
    (it) => {
      it.data.actor = { id: 'nobody', role: 'clerk', unit: 'nowhere' };
      return it;
    },
    'illegal-order',
  ),
  says(
    'an event of another command',
    `${ROUND}@4`,
    (it) => ({ ...it, correlationid: 'c9999' }),
    'illegal-order',
  ),
  says(
    'an event at another time than its command',
    `${ROUND}@4`,
    (it) => ({ ...it, time: '2014-08-18T02:59:00.000Z' }),
    'illegal-order',
  ),
  {
    what: 'an event before its command',
    expected: 'illegal-order',
    async make() {
      const entries = moved(loose(), at(`${ROUND}@4`), at(`${ROUND}@3`));
      const numbered = renumbered(entries).map((it) =>
        it.id === `${ROUND}@3` ? { ...it, causationid: `${ROUND}@4` } : it,
      );
      return { zip: await signed(chained(numbered)), sequence: at(`${ROUND}@3`) + 1 };
    },
  },
  {
    what: 'a stream that begins with an event',
    expected: 'illegal-order',
    async make() {
      const entries = loose().filter(({ id }) => id !== 'org@1');
      return { zip: await signed(chained(renumbered(entries))), sequence: 1 };
    },
  },
  says(
    'time going back by a day',
    'directive/d-07@3',
    (it) => ({ ...it, recordedat: '2014-08-14T02:00:00.000Z' }),
    'time-back',
  ),
  {
    what: 'an entry dropped, the rest as it was, signed anew',
    expected: 'dropped',
    runs: 5,
    async make(pick) {
      const middle = played.entries.flatMap((_, it) =>
        it > 6 && it < 20 && ![10, 11].includes(it) ? [it] : [],
      );
      const gone = middle[pick(middle.length - 1)]!;
      return { zip: await resigned(played.entries.toSpliced(gone, 1)) };
    },
  },
  {
    what: 'two entries of a stream that changed places, signed anew',
    expected: 'reordered',
    make: async () => ({ zip: await resigned(moved(played.entries, 7, 6)), sequence: 7 }),
  },
  {
    what: 'an entry twice in the ledger itself',
    expected: 'duplicated',
    make: async () => ({ zip: await resigned(played.entries.toSpliced(8, 0, played.entries[7]!)) }),
  },
  {
    what: 'an altered entry whose follower names the old one',
    expected: 'chain',
    async make() {
      const entry = loose()[at(`${ROUND}@6`)]!;
      const bytes = canonicalize({
        ...entry,
        data: { ...entry.data, receivedAt: '2014-08-18T04:00:01.000Z' },
      });
      const sequence = at(`${ROUND}@6`) + 1;
      return {
        zip: await resigned(played.entries.with(sequence - 1, bytes)),
        sequence: sequence + 1,
      };
    },
  },
  {
    what: 'a stream with two entries of one version',
    expected: 'stream-split',
    async make() {
      const entry = loose()[at(`${ROUND}@6`)]!;
      const bytes = canonicalize({
        ...entry,
        correlationid: 'c9999',
        data: { ...entry.data, commandId: 'c9999' },
      });
      const sequence = at(`${ROUND}@6`) + 2;
      return { zip: await resigned(played.entries.toSpliced(sequence - 1, 0, bytes)), sequence };
    },
  },
  {
    what: 'a stream split: its end stands under another name, the chain as it was',
    expected: 'stream-split',
    async make() {
      const from = at('directive/d-07@5');
      const entries = loose().map((it) =>
        it.subject === 'directive/d-07' && it.streamversion > 4
          ? { ...it, subject: 'directive/d-07b' }
          : it,
      );
      const bytes = renumbered(entries).map((it) => canonicalize(it));
      return { zip: await resigned(bytes), sequence: from + 1 };
    },
  },
];

const spaced = (bytes: string) => bytes.replace('{"actor"', '{ "actor"');
const text = (what: string, change: (bytes: string) => string, expected: string): Row => ({
  what,
  expected,
  async make() {
    const last = at(`directive/d-07@20`);
    return {
      zip: await signed(played.entries.with(last, change(played.entries[last]!)), D07),
      sequence: last + 1,
    };
  },
});

const FORM: readonly Row[] = [
  text('blanks between the parts of an entry', spaced, 'not-canonical'),
  text(
    'a key twice in an entry',
    (it) => it.replace('"commandId":', '"commandId":"x","commandId":'),
    'not-canonical',
  ),
  text(
    'a number of 2^53 in an entry',
    (it) => it.replace('"reason":"', '"n":9007199254740992,"reason":"'),
    'not-canonical',
  ),
  text(
    'a number that is not exact in an entry',
    (it) => it.replace('"reason":"', '"n":9007199254740993,"reason":"'),
    'not-canonical',
  ),
  text(
    'a number written in another way',
    (it) => it.replace('"reason":"', '"n":1.0,"reason":"'),
    'not-canonical',
  ),
  text(
    'half a character in an entry',
    (it) => it.replace('"reason":"', '"reason":"\\ud800'),
    'not-canonical',
  ),
  text(
    'keys in another order',
    (it) => it.replace(/("outcome":"refused"),("receivedAt":"[^"]*")/, '$2,$1'),
    'not-canonical',
  ),
  text(
    'an entry over 60 KiB',
    (it) => it.replace('"reason":"', `"reason":"${'x'.repeat(61_440)}`),
    'entry-too-large',
  ),
  text(
    'an attribute that an entry does not have',
    (it) => it.replace('"id":', '"extra":1,"id":'),
    'entry-malformed',
  ),
  text(
    'an id that is not its place',
    (it) => it.replace('"id":"directive/d-07@20"', '"id":"directive/d-07@21"'),
    'entry-malformed',
  ),
  text(
    'an entry of another deployment',
    (it) => it.replace('urn:dondoc:so-thu', 'urn:dondoc:so-that'),
    'other-deployment',
  ),
];

export const INSIDER_ROWS: readonly Row[] = [...DECISIONS, ...ORDER, ...FORM];
