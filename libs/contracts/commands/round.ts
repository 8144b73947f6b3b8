/** Commands about an obligation and its round. An obligation's id names its shard, so one id addresses one stream. */
import { z } from 'zod';
import { parseObligationId, roundStream } from '../../domain';
import type { RoundCommand, Text } from '../../domain';
import { report } from '../schemas/report';
import { instant, line, localDate, orNull, prose, shortId } from '../schemas/text';
import { internal, open, type DataOf } from './row';
import type { Right } from './rights';

const obligationParams = z.strictObject({
  obligationId: z
    .string()
    .max(300)
    .refine((id) => parseObligationId(id) !== null, { error: 'obligation.id-malformed' }),
});

const ROUND_ID = /^[A-Za-z0-9-]+~[A-Za-z0-9-]+~[A-Za-z0-9-]+$/;

const shardParams = z.strictObject({
  roundId: z.string().max(220).regex(ROUND_ID, { error: 'round.id-malformed' }),
  shard: z.coerce.number<string | number>().int().min(0).max(999_999),
});

const reason = prose(2_000);
const why = z.strictObject({ reason });
const nothing = z.strictObject({}).default({});

type RoundType = Exclude<RoundCommand['type'], 'WakeUp'>;
type Without<T extends RoundType> = Omit<DataOf<T>, 'unit'>;
type Ask<T extends RoundType> = {
  action: string;
  right: Right;
  summary: Text;
  body: z.ZodType<Without<T>>;
};

/** A command on one obligation: the unit comes from the address, never from the body. */
function on<T extends RoundType>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'round',
    route: `POST /v1/obligations/{obligationId}/${action}`,
    params: obligationParams,
    stream: ({ obligationId }) => roundStream(parseObligationId(obligationId)!),
    data: (body, { obligationId }) =>
      ({ ...body, unit: parseObligationId(obligationId)!.unit }) as DataOf<T>,
  });
}

function shardOf({ roundId, shard }: z.output<typeof shardParams>): string {
  const [directive, duty, period] = roundId.split('~') as [string, string, string];
  return roundStream({ directive, duty, period, shard });
}

