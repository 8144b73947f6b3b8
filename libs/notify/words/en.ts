/** The messages in English, for offices that asked for it; the Vietnamese text is the one that counts. */
import { dateText } from '../../calendar';
import { momentText, momentWithDay } from '../moments';
import type { ComingRung, Notice, RoundFacts } from '../notice';
import { roundCode, type NoticeOf, type Words } from './words';

const due = (notice: Notice): string =>
  notice.due ? momentWithDay(notice.due, 'en') : 'not stated';

const PREPOSITION: { readonly [dutyKind: string]: string } = {
  acknowledge: 'of',
  plan: 'for',
  milestone: 'under',
};

function what({ title, period, dutyKind, directive }: RoundFacts): string {
  const name = [title.en, period?.en].filter((it) => it !== undefined).join(', ');
  if (name.includes(directive.symbol)) return name;
  if (/ the directive$/i.test(name)) {
    return name.replace(/the directive$/i, `Directive ${directive.symbol}`);
  }
  const comma = period ? ',' : '';
  return `${name}${comma} ${PREPOSITION[dutyKind] ?? 'on'} Directive ${directive.symbol}`;
}

const quoted = ({ round }: Notice): string => `“${what(round)}”`;

const days = (count: number): string => `${count} working day${count === 1 ? '' : 's'}`;

function daysLeft({ body }: NoticeOf<'reminder'>): string {
  if (body.overdue) return overdue(body.daysLeft);
  return body.daysLeft > 0 ? `${days(body.daysLeft)} left` : 'Due today';
}

function overdue(left: number): string {
  return left < 0 ? `${days(-left)} overdue` : 'Overdue';
}

const units = (count: number): string => `${count} unit${count === 1 ? '' : 's'}`;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function coming({ kind, audience, ...at }: ComingRung): string {
  const whom = {
    focal: 'the focal person',
    head: 'the head of the unit',
    superior: 'the superior agency',
    issuer: 'the agency that issued the directive',
  }[audience];
  const act = {
    reminder: `a reminder to ${whom}`,
    letter: `an urging letter to ${whom} is drafted and waits for a signature`,
    escalation: `${whom} is told which units are late`,
    explanation: `${whom} is asked for an explanation`,
  }[kind];
  return `${momentText(at, 'en')}: ${act}.`;
}

function answer({ body, obligation, round }: Notice): string {
  if (body.kind === 'letterDraft') {
    return `Open draft ${body.letter} of round ${roundCode(round)} in the system, enter number, date and signer, and issue it. Until a person has signed, no letter goes out.`;
  }
  if (body.kind === 'escalation') {
    return `The history of each unit is in round ${roundCode(round)} in the system. An extension, a waiver or a substitution is decided by whoever has the authority and is recorded there.`;
  }
  if (body.kind === 'extensionCountered') {
    return `Agree or decline in the system under ${obligation}. Until then the old due time stands.`;
  }
  if (body.kind === 'explanation') {
    return `Give the explanation in the system under ${obligation}, and complete what is still owed.`;
  }
  if (body.kind === 'inherited') {
    return 'In the system, under the id of each obligation in the list above.';
  }
  const paper = round.via ?? round.standingBody;
  return `Submit in the system under ${obligation}. A paper copy handed in through ${paper.en} is entered with its true time of receipt. If you need more time, ask for an extension under the same code; if this is not your unit's duty, say so with the reason.`;
}

