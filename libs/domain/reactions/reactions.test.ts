/** Reactions: each row of the table, and that none asks a stream for what its decider does not know. */
import { deciderOf } from '../deciders';
import type { Command } from '../kernel';
import { obligationId, parseRoundStream } from '../streams';
import { stated } from '../testing/directive-07';
import { SYSTEM } from '../testing/scene';
import { react } from './react';
import { REACTIONS } from './table';
import type { AskedCommand } from './types';

const at = '2014-08-15T02:00:00.000Z';
const directive = 'directive/d-07';
const series = 'series/bo-cong-an/directive/2014';
const round = 'directive/d-07/round/ack/once/0';
const period = { id: 'once', label: { vi: '', en: '' }, from: null, to: null, closing: null };
const shards = [
  { duty: 'ack', period: 'once', shard: 0 },
  { duty: 'report', period: '2014', shard: 1 },
];
const rounds = [round, 'directive/d-07/round/report/2014/1'];
const reason = 'theo văn bản mới';
const ABOVE = { directive: 'd-07', duty: 'ack', unit: 'a' };
const set = 'reorganisation/s1';
const NAMED = { id: 's1', title: 'Sắp xếp', on: '2018-08-07', source: 'nghị định' };
const HAND_OVER = {
  ...{ reorganisation: 's1', pass: 0, back: false, title: NAMED.title, on: NAMED.on },
  ...{ source: NAMED.source, reason: null },
};
const ASKED = [{ duty: 'ack', period: 'once', shards: [0] }];
const replan = [
  { duty: 'ack', request: null },
  { duty: 'adhoc', request: 2 },
];
const plans = [
  [directive, 'PlanRound', { duty: 'ack', after: null }],
  [directive, 'PlanRound', { duty: 'adhoc', after: null, request: 2 }],
];
const heading = { directive: 'd-07', duty: 'ack', period };
const schedule = { dueAt: '2014-08-18T10:00:00.000Z', rungs: [] };
const units = [{ unit: 'cat-thanh-hoa', superior: null }];
const convened = {
  heading,
  shards: [{ shard: 0, units }],
  schedule,
  late: false,
  requestedDue: null,
};
const opens = [round, 'OpenRound', { heading, shard: 0, units, schedule, late: false }];

