/**
 * What is asked in the years of the quarterly directive, as commands with instants. Units behave as in the sample
 * drill, in the shares of its large rounds.
 */
import {
  addWorkingDays,
  localDateOf,
  plusMillis,
  toInstant,
  VIETNAM,
} from '../../../libs/calendar';
import {
  directiveStream,
  parseRoundStream,
  roundId,
  type Actor,
  type Instant,
} from '../../../libs/domain';
import { assign, MANNERS, type Act, type Manner, type Moment, type Shares } from '../../../samples';
import { issueOfLetter, type DrillAct, type OpenedData } from '../../../apps/standalone/drill-acts';
import type { Play } from '../../../apps/standalone/drill-player';
import { referenceActs } from '../../../apps/standalone/reference-data';
import {
  agencies,
  DIRECTIVE,
  draft,
  duties,
  issue,
  ministry,
  MINISTRY,
} from './quarterly-directive';

/** Of a thousand: the shares of the sample drill's large rounds; who is left over by rounding reports early. */
const SHARES: Shares = [
  ['mid', 222],
  ['onTheDot', 48],
  ['late', 48],
  ['returnedInTime', 16],
  ['returnedLate', 16],
  ['never', 16],
];
const UNITS_A_COMMAND = 100;
const HOUR_MS = 3_600_000;

const OPERATOR: Actor = { id: 'quan-tri', role: 'operator', unit: null };
const CLERK: Actor = { id: 'van-thu', role: 'clerk', unit: MINISTRY };
const RECEIVER: Actor = { id: 'tiep-nhan', role: 'standingBody', unit: MINISTRY };

export function quarterlyPlay(startsAt: Instant, count: number): Play {
  const opened = new Map<string, OpenedData>();
  return {
    foundations: foundations(startsAt, count),
    script: issuing(startsAt),
    following(stream, event) {
      if (event.type === 'RoundOpened') {
        opened.set(stream, event.data);
        return actsOfRound(stream, event.data, event.at);
      }
      const round = event.type === 'RungReached' ? opened.get(stream) : undefined;
      if (event.type !== 'RungReached' || round === undefined) return [];
      const letter = issueOfLetter(round, event.data, event.at);
      return letter ? [letter] : [];
    },
  };
}

/** Calendars and policies as in the sample drill, and units of our own. */
function foundations(at: Instant, count: number): DrillAct[] {
  const rules = referenceActs(at).filter(({ type }) => type !== 'RegisterUnits');
  const all = agencies(count);
  const groups = [[ministry()]];
  for (let from = 0; from < all.length; from += UNITS_A_COMMAND) {
    groups.push(all.slice(from, from + UNITS_A_COMMAND));
  }
  const units = groups.map((group, n) => ({
    ...{ at, key: `units ${n}`, stream: 'org', type: 'RegisterUnits', actor: OPERATOR },
    data: { units: group },
  }));
  return [...rules, ...units];
}

function issuing(at: Instant): DrillAct[] {
  const stream = directiveStream(DIRECTIVE);
  const act = (type: string, after: number, data: unknown): DrillAct => ({
    at: plusMillis(at, after),
    key: type,
    ...{ stream, type, data, actor: CLERK },
  });
  return [
    act('RegisterDirective', HOUR_MS, { draft, duties }),
    act('IssueDirective', 2 * HOUR_MS, issue),
  ];
}

/** What the units of a round just opened will do, and what the ministry will answer. */
function actsOfRound(stream: string, opened: OpenedData, openedAt: Instant): DrillAct[] {
  const { units, schedule } = opened;
  const { directive, duty, period } = parseRoundStream(stream)!;
  const dealt = assign(
    'bench',
    roundId(directive, duty, period),
    units.map(({ unit }) => unit),
    sharesFor(units.length),
  );
  return dealt.flatMap(({ unit, manner }) =>
    MANNERS[manner].map((act, index) => ({
      at: momentOf(act.when, schedule.dueAt, openedAt),
      key: `${stream} ${unit} ${index}`,
      stream,
      ...saidBy(unit, act),
    })),
  );
}

function sharesFor(count: number): Shares {
  const others = SHARES.map(([manner, of]): [Manner, number] => [
    manner,
    Math.round((of * count) / 1_000),
  ]);
  const left = count - others.reduce((sum, [, n]) => sum + n, 0);
  return [['early', left], ...others];
}

function saidBy(unit: string, { act }: Act): Pick<DrillAct, 'type' | 'data' | 'actor'> {
  switch (act) {
    case 'submit':
      return {
        type: 'SubmitReport',
        data: { unit, report: reportOf(unit) },
        actor: { id: `dau-moi-${unit}`, role: 'focal', unit },
      };
    case 'accept':
      return { type: 'AcceptReport', data: { unit, note: null }, actor: RECEIVER };
    case 'return':
      return {
        type: 'ReturnReport',
        data: { unit, reason: 'Thiếu phụ lục số liệu' },
        actor: RECEIVER,
      };
    default:
      throw new Error(`nobody of the quarterly directive does ${act}`);
  }
}

function reportOf(unit: string) {
  return {
    number: `1/BC-${unit}`,
    date: '2019-01-02',
    signer: 'Thủ trưởng đơn vị',
    summary: 'Nội dung giả định',
    nil: false,
    contentSha256: null,
    files: [],
  };
}

function momentOf(when: Moment, dueAt: Instant, openedAt: Instant): Instant {
  if ('hoursAfterOpening' in when) return plusMillis(openedAt, when.hoursAfterOpening * 3_600_000);
  if ('at' in when) return dueAt;
  if ('date' in when) return toInstant(VIETNAM.zone, { date: when.date, time: when.hour });
  const due = localDateOf(VIETNAM.zone, dueAt);
  const date = when.workingDays === 0 ? due : addWorkingDays(VIETNAM, due, when.workingDays).date;
  return toInstant(VIETNAM.zone, { date, time: when.hour });
}
