/** What offices do, as one word each: who acts is the usual one unless the test says another. */
import { REACTOR, type Actor, type Instant, type LocalDate } from '../../kernel';
import type { ExpectedUnit, FeedTarget, RoundHeading } from '../../directive/types';
import type { CommandOf } from '../obligation';
import type { PlannedSchedule, Report, RoundCommandType } from '../types';
import { command, heading, OPENED_AT, report, schedule } from './fixture';

/** A person of a unit: `clerkOf('nga-son')`; a second person is `clerkOf('nga-son', 2)`. */
export function clerkOf(unit: string, person = 1): Actor {
  return { id: `${unit}-${person}`, role: 'clerk', unit };
}

type When = { readonly at?: Instant; readonly by?: Actor };

function rest<T extends RoundCommandType>(
  usual: Actor,
  { at, by }: When,
  plan?: PlannedSchedule | null,
): Partial<CommandOf<T>> {
  return {
    actor: by ?? usual,
    ...(at && { effectiveAt: at, receivedAt: at }),
    ...(plan && { plan: { schedule: plan } }),
  } as Partial<CommandOf<T>>;
}

const V28 = clerkOf(heading.standingBody);
const RECEIVER = clerkOf('bcd-138');

export const UNITS: readonly ExpectedUnit[] = [
  { unit: 'nga-son', superior: 'ca-thanh-hoa' },
  { unit: 'tinh-gia', superior: 'ubnd-thanh-hoa' },
  { unit: 'sam-son', superior: null },
];

export type Opening = {
  readonly units?: readonly ExpectedUnit[];
  readonly heading?: Partial<RoundHeading>;
  readonly schedule?: Partial<PlannedSchedule>;
  readonly late?: boolean;
  readonly at?: Instant;
};

export const opens = ({ units, late, at, ...of }: Opening = {}) =>
  command(
    'OpenRound',
    {
      heading: { ...heading, ...of.heading },
      shard: 0,
      units: units ?? UNITS,
      schedule: schedule(of.schedule),
      late: late ?? false,
    },
    { ...rest<'OpenRound'>(REACTOR, { at: at ?? OPENED_AT }) },
  );

export const submits = (
  unit: string,
  of: When & { readonly report?: Partial<Report>; readonly afterClosing?: boolean } = {},
) =>
  command(
    'SubmitReport',
    {
      unit,
      report: { ...report, ...of.report },
      ...(of.afterClosing && { afterClosing: true }),
    },
    rest<'SubmitReport'>(clerkOf(unit), of),
  );

export const withdraws = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'WithdrawReport',
    { unit, reason: of.reason ?? 'gửi nhầm bản' },
    rest<'WithdrawReport'>(clerkOf(unit), of),
  );

export const accepts = (unit: string, of: When = {}) =>
  command('AcceptReport', { unit, note: null }, rest<'AcceptReport'>(RECEIVER, of));

export const returns = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'ReturnReport',
    { unit, reason: of.reason ?? 'thiếu phụ lục' },
    rest<'ReturnReport'>(RECEIVER, of),
  );

export const passesOn = (unit: string, of: When = {}) =>
  command('PassOnReport', { unit, note: null }, rest<'PassOnReport'>(clerkOf('pv28'), of));

export const corrects = (
  unit: string,
  of: When & { readonly report?: Partial<Report>; readonly reason?: string } = {},
) =>
  command(
    'CorrectReport',
    { unit, report: { ...report, ...of.report }, reason: of.reason ?? 'cộng nhầm một xã' },
    rest<'CorrectReport'>(clerkOf(unit), of),
  );

export const acceptsCorrection = (unit: string, of: When = {}) =>
  command('AcceptCorrection', { unit, note: null }, rest<'AcceptCorrection'>(RECEIVER, of));

export const rejectsCorrection = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'RejectCorrection',
    { unit, reason: of.reason ?? 'không kèm bảng kê' },
    rest<'RejectCorrection'>(RECEIVER, of),
  );

export const declines = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'RefuseObligation',
    { unit, reason: of.reason ?? 'không thuộc địa bàn' },
    rest<'RefuseObligation'>(clerkOf(unit), of),
  );

export const upholds = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'UpholdObligation',
    { unit, reason: of.reason ?? 'thuộc diện phải báo cáo' },
    rest<'UpholdObligation'>(V28, of),
  );

export const waives = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'WaiveObligation',
    { unit, reason: of.reason ?? 'bão lũ' },
    rest<'WaiveObligation'>(V28, of),
  );

export const marksNotApplicable = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'MarkNotApplicable',
    { unit, reason: of.reason ?? 'đã sáp nhập' },
    rest<'MarkNotApplicable'>(V28, of),
  );

type Asking = When & { readonly reason?: string; readonly plan?: PlannedSchedule | null };

export const asksForTime = (unit: string, proposedDate: LocalDate, of: Asking = {}) =>
  command(
    'RequestExtension',
    { unit, proposedDate, reason: of.reason ?? 'chờ số liệu cấp xã' },
    rest<'RequestExtension'>(clerkOf(unit), of, of.plan),
  );

