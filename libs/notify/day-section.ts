/** A notice about a day as one section of a message, and as its subject. */
import { explain } from '../calendar';
import type { DayNotice } from './day-notice';
import type { Fact, Section } from './message';
import type { Language } from './notice';
import { DAY_WORDS } from './words/days';
import type { Words } from './words/words';

export function daySubject(notice: DayNotice, words: Words, language: Language): string {
  const { headline, what } = DAY_WORDS[language];
  const due = notice.due === null ? '' : `, ${words.subjectDue(notice.due)}`;
  return `${headline(notice)}: ${what(notice.subject)}${due}`;
}

export function dayLead(notice: DayNotice, language: Language): string {
  return DAY_WORDS[language].lead(notice);
}

export function daySection(notice: DayNotice, words: Words, language: Language): Section {
  const own = DAY_WORDS[language];
  const { subject, due, body, former } = notice;
  const { labels } = words;
  const units = 'units' in body ? body.units.map((name) => name[language]) : [];
  const more = 'more' in body ? body.more : 0;
  return {
    title: `${own.headline(notice)}: ${own.what(subject)}`,
    paragraphs: [own.lead(notice)],
    facts: [
      ...(!former ? [] : [{ label: labels.former, value: former[language] }]),
      ...('reason' in body ? [{ label: labels.reason, value: body.reason, strong: true }] : []),
      ...(due === null ? [] : [{ label: own.labels.last, value: words.due(due), strong: true }]),
      ...(subject.kind === 'recognition'
        ? ofYear(subject, language)
        : ofDirective(subject, words, language)),
    ],
    list: more > 0 ? [...units, own.more(more)] : units,
    listTitle: units.length === 0 ? null : own.listTitle(body, units.length + more),
    why: { title: labels.why, text: whyOf(notice, language) },
    next: null,
    answer: { title: labels.answer, text: own.answer(notice) },
  };
}

type Of<K extends DayNotice['subject']['kind']> = Extract<DayNotice['subject'], { kind: K }>;

function ofYear({ authority, norm, standingBody }: Of<'recognition'>, language: Language): Fact[] {
  const { labels } = DAY_WORDS[language];
  return [
    { label: labels.authority, value: authority[language] },
    ...(norm === null ? [] : [{ label: labels.norm, value: norm }]),
    ...(standingBody === null
      ? []
      : [{ label: labels.standingBody, value: standingBody[language] }]),
  ];
}

function ofDirective(
  { issuer, abstract, source }: Of<'directive'>,
  { labels }: Words,
  language: Language,
): Fact[] {
  const own = DAY_WORDS[language].labels;
  return [
    { label: own.issuer, value: issuer[language] },
    ...(abstract === null ? [] : [{ label: labels.abstract, value: abstract }]),
    { label: own.norm, value: source },
  ];
}

/** Of what was planned before reasons were recorded, the source is all there is. */
function whyOf({ due, subject }: DayNotice, language: Language): string {
  if (due !== null && due.derivation.length > 0) return explain(due.derivation, language);
  return (subject.kind === 'recognition' ? subject.norm : subject.source) ?? '–';
}
