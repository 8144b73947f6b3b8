/**
 * One message from all notices that fall on one recipient at one instant, whatever rounds they come from. The order of
 * its sections does not depend on the order in which the notices arrived.
 */
import { explain } from '../calendar';
import { isOfCommendation, isOfDay, streamOf, type AnyNotice } from './any-notice';
import type { CommendationBody } from './commendation-notice';
import { commendationLead, commendationSection, commendationSubject } from './commendation-section';
import type { DayBody } from './day-notice';
import { dayLead, daySection, daySubject } from './day-section';
import type { Fact, MessageView, Section } from './message';
import type { Language, Notice, NoticeKind } from './notice';
import { en } from './words/en';
import { vi } from './words/vi';
import { roundCode, say, type Words } from './words/words';

const WORDS: { readonly [L in Language]: Words } = { vi, en };

/** The gravest first: it gives the message its subject. */
const GRAVITY: readonly (NoticeKind | CommendationBody['kind'] | DayBody['kind'])[] = [
  'explanation',
  'letterIssued',
  'escalation',
  'stepEscalation',
  'undecided',
  'letterDraft',
  'returned',
  'dossierReturned',
  'reminder',
  'toRegister',
  'toSendDossier',
  'unregistered',
  'inherited',
  'givenBack',
  'stepReminder',
  'archive',
  'opened',
  'stepBegun',
  'opinionAsked',
  'extensionDenied',
  'extensionCountered',
  'extensionGranted',
  'resumed',
  'suspended',
  'cancelled',
  'accepted',
  'commendationOutcome',
];

/** Kinds after which no date is owed any more. */
const SETTLED: readonly NoticeKind[] = ['accepted', 'suspended', 'cancelled', 'givenBack'];

export type Composition = {
  readonly notices: readonly AnyNotice[];
  readonly language: Language;
  readonly drill: boolean;
};

export function compose({ notices, language, drill }: Composition): MessageView {
  const words = WORDS[language];
  const ordered = [...notices].sort(byGravity);
  const first = ordered[0];
  if (first === undefined) throw new Error('a message needs at least one notice');
  const units = [...new Set(ordered.map(({ unitName }) => unitName[language]))];
  const headline = subjectOf(first, words, language);
  const tag = drill ? `${words.subjectTag} – ${words.drillTag}` : words.subjectTag;
  return {
    language,
    subject: oneLine(
      `[${tag}] ${ordered.length > 1 ? words.several(ordered.length, headline) : headline}`,
    ),
    drill: drill ? words.drillBanner : null,
    preheader: leadOf(first, words, language),
    greeting: words.greeting(units.join('; ')),
    sections: ordered.map((notice) => sectionOf(notice, words, language)),
    footer: words.footer,
  };
}

function byGravity(a: AnyNotice, b: AnyNotice): number {
  return (
    GRAVITY.indexOf(a.body.kind) - GRAVITY.indexOf(b.body.kind) ||
    compare(dueKey(a), dueKey(b)) ||
    compare(streamOf(a), streamOf(b)) ||
    compare(a.entry, b.entry) ||
    compare(a.unit, b.unit)
  );
}

function dueKey({ due }: AnyNotice): string {
  return due ? `${due.date} ${due.time}` : '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function leadOf(notice: AnyNotice, words: Words, language: Language): string {
  if (isOfDay(notice)) return dayLead(notice, language);
  return isOfCommendation(notice) ? commendationLead(notice, language) : say(words.lead, notice);
}

function sectionOf(notice: AnyNotice, words: Words, language: Language): Section {
  if (isOfDay(notice)) return daySection(notice, words, language);
  return isOfCommendation(notice)
    ? commendationSection(notice, words, language)
    : section(notice, words, language);
}

function subjectOf(notice: AnyNotice, words: Words, language: Language): string {
  if (isOfDay(notice)) return daySubject(notice, words, language);
  if (isOfCommendation(notice)) return commendationSubject(notice, words, language);
  const settled = SETTLED.includes(notice.body.kind);
  const due = notice.due && !settled ? `, ${words.subjectDue(notice.due)}` : '';
  return `${say(words.headline, notice)}: ${words.what(notice.round)}${due}`;
}

function section(notice: Notice, words: Words, language: Language): Section {
  const { body, due, coming } = notice;
  const settled = SETTLED.includes(body.kind);
  const units = 'units' in body ? body.units.map((name) => name[language]) : [];
  const items = 'items' in body ? body.items.map(words.inherited) : [];
  return {
    title: `${say(words.headline, notice)}: ${words.what(notice.round)}`,
    paragraphs: [say(words.lead, notice)],
    facts: facts(notice, words, language),
    list: [...units, ...items],
    listTitle: listTitleOf(words, units.length, { kind: body.kind, items: items.length }),
    why:
      due === null || settled
        ? null
        : { title: words.labels.why, text: explain(due.derivation, language) },
    next:
      coming.length === 0 || settled
        ? null
        : { title: words.labels.next, lines: coming.map(words.coming) },
    answer: settled ? null : { title: words.labels.answer, text: words.answer(notice) },
  };
}

function listTitleOf(
  { labels }: Words,
  units: number,
  { kind, items }: { readonly kind: NoticeKind; readonly items: number },
): string | null {
  if (items > 0) {
    return `${kind === 'givenBack' ? labels.givenBack : labels.inherited} (${items})`;
  }
  return units > 0 ? `${labels.units} (${units})` : null;
}

function facts(
  { round, due, body, obligation, former }: Notice,
  words: Words,
  language: Language,
): Fact[] {
  const { labels } = words;
  const rows: (Fact | null)[] = [
    { label: labels.task, value: words.what(round) },
    former ? { label: labels.former, value: former[language] } : null,
    due && { label: labels.due, value: words.due(due), strong: true },
    body.kind === 'extensionGranted'
      ? { label: labels.previousDue, value: words.moment(body.previous) }
      : null,
    'reason' in body ? { label: labels.reason, value: body.reason, strong: true } : null,
    'note' in body && body.note !== null ? { label: labels.note, value: body.note } : null,
    'letter' in body ? { label: labels.letter, value: body.letter } : null,
    { label: labels.document, value: words.document(round) },
    round.directive.abstract === null
      ? null
      : { label: labels.abstract, value: round.directive.abstract },
    { label: labels.to, value: round.to.map((name) => name[language]).join('; ') },
    round.via === null ? null : { label: labels.via, value: round.via[language] },
    { label: labels.standingBody, value: round.standingBody[language] },
    obligation === null
      ? { label: labels.round, value: roundCode(round) }
      : { label: labels.obligation, value: obligation },
  ];
  return rows.filter((fact) => fact !== null);
}

/** A line break in a subject would be a header of somebody else's making. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
