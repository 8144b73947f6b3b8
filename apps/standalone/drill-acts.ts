/** What the drill's script and its invented conduct ask, as commands with instants: pure, so that a repeat asks the same. */
import { addWorkingDays, localDateOf, plusMillis, toInstant, VIETNAM } from '../../libs/calendar';
import {
  directiveStream,
  obligationId,
  fittedDraft,
  roundStream,
  type Actor,
  type Form,
  type Instant,
  type LocalDate,
  type ReportData,
  type RoundEvent,
  type ShardRef,
} from '../../libs/domain';
import {
  conductOf,
  EXTENDED_TO,
  figuresOf,
  MANNERS,
  script,
  type Act,
  type Moment,
  type ScriptedAct,
} from '../../samples';

export type DrillAct = {
  readonly at: Instant;
  readonly key: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
  /** The obligation whose report it is, when that is drafted by the engine from what was accepted below. */
  readonly consolidates?: string;
};

export type OpenedData = Extract<RoundEvent, { type: 'RoundOpened' }>['data'];
type RungData = Extract<RoundEvent, { type: 'RungReached' }>['data'];

/** What somebody else registers meanwhile has no conduct in the script and is left alone. */
export function isOfDrill(directive: string): boolean {
  return script.some(({ target }) => 'directive' in target && target.directive === directive);
}

export function scriptedActs(): DrillAct[] {
  return script.map((act) => ({ ...act, stream: streamOf(act) }));
}

function streamOf({ target }: ScriptedAct): string {
  return 'stream' in target ? target.stream : directiveStream(target.directive);
}

/** What the units of a round just opened will do, and what its receivers will answer. */
export function actsOfRound(seed: string, opened: OpenedData, openedAt: Instant): DrillAct[] {
  const { heading, shard, units, schedule } = opened;
  const ref = {
    directive: heading.directive,
    duty: heading.duty,
    period: heading.period.id,
    shard,
  };
  const dealt = conductOf(
    seed,
    ref,
    units.map(({ unit }) => unit),
  );
  const dueAt = schedule.dueAt;
  return dealt.flatMap(({ unit, manner }) =>
    MANNERS[manner].flatMap((act, index) => {
      const acted = actOf({
        ref,
        opened,
        unit,
        act,
        index,
        at: momentOf(act.when, dueAt, openedAt),
      });
      return act.act === 'accept' ? [...passedOn(opened, acted, unit), acted] : [acted];
    }),
  );
}

type Asked = {
  readonly ref: ShardRef;
  readonly opened: OpenedData;
  readonly unit: string;
  readonly act: Act;
  readonly index: number;
  readonly at: Instant;
};

function actOf({ ref, opened, unit, act, index, at }: Asked): DrillAct {
  const { heading } = opened;
  const stream = roundStream(ref);
  const base = { at, key: `${stream} ${unit} ${index}`, stream };
  const focal: Actor = { id: `dau-moi-${unit}`, role: 'focal', unit };
  const receiving = heading.to[0]!;
  const receiver: Actor = { id: `tiep-nhan-${receiving}`, role: 'standingBody', unit: receiving };
  const directing: Actor = {
    id: `thuong-truc-${heading.standingBody}`,
    role: 'standingBody',
    unit: heading.standingBody,
  };
  const invented = 'Nội dung giả định (chạy mô phỏng)';
  switch (act.act) {
    case 'submit': {
      const report = {
        number: heading.dutyKind === 'acknowledge' ? null : `${index + 1}/BC-${unit}`,
        date: localDateOf(VIETNAM.zone, at),
        signer: heading.dutyKind === 'acknowledge' ? null : 'Thủ trưởng đơn vị',
        summary: invented,
        nil: false,
        contentSha256: null,
        files: [],
        ...(heading.form && !rollsUp(ref) ? { data: filledIn(ref, heading.form) } : {}),
      };
      const submits = { ...base, type: 'SubmitReport', data: { unit, report }, actor: focal };
      return rollsUp(ref) ? { ...submits, consolidates: obligationId(ref, unit) } : submits;
    }
    case 'accept':
      return { ...base, type: 'AcceptReport', data: { unit, note: null }, actor: receiver };
    case 'return': {
      const reason = 'Thiếu phụ lục số liệu (chạy mô phỏng)';
      return { ...base, type: 'ReturnReport', data: { unit, reason }, actor: receiver };
    }
    case 'requestExtension': {
      const data = {
        unit,
        proposedDate: EXTENDED_TO,
        reason: 'Cần thêm thời gian (chạy mô phỏng)',
      };
      return { ...base, type: 'RequestExtension', data, actor: focal };
    }
    case 'grantExtension': {
      const data = { unit, decision: 'grant', date: EXTENDED_TO, reason: 'Đồng ý (chạy mô phỏng)' };
      return { ...base, type: 'DecideExtension', data, actor: directing };
    }
  }
}

