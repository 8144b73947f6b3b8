/** For each law, a change to what a sound deployment says that it must find: a checker that finds nothing proves nothing. */
import type { RoundEvent } from '../../../libs/domain';
import { canonicalize, entryHash } from '../../../libs/audit';
import { CHECKPOINT_MUTATIONS } from './checkpoint-mutations';
import { HELD_MUTATIONS } from './held-mutations';
import { MAIL_MUTATIONS } from './mail-mutations';
import { TOPIC_MUTATIONS } from './topic-mutations';
import { ENGINE_MUTATIONS } from './engine-mutations';
import type { Snapshot } from './snapshot';

type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;
export type Altered = Plain<Snapshot>;

export type Mutation = {
  readonly title: string;
  /** The law that must find it; others may as well. */
  readonly law: string;
  readonly alter: (snapshot: Altered) => void;
};

const BAD_MESSAGES =
  'every bad message is in the dead letters, at most as often as it was sent, and no other';

export const MUTATIONS: readonly Mutation[] = [
  {
    title: 'a dropped entry',
    law: 'the ledger has no gap and its time never goes back',
    alter: ({ lines }) => void lines.splice(3, 1),
  },
  {
    title: 'an entry recorded before the one before it',
    law: 'the ledger has no gap and its time never goes back',
    alter: ({ lines }) => (lines[5]!.envelope.recordedat = '2001-01-01T00:00:00.000Z'),
  },
  {
    title: 'an entry altered with its hash, but not with those behind it',
    law: 'every stream is a whole chain of canonical bytes',
    alter({ lines }) {
      const line = lines.find(({ stream, version }) => stream === 'org' && version === 1)!;
      line.envelope = { ...line.envelope, recordedat: '2001-01-01T00:00:00.000Z' };
      line.bytes = canonicalize(line.envelope);
      line.hash = entryHash(line.bytes);
    },
  },
  {
    title: 'an entry whose bytes are not those of its hash',
    law: 'every stream is a whole chain of canonical bytes',
    alter: ({ lines }) => (lines.at(-1)!.bytes += ' '),
  },
  {
    title: 'an event that the decider would not have decided',
    law: 'every recorded decision is made again by the same rules',
    alter: (snapshot) => void (anyRung(snapshot).data.issued = []),
  },
  {
    title: 'a receipt whose command is not in the log',
    law: 'every receipt is kept',
    alter: ({ log, receipts }) =>
      void log.splice(
        log.findIndex(({ id }) => id === receipts[0]!.commandId),
        1,
      ),
  },
  {
    title: 'a receipt with another time than the log',
    law: 'every receipt is kept',
    alter: ({ receipts }) => (receipts[1]!.receivedAt = '2001-01-01T00:00:00.000Z'),
  },
  {
    title: 'a command nobody decided',
    law: 'everything asked is decided once, in the ledger as the log says',
    alter: ({ log }) => (log[2]!.accepted = null),
  },
  {
    title: 'a command decided twice',
    law: 'everything asked is decided once, in the ledger as the log says',
    alter({ lines }) {
      const last = lines.findLast(({ type }) => type.includes('.command.SubmitReport'))!;
      lines.push({ ...last, seq: lines.length + 1, version: 9_999 });
    },
  },
  {
    title: 'an outcome in the log that is not that of the ledger',
    law: 'everything asked is decided once, in the ledger as the log says',
    alter: ({ log }) => (log[0]!.events = ['SomethingElse']),
  },
  {
    title: 'a report that counts from when it was decided',
    law: 'a report is handed in when our door took it, whenever it was decided',
    alter({ lines, receipts }) {
      const taken = new Set(receipts.map(({ commandId }) => commandId));
      const at = lines.findIndex(
        ({ type, envelope }) =>
          type.includes('.command.SubmitReport') &&
          taken.has((envelope.data as { commandId: string }).commandId),
      );
      const data: unknown = lines[at + 1]!.envelope.data;
      const { submission } = (data as { body: { submission: { effectiveAt: string } } }).body;
      submission.effectiveAt = '2099-01-01T00:00:00.000Z';
    },
  },
  {
    title: 'a decision nobody asked for',
    law: 'nothing is decided that was not asked',
    alter: ({ log }) => void log.pop(),
  },
  {
    title: 'a consumer that stands still',
    law: 'no event is without its consumers',
    alter: ({ cursors }) => (cursors.projector! -= 1),
  },
  {
    title: 'a process that ended unforeseen',
    law: 'no process ends by an error that nobody handled',
    alter: ({ unforeseen }) => void unforeseen.push('projector: an error nobody handled'),
  },
  {
    title: 'a message in the dead letters that was not bad',
    law: BAD_MESSAGES,
    alter: ({ deadLetters }) => void deadLetters.push('a'.repeat(64)),
  },
  {
    title: 'a bad message that is nowhere',
    law: BAD_MESSAGES,
    alter: ({ badMessages }) => void badMessages.push('b'.repeat(64)),
  },
  {
    title: 'a bad message that is in the dead letters twice',
    law: BAD_MESSAGES,
    alter({ deadLetters, badMessages }) {
      badMessages.push('c'.repeat(64));
      deadLetters.push('c'.repeat(64), 'c'.repeat(64));
    },
  },
  {
    title: 'a rung without an outcome for one unit',
    law: 'every rung has exactly one outcome for every obligation',
    alter: (snapshot) => void anyRung(snapshot).data.issued.pop(),
  },
  {
    title: 'a rung that comes twice for one unit',
    law: 'every rung has exactly one outcome for every obligation',
    alter(snapshot) {
      const { issued } = anyRung(snapshot).data;
      issued.push(issued[0]!);
    },
  },
  {
    title: 'a report that had come before the rung and was decided after it',
    law: 'before a command every rung that was due, before a rung every command that had come',
    alter(snapshot) {
      const reached = anyRungLine(snapshot);
      const wake = snapshot.lines.find(
        ({ stream, version }) => stream === reached.stream && version === reached.version - 1,
      )!;
      const late = snapshot.lines.find(({ type }) => type.includes('.command.SubmitReport'))!;
      const at = '2001-01-01T00:00:00.000Z';
      const text = JSON.stringify(late.envelope)
        .replaceAll(late.stream, wake.stream)
        .replace(/"receivedAt":"[^"]*"/i, `"receivedAt":"${at}"`)
        .replace(/"effectiveAt":"[^"]*"/i, `"effectiveAt":"${at}"`);
      const envelope = JSON.parse(text) as typeof late.envelope;
      envelope.time = at;
      snapshot.lines.push({
        ...{ ...late, envelope, stream: wake.stream, version: 9_999, seq: 9_999 },
      });
    },
  },
  {
    title: 'one escalation twice',
    law: 'no step of a ladder follows one that was told only after this one had fallen due',
    alter(snapshot) {
      const { data } = anyRung(snapshot);
      data.kind = 'escalation';
      data.issued.push(data.issued[0]!);
    },
  },
  {
    title: 'two escalations in one leap, told one after the other',
    law: 'no step of a ladder follows one that was told only after this one had fallen due',
    alter({ lines }) {
      const place = lines.findIndex((line) => isRungForSeveral(line));
      rungOf(lines[place]!.envelope).data.kind = 'escalation';
      const next = structuredClone(lines[place]!);
      const { data } = rungOf(next.envelope);
      data.rung = 'another';
      data.at = data.issuedAt;
      data.issuedAt = '2099-01-01T00:00:00.000Z';
      lines.splice(place + 1, 0, next);
    },
  },
  {
    title: 'a row of a read table that says something else',
    law: 'the read tables are the fold of the ledger',
    alter({ tables }) {
      const round = Object.values(tables).find((it) => Object(it).obligations !== undefined);
      (round as { obligations: { status: string }[] }).obligations[0]!.status = 'waived';
    },
  },
  {
    title: 'a run that holds another state than the ledger',
    law: 'a run holds the state of its stream',
    alter({ runs }) {
      const [stream] = Object.keys(runs);
      runs[stream!] = `${runs[stream!]} and one more`;
    },
  },
  {
    title: 'a wake-up that is not written down',
    law: 'a wake-up is written down for every stream that time acts on',
    alter: ({ wakeups }) =>
      void wakeups.splice(
        wakeups.findIndex(({ nextAt }) => nextAt !== null),
        1,
      ),
  },
  ...MAIL_MUTATIONS,
  ...CHECKPOINT_MUTATIONS,
  ...HELD_MUTATIONS,
  ...TOPIC_MUTATIONS,
  ...ENGINE_MUTATIONS,
];

function anyRungLine(snapshot: Altered) {
  return snapshot.lines.find((line) => isRungForSeveral(line))!;
}

function isRungForSeveral({ type, envelope }: Altered['lines'][number]): boolean {
  return type.includes('RungReached') && rungOf(envelope).data.issued.length > 1;
}

type Rung = Extract<RoundEvent, { type: 'RungReached' }>;

/** A rung reached for several, as it stands in its entry: altered there, it is altered for every law. */
function anyRung(snapshot: Altered): { data: Plain<Rung['data']> } {
  return rungOf(anyRungLine(snapshot).envelope);
}

function rungOf(envelope: Altered['lines'][number]['envelope']): { data: Plain<Rung['data']> } {
  const { body } = envelope.data as unknown as { body: Plain<Rung['data']> };
  return { data: body };
}
