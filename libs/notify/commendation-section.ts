/** A notice about a commendation as one section of a message, and as its subject. */
import { explain } from '../calendar';
import type { CommendationNotice } from './commendation-notice';
import type { Fact, Section } from './message';
import type { Language } from './notice';
import { COMMENDATION_WORDS } from './words/commendation';
import type { Words } from './words/words';

export function commendationSubject(
  notice: CommendationNotice,
  words: Words,
  language: Language,
): string {
  const { headline, what } = COMMENDATION_WORDS[language];
  const until = notice.due ? `, ${words.subjectDue(notice.due)}` : '';
  return `${headline(notice)}: ${what(notice.commendation)}${until}`;
}

export function commendationLead(notice: CommendationNotice, language: Language): string {
  return COMMENDATION_WORDS[language].lead(notice);
}

export function commendationSection(
  notice: CommendationNotice,
  words: Words,
  language: Language,
): Section {
  const own = COMMENDATION_WORDS[language];
  const { due, coming, commendation, body, former } = notice;
  const { labels } = words;
  const code = commendation.stream.replace(/^commendation\//, '');
  const facts: (Fact | null)[] = [
    { label: own.labels.commendation, value: own.what(commendation) },
    former ? { label: labels.former, value: former[language] } : null,
    due && { label: labels.due, value: words.due(due), strong: true },
    'reason' in body && body.reason !== null
      ? { label: labels.reason, value: body.reason, strong: true }
      : null,
    { label: own.labels.subjects, value: own.subjects(commendation) },
    { label: own.labels.nominatedBy, value: commendation.nominatedBy[language] },
    { label: own.labels.awardingBody, value: commendation.awardingBody[language] },
    { label: own.labels.code, value: code },
  ];
  return {
    title: `${own.headline(notice)}: ${own.what(commendation)}`,
    paragraphs: [own.lead(notice)],
    facts: facts.filter((fact) => fact !== null),
    list: [],
    listTitle: null,
    why: due && { title: labels.why, text: explain(due.derivation, language) },
    next: coming.length === 0 ? null : { title: labels.next, lines: coming.map(own.coming) },
    answer: due && { title: labels.answer, text: own.answer(code) },
  };
}