/** The report of the steering committee is made from those of its units, and not invented. */
const rollsUp = ({ duty }: ShardRef): boolean => duty === 'rollup';

function filledIn(ref: ShardRef, form: Form): ReportData {
  const { sections, values } = figuresOf(ref, form.version);
  return { ...fittedDraft(form, values, []).data, sections };
}

/** Two hours before its receiver accepts a report, the channel passes it on; nothing where there is no channel. */
function passedOn({ heading: { via } }: OpenedData, accepting: DrillAct, unit: string): DrillAct[] {
  if (via === null) return [];
  return [
    {
      ...accepting,
      at: plusMillis(accepting.at, -2 * 3_600_000),
      key: `${accepting.key} passed on`,
      type: 'PassOnReport',
      data: { unit, note: null },
      actor: { id: `dau-moi-${via}`, role: 'standingBody', unit: via },
    },
  ];
}

type Submitted = Extract<RoundEvent, { type: 'ReportSubmitted' }>['data'];

/** A day after another directive's report has answered for a unit, its channel has passed it on and its receiver accepts it. */
export function acceptanceOfFed(
  stream: string,
  opened: OpenedData,
  { unit, submission }: Submitted,
  at: Instant,
): DrillAct[] {
  if (submission.channel !== 'rollUp') return [];
  const receiving = opened.heading.to[0]!;
  const accepting: DrillAct = {
    at: plusMillis(at, 24 * 3_600_000),
    key: `${stream} ${unit} accept ${submission.ordinal}`,
    stream,
    type: 'AcceptReport',
    data: { unit, note: null },
    actor: { id: `tiep-nhan-${receiving}`, role: 'standingBody', unit: receiving },
  };
  return [...passedOn(opened, accepting, unit), accepting];
}

/** Six hours after a letter was drafted somebody gives it its number and signs it. */
export function issueOfLetter(opened: OpenedData, rung: RungData, at: Instant): DrillAct | null {
  if (rung.letter === null) return null;
  const { heading, shard } = opened;
  const ref = {
    directive: heading.directive,
    duty: heading.duty,
    period: heading.period.id,
    shard,
  };
  const stream = roundStream(ref);
  const issuedAt = plusMillis(at, 6 * 3_600_000);
  return {
    at: issuedAt,
    key: `${stream} ${rung.letter}`,
    stream,
    type: 'IssueUrgingLetter',
    data: {
      letter: rung.letter,
      number: `${heading.period.id}-${heading.duty}/ĐĐ`,
      date: localDateOf(VIETNAM.zone, issuedAt),
      signer: 'Người ký giả định (chạy mô phỏng)',
    },
    actor: {
      id: `thuong-truc-${heading.standingBody}`,
      role: 'standingBody',
      unit: heading.standingBody,
    },
  };
}

function momentOf(when: Moment, dueAt: Instant, openedAt: Instant): Instant {
  if ('hoursAfterOpening' in when) return plusMillis(openedAt, when.hoursAfterOpening * 3_600_000);
  if ('at' in when) return dueAt;
  const date =
    'date' in when ? when.date : workingDay(localDateOf(VIETNAM.zone, dueAt), when.workingDays);
  return toInstant(VIETNAM.zone, { date, time: when.hour });
}

function workingDay(from: LocalDate, days: number): LocalDate {
  return days === 0 ? from : addWorkingDays(VIETNAM, from, days).date;
}
