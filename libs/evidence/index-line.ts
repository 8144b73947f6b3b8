/** An entry as the index tells it: its number, when, where, what happened in one sentence, and who. */
import {
  COMMANDS,
  isCommandEntry,
  ROLE,
  shortTime,
  shortType,
  type CommandType,
} from '../contracts';
import type { Actor, Text } from '../domain';
import type { Entry } from '../ledger';
import { sentence, type Names } from '../readmodel';
import { readable } from './readable';

export type IndexLine = {
  readonly seq: number;
  readonly id: string;
  readonly stream: string;
  /** When it was recorded, UTC+7. */
  readonly recorded: string;
  /** When it took effect, where that is another time. */
  readonly effective: string | null;
  readonly kind: 'command' | 'refusal' | 'event';
  readonly what: Text;
  readonly who: Text;
};

export function namesOf(unitNames: ReadonlyMap<string, Text>): Names {
  return (unit) => unitNames.get(unit) ?? { vi: unit, en: unit };
}

export function indexLine(entry: Entry, names: Names): IndexLine {
  const { seq, id, stream, type } = entry;
  const envelope = readable(entry);
  if (envelope === null) return { ...{ seq, id, stream }, ...UNREADABLE };
  const isCommand = isCommandEntry(envelope);
  const refused = isCommand && envelope.data.outcome === 'refused';
  const { recordedat, time } = envelope;
  return {
    ...{ seq, id, stream, recorded: withSeconds(recordedat) },
    effective: time === recordedat ? null : withSeconds(time),
    kind: refused ? 'refusal' : isCommand ? 'command' : 'event',
    what: told(() => whatOf(envelope, names), shortType(type)),
    who: whoOf(envelope.data.actor, names),
  };
}

const UNREADABLE = {
  recorded: '–',
  effective: null,
  kind: 'event',
  what: { vi: 'Không đọc được: dòng này đã bị sửa', en: 'Cannot be read: this line was altered' },
  who: { vi: '–', en: '–' },
} as const;

function whatOf(envelope: Entry['envelope'], names: Names): Text {
  const type = shortType(envelope.type);
  if (!isCommandEntry(envelope)) {
    return sentence({ kind: 'event', type, data: envelope.data.body, rejection: null }, names);
  }
  const { command, rejection = null } = envelope.data;
  if (rejection !== null) {
    return sentence({ kind: 'refusal', type: command.type, data: command.data, rejection }, names);
  }
  const { vi, en } = summaryOf(command.type);
  return { vi: `Lệnh: ${vi}`, en: `Command: ${en}` };
}

function summaryOf(type: string): Text {
  if (type === 'WakeUp') return { vi: 'Đến giờ', en: 'Time has come' };
  return Object.hasOwn(COMMANDS, type)
    ? COMMANDS[type as CommandType].summary
    : { vi: type, en: type };
}

/** An entry of another version may lack what today's sentence speaks of: then it is told by its type alone. */
function told(sentenceOf: () => Text, type: string): Text {
  try {
    return sentenceOf();
  } catch {
    return { vi: type, en: type };
  }
}

function whoOf({ id, role, unit }: Actor, names: Names): Text {
  const of = (language: 'vi' | 'en') => {
    const word = Object.hasOwn(ROLE, role) ? ROLE[role][language] : role;
    return [id, word, ...(unit === null ? [] : [names(unit)[language]])].join(' · ');
  };
  return { vi: of('vi'), en: of('en') };
}

function withSeconds(instant: string): string {
  return `${shortTime(instant)}:${instant.slice(17, 19)}`;
}