export const ROUND_COMMANDS = {
  SubmitReport: on('SubmitReport', {
    action: 'submit',
    right: 'obligation.submit',
    summary: { vi: 'Gửi báo cáo', en: 'Submit the report' },
    body: z.strictObject({ report, afterClosing: z.boolean().optional() }),
  }),
  WithdrawReport: on('WithdrawReport', {
    action: 'withdraw',
    right: 'obligation.submit',
    summary: { vi: 'Rút báo cáo trước khi được chấp nhận', en: 'Withdraw before acceptance' },
    body: why,
  }),
  AcceptReport: on('AcceptReport', {
    action: 'accept',
    right: 'obligation.judge',
    summary: { vi: 'Chấp nhận báo cáo', en: 'Accept the report' },
    body: z.strictObject({ note: orNull(prose(2_000)) }).default({ note: null }),
  }),
  ReturnReport: on('ReturnReport', {
    action: 'return',
    right: 'obligation.judge',
    summary: { vi: 'Trả lại, yêu cầu bổ sung', en: 'Return for revision' },
    body: why,
  }),
  PassOnReport: on('PassOnReport', {
    action: 'pass-on',
    right: 'obligation.judge',
    summary: {
      vi: 'Đầu mối chuyển báo cáo lên nơi nhận',
      en: 'The channel passes the report on to its receiver',
    },
    body: z.strictObject({ note: orNull(prose(2_000)) }).default({ note: null }),
  }),
  CorrectReport: on('CorrectReport', {
    action: 'correct',
    right: 'obligation.submit',
    summary: {
      vi: 'Gửi lại số liệu đính chính sau khi báo cáo đã được chấp nhận',
      en: 'Correct a report that was accepted',
    },
    body: z.strictObject({ report, reason }),
  }),
  AcceptCorrection: on('AcceptCorrection', {
    action: 'accept-correction',
    right: 'obligation.judge',
    summary: { vi: 'Chấp nhận đính chính', en: 'Accept a correction' },
    body: z.strictObject({ note: orNull(prose(2_000)) }).default({ note: null }),
  }),
  RejectCorrection: on('RejectCorrection', {
    action: 'reject-correction',
    right: 'obligation.judge',
    summary: { vi: 'Không chấp nhận đính chính', en: 'Reject a correction' },
    body: why,
  }),
  RefuseObligation: on('RefuseObligation', {
    action: 'refuse',
    right: 'obligation.submit',
    summary: { vi: 'Từ chối tiếp nhận, nêu lý do', en: 'Refuse the obligation, with a reason' },
    body: why,
  }),
  UpholdObligation: on('UpholdObligation', {
    action: 'uphold',
    right: 'obligation.judge',
    summary: { vi: 'Giữ nguyên nghĩa vụ sau khi bị từ chối', en: 'Uphold a refused obligation' },
    body: why,
  }),
  WaiveObligation: on('WaiveObligation', {
    action: 'waive',
    right: 'obligation.judge',
    summary: { vi: 'Miễn', en: 'Waive' },
    body: why,
  }),
  MarkNotApplicable: on('MarkNotApplicable', {
    action: 'not-applicable',
    right: 'obligation.judge',
    summary: { vi: 'Không thuộc đối tượng', en: 'Mark as not applicable' },
    body: why,
  }),
  RequestExtension: on('RequestExtension', {
    action: 'request-extension',
    right: 'obligation.submit',
    summary: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
    body: z.strictObject({ proposedDate: localDate, reason }),
  }),
  DecideExtension: on('DecideExtension', {
    action: 'decide-extension',
    right: 'obligation.judge',
    summary: { vi: 'Quyết định gia hạn', en: 'Decide a request for extension' },
    body: z.strictObject({
      decision: z.enum(['grant', 'deny', 'counter']),
      date: orNull(localDate),
      reason,
    }),
  }),
  AnswerCounterProposal: on('AnswerCounterProposal', {
    action: 'answer-counter-proposal',
    right: 'obligation.submit',
    summary: { vi: 'Trả lời ngày được đề xuất lại', en: 'Answer a counter-proposed date' },
    body: z.strictObject({ agree: z.boolean() }),
  }),
  SubstituteUnit: on('SubstituteUnit', {
    action: 'substitute',
    right: 'obligation.judge',
    summary: { vi: 'Giao đơn vị khác trả lời thay', en: 'Let another unit answer for it' },
    body: z.strictObject({ by: shortId, from: instant, to: instant, reason }),
  }),
  EnterPaperReport: on('EnterPaperReport', {
    action: 'paper-report',
    right: 'obligation.record',
    summary: {
      vi: 'Nhập báo cáo giấy với thời điểm nhận thực tế',
      en: 'Enter a paper report with its true time of receipt',
    },
    body: z.strictObject({ report, receivedOnPaperAt: instant }),
  }),
  ConfirmPaperReport: on('ConfirmPaperReport', {
    action: 'confirm-paper-report',
    right: 'obligation.record',
    summary: { vi: 'Xác nhận báo cáo giấy (người thứ hai)', en: 'Confirm a paper report' },
    body: nothing,
  }),
  RejectPaperReport: on('RejectPaperReport', {
    action: 'reject-paper-report',
    right: 'obligation.record',
    summary: { vi: 'Không xác nhận báo cáo giấy', en: 'Reject a paper report' },
    body: why,
  }),
  RecordTelephoneUrging: on('RecordTelephoneUrging', {
    action: 'telephone-urging',
    right: 'obligation.record',
    summary: { vi: 'Ghi nhận đôn đốc qua điện thoại', en: 'Record urging by telephone' },
    body: z.strictObject({ note: prose(2_000), spokenTo: line(200) }),
  }),
  GiveExplanation: on('GiveExplanation', {
    action: 'explanation',
    right: 'obligation.submit',
    summary: { vi: 'Giải trình', en: 'Give an explanation' },
    body: z.strictObject({ text: prose(8_000) }),
  }),
  IssueUrgingLetter: open('IssueUrgingLetter', {
    kind: 'round',
    route: 'POST /v1/rounds/{roundId}/shards/{shard}/letters/{letter}/issue',
    right: 'round.manage',
    summary: { vi: 'Ban hành văn bản đôn đốc', en: 'Issue an urging letter' },
    params: shardParams.extend({ letter: z.string().min(1).max(120) }),
    body: z.strictObject({ number: line(60), date: localDate, signer: line(200) }),
    stream: shardOf,
    data: (body, { letter }) => ({ letter, ...body }),
  }),
  CloseRound: open('CloseRound', {
    kind: 'round',
    route: 'POST /v1/rounds/{roundId}/shards/{shard}/close',
    right: 'round.manage',
    summary: { vi: 'Đóng đợt', en: 'Close the round' },
    params: shardParams,
    body: why,
    stream: shardOf,
    data: (body) => body,
  }),
  FeedReport: internal('FeedReport', 'round', {
    vi: 'Gửi báo cáo đã được chấp nhận ở cấp dưới',
    en: 'Hand in the report accepted one level below',
  }),
  OpenRound: internal('OpenRound', 'round', { vi: 'Mở một phần của đợt', en: 'Open a shard' }),
  SuspendRound: internal('SuspendRound', 'round', { vi: 'Tạm dừng đợt', en: 'Suspend the round' }),
  ResumeRound: internal('ResumeRound', 'round', { vi: 'Tiếp tục đợt', en: 'Resume the round' }),
  CancelRound: internal('CancelRound', 'round', { vi: 'Hủy đợt', en: 'Cancel the round' }),
  TransferObligations: internal('TransferObligations', 'round', {
    vi: 'Chuyển nghĩa vụ cho đơn vị kế thừa',
    en: 'Transfer obligations to the heirs',
  }),
  NoteRoundFeeds: internal('NoteRoundFeeds', 'round', {
    vi: 'Ghi nhận đợt đang mở trả lời nghĩa vụ cấp trên, hoặc không còn',
    en: 'Note that an open round answers a duty above, or no more',
  }),
  ReplanHeldRungs: internal('ReplanHeldRungs', 'round', {
    vi: 'Lập lại lịch các mức nhắc bị giữ',
    en: 'Plan held rungs anew',
  }),
};