/** Reaction, stream, event, its data, and what is asked as stream, type and data. */
const ROWS: readonly (readonly [string, string, string, unknown, readonly unknown[]])[] = [
  [
    'asks-for-number',
    directive,
    'IssueRequested',
    { directive: 'd-07', series, issuer: 'bca', symbol: null, number: null, symbolPattern: '{n}' },
    [
      [
        series,
        'AllotNumber',
        { directive: 'd-07', issuer: 'bca', stated: null, number: null, symbolPattern: '{n}' },
      ],
    ],
  ],
  [
    'confirms-issue',
    series,
    'NumberAllotted',
    { directive: 'd-07', number: 7, symbol: '07/CT-BCA', series: 'bca', how: 'stated' },
    [[directive, 'ConfirmIssue', { number: 7, symbol: '07/CT-BCA', series: 'bca' }]],
  ],
  [
    'hands-back-issue',
    series,
    'NumberRefused',
    { directive: 'd-07', symbol: '07/CT-BCA', code: 'series.number-taken', takenBy: 'd-1' },
    [[directive, 'HandBackIssue', { code: 'series.number-taken', symbol: '07/CT-BCA' }]],
  ],
  [
    'plans-first-rounds',
    directive,
    'DirectiveIssued',
    { duties: ['ack', 'report'] },
    [
      [directive, 'PlanRound', { duty: 'ack', after: null }],
      [directive, 'PlanRound', { duty: 'report', after: null }],
    ],
  ],
  ['plans-after-set-up', directive, 'DutySetUp', { replan }, plans],
  ['plans-after-decision', directive, 'ValueDecided', { replan }, plans],
  ['plans-after-amendment', directive, 'DirectiveAmended', { replan }, plans],
  [
    'plans-requested-report',
    directive,
    'ReportRequested',
    { duty: 'adhoc', request: 2 },
    [[directive, 'PlanRound', { duty: 'adhoc', after: null, request: 2 }]],
  ],
  [
    'convenes-due-round',
    directive,
    'RoundFellDue',
    { duty: 'ack', period, opensAt: at, requestedDue: '2014-09-01' },
    [[directive, 'ConveneRound', { duty: 'ack', period, requestedDue: '2014-09-01' }]],
  ],
  [
    'plans-next-round',
    directive,
    'RoundConvened',
    { ...convened, plansNext: true, nextShard: null },
    [opens, [directive, 'PlanRound', { duty: 'ack', after: 'once' }]],
  ],
  [
    'plans-after-not-convened',
    directive,
    'RoundNotConvened',
    { duty: 'ack', period, missing: ['units'], plansNext: true },
    [[directive, 'PlanRound', { duty: 'ack', after: 'once' }]],
  ],
  [
    'convenes-next-shard',
    directive,
    'RoundConvened',
    { ...convened, plansNext: false, nextShard: 1 },
    [opens, [directive, 'ConveneRound', { duty: 'ack', period, requestedDue: null, shard: 1 }]],
  ],
  [
    'opens-round',
    directive,
    'RoundConvened',
    { ...convened, late: true, plansNext: false, nextShard: null },
    [[round, 'OpenRound', { heading, shard: 0, units, schedule, late: true }]],
  ],
  [
    'convenes-late-addressee',
    directive,
    'AddresseeAdded',
    { unit: 'cat-moi', reason, joins: [{ duty: 'ack', period }] },
    [[directive, 'ConveneRound', { duty: 'ack', period, late: ['cat-moi'] }]],
  ],
  [
    'notes-shard-closed',
    round,
    'RoundClosed',
    { reason, unfinished: ['cat-moi'] },
    [
      [
        directive,
        'NoteShardClosed',
        { duty: 'ack', period: 'once', shard: 0, unfinished: ['cat-moi'] },
      ],
    ],
  ],
  [
    'replans-held-rungs',
    round,
    'RungsHeld',
    { schedule: 's0', rungs: ['T+3'], units: ['nga-son'], at },
    [[round, 'ReplanHeldRungs', { schedule: 's0', rungs: ['T+3'], units: ['nga-son'] }]],
  ],
  [
    'suspends-rounds',
    directive,
    'DirectiveSuspended',
    { reason, shards },
    rounds.map((one) => [one, 'SuspendRound', { reason }]),
  ],
  [
    'replans-held-step',
    'commendation/k-1',
    'CommendationRungsHeld',
    { deadline: 'd1', rungs: ['T3'] },
    [['commendation/k-1', 'ReplanHeldStep', { deadline: 'd1', rungs: ['T3'] }]],
  ],
  [
    'resumes-rounds',
    directive,
    'DirectiveResumed',
    {
      reason,
      shards,
      newDueDates: [{ duty: 'ack', period: 'once', date: '2014-09-01' }],
      replan: [],
      convening: [],
    },
    [
      [rounds[0], 'ResumeRound', { reason, newDueDate: '2014-09-01' }],
      [rounds[1], 'ResumeRound', { reason, newDueDate: null }],
    ],
  ],
  [
    'plans-after-resumption',
    directive,
    'DirectiveResumed',
    { reason, shards: [], newDueDates: [], replan, convening: [] },
    plans,
  ],
  [
    'convenes-after-resumption',
    directive,
    'DirectiveResumed',
    {
      reason,
      shards: [],
      newDueDates: [],
      replan: [],
      convening: [{ duty: 'ack', period, shard: 1, requestedDue: null }],
    },
    [[directive, 'ConveneRound', { duty: 'ack', period, shard: 1, requestedDue: null }]],
  ],
  [
    'calls-review-of-period',
    directive,
    'RoundConvened',
    { ...convened, heading: { ...heading, dutyKind: 'review' }, plansNext: false, nextShard: null },
    [
      [
        round,
        'OpenRound',
        { heading: { ...heading, dutyKind: 'review' }, shard: 0, units, schedule, late: false },
      ],
      [directive, 'CallReviewOfPeriod', { duty: 'ack', period, cutOff: schedule.dueAt }],
    ],
  ],
  [
    'opens-review',
    directive,
    'ReviewCalled',
    { n: 2, kind: 'final' },
    [['directive/d-07/review/2', 'OpenReview', { n: 2, kind: 'final' }]],
  ],
  [
    'begins-self-assessment',
    'directive/d-07/review/2',
    'ReviewOpened',
    { selfAssessment: { duty: 'self', period: 'req-1' } },
    [['directive/d-07/review/2', 'BeginSelfAssessment', { duty: 'self', period: 'req-1' }]],
  ],
  [
    'notes-review-concluded',
    'directive/d-07/review/2',
    'ConclusionsRecorded',
    { conclusions: [], document: null },
    [[directive, 'NoteReviewConcluded', { review: 2 }]],
  ],
  [
    'notes-review-cancelled',
    'directive/d-07/review/2',
    'ReviewCancelled',
    { reason },
    [[directive, 'NoteReviewCancelled', { review: 2, reason }]],
  ],
  [
    'cancels-self-assessment',
    directive,
    'ReviewCancellationNoted',
    { review: 2, reason, round: { duty: 'ack', period: 'once' }, shards },
    rounds.map((stream) => [stream, 'CancelRound', { reason }]),
  ],
  [
    'sets-up-concluded-duty',
    'directive/d-07/review/2',
    'ConclusionDecided',
    { directive: 'd-07', key: 'Một là', duty: { id: 'conclusion-2-1' }, reason },
    [[directive, 'SetUpDuty', { duty: { id: 'conclusion-2-1' } }]],
  ],
  ...(
    [
      ['tells-reviews-superseded', 'DirectiveSuperseded', 'superseded'],
      ['tells-reviews-revoked', 'DirectiveRevoked', 'revoked'],
      ['tells-reviews-recalled', 'DirectiveRecalled', 'recalled'],
      ['tells-reviews-concluded', 'DirectiveConcluded', 'concluded'],
    ] as const
  ).map(
    ([name, type, how]) =>
      [
        name,
        directive,
        type,
        { reason, shards: [], reviews: [1, 2] },
        [1, 2].map((n) => [`directive/d-07/review/${n}`, 'NoteDirectiveEnded', { how, reason }]),
      ] as const,
  ),
  [
    'notes-what-feeds',
    directive,
    'DutyLinked',
    { duty: 'ack', unit: 'a', from: stated({ directive: 'd-x', duty: 'r' }), reason },
    [['directive/d-x', 'NoteFeeds', { duty: 'r', target: ABOVE, feeds: true }]],
  ],
  [
    'notes-what-feeds-no-more',
    directive,
    'DutyUnlinked',
    { duty: 'ack', unit: 'a', from: { directive: 'd-x', duty: 'r' }, reason },
    [['directive/d-x', 'NoteFeeds', { duty: 'r', target: ABOVE, feeds: false }]],
  ],
  [
    'answers-above',
    round,
    'ReportAccepted',
    {
      unit: 'b',
      submission: 2,
      feeding: { targets: [ABOVE], symbol: '1/CT', period, report: 'r', by: 'b' },
    },
    [
      [
        directive,
        'TakeChildReport',
        {
          duty: 'ack',
          unit: 'a',
          period,
          child: {
            symbol: '1/CT',
            obligation: obligationId(parseRoundStream(round)!, 'b'),
            submission: 2,
            by: 'b',
            report: 'r',
          },
        },
      ],
    ],
  ],
  [
    'answers-above-afterwards',
    round,
    'AcceptedReportFed',
    {
      unit: 'b',
      submission: 1,
      feeding: { targets: [ABOVE], symbol: '1/CT', period, report: 'r', by: 'b' },
    },
    [
      [
        directive,
        'TakeChildReport',
        {
          ...{ duty: 'ack', unit: 'a', period },
          child: {
            ...{ symbol: '1/CT', submission: 1, by: 'b', report: 'r' },
            obligation: obligationId(parseRoundStream(round)!, 'b'),
          },
        },
      ],
    ],
  ],
  [
    'notes-in-open-rounds',
    directive,
    'FeedsNoted',
    {
      ...{ duty: 'ack', target: ABOVE, feeds: true },
      shards: [{ duty: 'ack', period: 'once', shard: 0 }],
    },
    [[`${directive}/round/ack/once/0`, 'NoteRoundFeeds', { target: ABOVE, feeds: true }]],
  ],
  [
    'feeds-report',
    directive,
    'ChildReportTaken',
    { duty: 'ack', period: 'once', shard: 0, unit: 'a', child: 'c' },
    [[`${directive}/round/ack/once/0`, 'FeedReport', { unit: 'a', child: 'c' }]],
  ],
  [
    'begins-reorganisation',
    'org',
    'UnitsReorganised',
    { ...NAMED, successions: [], changes: [], register: [], heirs: [] },
    [[set, 'BeginReorganisation', { ...NAMED, successions: [] }]],
  ],
  [
    'begins-hand-back',
    'org',
    'ReorganisationUndone',
    { ...NAMED, reason, restored: ['a'] },
    [[set, 'BeginHandBack', { ...NAMED, reason }]],
  ],
  ...(
    [
      ['lists-directives', 'ReorganisationBegun', NAMED, 0],
      ['lists-directives-for-heir', 'HeirDecided', { pass: 1 }, 1],
      ['lists-directives-to-hand-back', 'HandBackBegun', { ...NAMED, reason, pass: 2 }, 2],
    ] as const
  ).map(
    ([name, type, data, pass]) =>
      [name, set, type, data, [[set, 'ListDirectives', { pass, after: null }]]] as const,
  ),
  [
    'asks-hand-over',
    set,
    'DirectivesListed',
    { ...HAND_OVER, successions: [], directives: ['d-07'], next: null },
    [[directive, 'HandOverUnits', { ...HAND_OVER, successions: [] }]],
  ],
  [
    'lists-more-directives',
    set,
    'DirectivesListed',
    { ...HAND_OVER, successions: [], directives: [], next: 'd-07' },
    [[set, 'ListDirectives', { pass: 0, after: 'd-07' }]],
  ],
  ...(['asks-transfers', 'notes-hand-over'] as const).map(
    (name) =>
      [
        name,
        directive,
        'HandOverAsked',
        { ...HAND_OVER, successions: [], rounds: ASKED },
        [
          [round, 'TransferObligations', { ...HAND_OVER, successions: [] }],
          [set, 'NoteHandOver', { pass: 0, directive: 'd-07', rounds: ASKED }],
        ],
      ] as const,
  ),
  [
    'notes-transfer',
    round,
    'ObligationsTransferred',
    { ...HAND_OVER, moved: 3, last: true, blocked: [{ owner: 'a', units: ['a', 'b'] }] },
    [
      [
        set,
        'NoteTransfer',
        { pass: 0, ...parseRoundStream(round)!, moved: 3, blocked: [{ unit: 'a', count: 2 }] },
      ],
    ],
  ],
  [
    'notes-reorganisation-done',
    set,
    'ReorganisationCompleted',
    { reorganisation: 's1', moved: 3, heirs: ['b'] },
    [['org', 'NoteReorganisationDone', { id: 's1', back: false, heirs: ['b'] }]],
  ],
  [
    'notes-hand-back-done',
    set,
    'HandBackCompleted',
    { reorganisation: 's1', moved: 3 },
    [['org', 'NoteReorganisationDone', { id: 's1', back: true, heirs: [] }]],
  ],
  ...(
    [
      ['cancels-superseded-rounds', 'DirectiveSuperseded', 'CancelRound'],
      ['cancels-revoked-rounds', 'DirectiveRevoked', 'CancelRound'],
      ['cancels-recalled-rounds', 'DirectiveRecalled', 'CancelRound'],
      ['closes-concluded-rounds', 'DirectiveConcluded', 'CloseRound'],
    ] as const
  ).map(
    ([name, type, asked]) =>
      [
        name,
        directive,
        type,
        { reason, shards },
        rounds.map((one) => [one, asked, { reason }]),
      ] as const,
  ),
];

test.each(ROWS)('%s', (name, stream, type, data, expected) => {
  const asked = react({ id: `${stream}@7`, stream, type, data, at });
  expect(asked.map((one) => [one.stream, one.type, one.data])).toEqual(expected);
  expect(asked.map(({ reaction }) => reaction)).toContain(name);
  for (const one of asked) expect(refusalOf(one)).not.toBe('command.unknown');
});

test('every reaction of the table has a name of its own and is tested above', () => {
  const names = REACTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect([...names].sort()).toEqual(ROWS.map(([name]) => name).sort());
});

test('an event of the same name in another kind of stream asks for nothing', () => {
  expect(react({ id: 'x', stream: 'org', type: 'RoundClosed', data: {}, at })).toEqual([]);
  expect(react({ id: 'x', stream: round, type: 'ReportSubmitted', data: {}, at })).toEqual([]);
});

function refusalOf({ stream, type, data }: AskedCommand): string | null {
  const decider = deciderOf(stream);
  const times = { receivedAt: at, effectiveAt: at };
  const command: Command = { id: 'c', stream, type, data, actor: SYSTEM, ...times };
  const decision = decider.decide(decider.initial, command);
  return decision.ok ? null : decision.rejection.code;
}