export const en: Words = {
  subjectTag: 'Dondoc',
  drillTag: 'DRILL',
  drillBanner: 'CHẠY MÔ PHỎNG / DRILL: this message is part of an exercise, not a real order.',
  labels: {
    task: 'What is owed',
    document: 'Under',
    abstract: 'Subject of the directive',
    due: 'Due',
    previousDue: 'Due before',
    to: 'Goes to',
    via: 'Through',
    standingBody: 'Followed up by',
    reason: 'Reason',
    note: 'Remark',
    obligation: 'Obligation',
    letter: 'Draft',
    round: 'Round',
    units: 'Late units',
    inherited: 'Obligations taken over',
    givenBack: 'Obligations given back',
    former: 'Taken over from',
    why: 'Why this date',
    next: 'If it is not done',
    answer: 'How to answer',
  },
  what,
  document: ({ directive }) =>
    [
      `Directive ${directive.symbol}`,
      directive.date && `of ${dateText(directive.date, 'en')},`,
      directive.issuer.en,
    ]
      .filter(Boolean)
      .join(' '),
  due: (it) =>
    `${momentWithDay(it, 'en')}${it.provisional ? " (provisional: that year's holidays are not announced yet)" : ''}`,
  moment: (it) => momentWithDay(it, 'en'),
  headline: {
    opened: ({ body }) => (body.late ? 'New task, added to a running round' : 'New task'),
    inherited: ({ body }) =>
      body.back
        ? `${body.items.length} obligations come back to you`
        : `${body.items.length} obligations taken over by reorganisation`,
    givenBack: ({ body }) => `${body.items.length} obligations go back`,
    reminder: daysLeft,
    letterDraft: ({ body }) =>
      `Draft urging letter to ${units(body.units.length)} waits for number and signer`,
    letterIssued: ({ body }) => `Urging letter ${body.number}`,
    escalation: ({ body }) => `Escalation: ${units(body.units.length)} late`,
    explanation: () => 'Explanation requested',
    returned: () => 'Returned for revision',
    accepted: ({ body }) => (body.inTime ? 'Accepted, in time' : 'Accepted, late'),
    extensionGranted: () => 'Extension granted',
    extensionDenied: () => 'Extension denied',
    extensionCountered: ({ body }) => `Another date proposed, ${dateText(body.date, 'en')}`,
    suspended: () => 'Suspended',
    resumed: ({ body }) => (body.newDue ? 'Resumed with a new due time' : 'Resumed, same due time'),
    cancelled: () => 'Cancelled',
  },
  lead: {
    opened: (it) =>
      `${it.unitName.en} is asked for ${quoted(it)}. It is due ${due(it)}; what arrives at exactly that time is in time.`,
    inherited: (it) =>
      it.body.back
        ? `The reorganisation “${it.body.title}” is undone${it.body.decided ? ` (${it.body.decided})` : ''}. ${quoted(it)} is owed by ${it.unitName.en} again; the due time has not changed.`
        : `From ${dateText(it.body.on, 'en')} on, by “${it.body.title}” (${it.body.source})${it.body.decided ? ` and by decision: ${it.body.decided}` : ''}, ${it.unitName.en} takes over ${quoted(it)} from ${[...new Set(it.body.items.map(({ from }) => from.en))].join(', ')}. The due time has not changed.`,
    givenBack: (it) =>
      `The reorganisation “${it.body.title}” is undone${it.body.decided ? ` (${it.body.decided})` : ''}. ${it.unitName.en} no longer owes ${quoted(it)} in the place of ${[...new Set(it.body.items.map(({ from }) => from.en))].join(', ')}, who owes it again.`,
    reminder: (it) =>
      `So far the system has not recorded that ${it.unitName.en} has completed ${quoted(it)}, due ${due(it)}.`,
    letterDraft: (it) =>
      `The units below have not completed ${quoted(it)}, due ${due(it)}. An urging letter to their heads has been drafted; a person with the authority must number, sign and issue it.`,
    letterIssued: (it) =>
      `To the head of ${it.unitName.en}: urging letter ${it.body.number} of ${dateText(it.body.date, 'en')} (signed by: ${it.body.signer}) asks you to complete ${quoted(it)}, due ${due(it)}.`,
    escalation: (it) =>
      `${units(it.body.units.length)}${it.body.to === 'superior' ? ' under you' : ''} ${it.body.units.length === 1 ? 'has' : 'have'} not completed ${quoted(it)}, due ${due(it)}: ${lower(overdue(it.body.daysLeft))}. Please see to it that they do.`,
    explanation: (it) =>
      `The head of ${it.unitName.en} is asked to explain why ${quoted(it)}, due ${due(it)}, is not complete: ${lower(overdue(it.body.daysLeft))}.`,
    returned: (it) =>
      `${quoted(it)} of ${it.unitName.en} was returned for revision. Until it is submitted again and accepted it counts as unfinished; it is still due ${due(it)}.`,
    accepted: (it) =>
      `${quoted(it)} of ${it.unitName.en}, submitted at ${momentText(it.body.submittedAt, 'en')}, was accepted: done ${it.body.inTime ? 'in time' : 'late'}. Nothing more is asked.`,
    extensionGranted: (it) =>
      `The extension asked for by ${it.unitName.en} is granted. ${quoted(it)} is now due ${due(it)}.`,
    extensionDenied: (it) =>
      `The extension asked for by ${it.unitName.en} is denied. ${quoted(it)} is still due ${due(it)}.`,
    extensionCountered: (it) =>
      `To the extension that ${it.unitName.en} asked for ${quoted(it)}, another date is proposed: ${dateText(it.body.date, 'en')}.`,
    suspended: (it) =>
      `${quoted(it)} is suspended. Meanwhile nobody is reminded and nothing is escalated; the due time does not change by itself.`,
    resumed: (it) =>
      `${quoted(it)} is resumed. It is ${it.body.newDue ? 'now' : 'still'} due ${due(it)}.`,
    cancelled: (it) => `${quoted(it)} is cancelled. Nothing more is asked of ${it.unitName.en}.`,
  },
  inherited: ({ from, obligation, due: moment }) =>
    `${from.en}: ${obligation}, ${moment ? `due ${momentText(moment, 'en')}` : 'no due time'}`,
  coming,
  answer,
  greeting: (unitName) => `To: ${unitName}`,
  several: (count, first) => `${count} matters, first: ${first}`,
  subjectDue: (it) => `due ${momentText(it, 'en')}`,
  footer: [
    'Sent by the system that follows up directives; please do not answer to this address.',
    'Times are Vietnamese time. The Vietnamese text is the one that counts.',
  ],
};