export const decidesExtension = (
  unit: string,
  decision: 'grant' | 'deny' | 'counter',
  of: Asking & { readonly date?: LocalDate } = {},
) =>
  command(
    'DecideExtension',
    { unit, decision, date: of.date ?? null, reason: of.reason ?? 'có lý do chính đáng' },
    rest<'DecideExtension'>(V28, of, of.plan),
  );

export const answersCounter = (unit: string, agree: boolean, of: Asking = {}) =>
  command(
    'AnswerCounterProposal',
    { unit, agree },
    rest<'AnswerCounterProposal'>(clerkOf(unit), of, of.plan),
  );

export const substitutes = (
  unit: string,
  by: string,
  of: When & { readonly from: Instant; readonly to: Instant; readonly reason?: string },
) =>
  command(
    'SubstituteUnit',
    { unit, by, from: of.from, to: of.to, reason: of.reason ?? 'đơn vị đang sắp xếp lại' },
    rest<'SubstituteUnit'>(V28, of),
  );

export const entersPaper = (
  unit: string,
  receivedOnPaperAt: Instant,
  of: When & { readonly report?: Partial<Report> } = {},
) =>
  command(
    'EnterPaperReport',
    { unit, receivedOnPaperAt, report: { ...report, ...of.report } },
    rest<'EnterPaperReport'>(clerkOf('pv28'), of),
  );

export const confirmsPaper = (unit: string, of: When = {}) =>
  command('ConfirmPaperReport', { unit }, rest<'ConfirmPaperReport'>(clerkOf('pv28', 2), of));

export const rejectsPaper = (unit: string, of: When & { reason?: string } = {}) =>
  command(
    'RejectPaperReport',
    { unit, reason: of.reason ?? 'sai đơn vị' },
    rest<'RejectPaperReport'>(clerkOf('pv28', 2), of),
  );

export const telephones = (unit: string, of: When & { note?: string } = {}) =>
  command(
    'RecordTelephoneUrging',
    { unit, note: of.note ?? 'hứa gửi ngày mai', spokenTo: 'Chánh văn phòng' },
    rest<'RecordTelephoneUrging'>(clerkOf('pv28'), of),
  );

export const issuesLetter = (
  letter: string,
  of: When & { readonly number?: string; readonly signer?: string } = {},
) =>
  command(
    'IssueUrgingLetter',
    {
      letter,
      number: of.number ?? '345/CAT-PV28',
      date: '2018-12-19',
      signer: of.signer ?? 'Phó Giám đốc',
    },
    rest<'IssueUrgingLetter'>(V28, of),
  );

export const explains = (unit: string, of: When & { text?: string } = {}) =>
  command(
    'GiveExplanation',
    { unit, text: of.text ?? 'Do thay đổi cán bộ.' },
    rest<'GiveExplanation'>(clerkOf(unit), of),
  );

export const closes = (of: When & { reason?: string } = {}) =>
  command('CloseRound', { reason: of.reason ?? 'hết kỳ' }, rest<'CloseRound'>(V28, of));

export const suspends = (of: When = {}) =>
  command('SuspendRound', { reason: 'chờ sửa đổi' }, rest<'SuspendRound'>(REACTOR, of));

export const resumes = (
  of: When & { readonly newDueDate?: LocalDate; readonly plan?: PlannedSchedule } = {},
) =>
  command(
    'ResumeRound',
    { reason: 'đã sửa đổi', newDueDate: of.newDueDate ?? null },
    rest<'ResumeRound'>(REACTOR, of, of.plan),
  );

export const cancels = (of: When = {}) =>
  command('CancelRound', { reason: 'chỉ thị bị bãi bỏ' }, rest<'CancelRound'>(REACTOR, of));

export const replansHeld = (
  from: string,
  rungs: readonly string[],
  of: When & { readonly plan?: PlannedSchedule; readonly units?: readonly string[] } = {},
) =>
  command(
    'ReplanHeldRungs',
    { schedule: from, rungs, units: of.units ?? UNITS.map(({ unit }) => unit) },
    rest<'ReplanHeldRungs'>(REACTOR, of, of.plan),
  );

export const notesFeeds = (target: FeedTarget, feeds: boolean, of: When = {}) =>
  command('NoteRoundFeeds', { target, feeds }, rest<'NoteRoundFeeds'>(REACTOR, of));

/** A change set: who ended and who takes over (null: nobody yet). Each pass is asked once. */
export const transfers = (
  successions: readonly { readonly from: string; readonly to: string | null }[],
  of: When & {
    readonly reorganisation?: string;
    readonly pass?: number;
    readonly back?: boolean;
  } = {},
) =>
  command(
    'TransferObligations',
    {
      reorganisation: of.reorganisation ?? 'cai-cach-2025',
      pass: of.pass ?? 0,
      back: of.back ?? false,
      title: 'Sắp xếp đơn vị hành chính cấp huyện',
      on: '2018-12-10',
      source: 'nghị quyết',
      reason: null,
      successions: successions.map((one) => ({ ...one, superior: 'ubnd-thanh-hoa' })),
    },
    rest<'TransferObligations'>(REACTOR, of),
  );
