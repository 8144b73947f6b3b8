/** Commands about a directive, from the draft to its conclusion. */
import { z } from 'zod';
import { directiveStream } from '../../domain';
import { draft, signer, urgency } from '../schemas/draft';
import { cadence, dueRule, duties, duty, receivers, who } from '../schemas/duty';
import { form } from '../schemas/form';
import { graded } from '../schemas/grade';
import { indicator } from '../schemas/indicator';
import { conference, inspection, praise, result } from '../schemas/occurrence';
import { line, localDate, orNull, prose, shortId, symbol, bothLanguages } from '../schemas/text';
import { onDirective as on } from './on-directive';
import { internal, open } from './row';

const reason = prose(2_000);
const document = line(200);
const why = z.strictObject({ reason });

const dutyRef = z.strictObject({ directive: shortId, duty: shortId });

const decided = <F extends string, V extends z.ZodType>(field: F, value: V) =>
  z.strictObject({ duty: shortId, field: z.literal(field), value, reason });

const decideValue = z.discriminatedUnion('field', [
  decided('owes', who),
  decided('to', receivers),
  decided('cadence', cadence),
  decided('due', dueRule),
  decided('via', shortId),
  decided('anchor', localDate),
  z.strictObject({
    duty: orNull(z.null()),
    field: z.literal('monitoringBody'),
    value: shortId,
    reason,
  }),
]);

export const DIRECTIVE_COMMANDS = {
  RegisterDirective: open('RegisterDirective', {
    kind: 'directive',
    route: 'POST /v1/directives',
    right: 'directive.draft',
    summary: { vi: 'Đăng ký dự thảo chỉ thị', en: 'Register the draft of a directive' },
    params: z.strictObject({}),
    body: z.strictObject({ draft, duties: duties.default([]) }),
    stream: (_params, _body, ids) => directiveStream(ids.directive()),
    data: (body) => body,
  }),
  AmendDraft: on('AmendDraft', {
    action: 'amend-draft',
    right: 'directive.draft',
    summary: { vi: 'Sửa dự thảo', en: 'Amend the draft' },
    body: z.strictObject({ changes: draft.partial(), reason }),
  }),
  SetUpDuty: on('SetUpDuty', {
    action: 'duties',
    right: 'directive.draft',
    summary: { vi: 'Xác lập một nghĩa vụ', en: 'Set up a duty' },
    body: z.strictObject({ duty }),
  }),
  SetForm: on('SetForm', {
    action: 'forms',
    right: 'directive.draft',
    summary: {
      vi: 'Ban hành mẫu đề cương và biểu mẫu số liệu của một nghĩa vụ',
      en: "Set a duty's form: outline and figures",
    },
    body: z.strictObject({ duty: shortId, form }),
  }),
  DefineIndicator: on('DefineIndicator', {
    action: 'indicators',
    right: 'directive.decide',
    summary: { vi: 'Xác định một chỉ tiêu', en: 'Define an indicator' },
    body: z.strictObject({ indicator }),
  }),
  DecideValue: on('DecideValue', {
    action: 'decide',
    right: 'directive.decide',
    summary: {
      vi: 'Quyết định một giá trị mà văn bản không nêu',
      en: 'Decide a value that the text does not state',
    },
    body: decideValue,
  }),
  IssueDirective: on('IssueDirective', {
    action: 'issue',
    right: 'directive.issue',
    summary: { vi: 'Ban hành chỉ thị', en: 'Issue the directive' },
    body: z.strictObject({
      symbol: orNull(symbol),
      date: localDate,
      signer: graded(signer),
      urgency: urgency.optional(),
      numbering: z
        .strictObject({
          span: shortId.optional(),
          assumed: prose(1_000).optional(),
          pattern: symbol.optional(),
        })
        .optional(),
    }),
  }),
  CorrectDirective: on('CorrectDirective', {
    action: 'correct',
    right: 'directive.manage',
    summary: { vi: 'Đính chính', en: 'Correct an error of form' },
    body: z.strictObject({
      field: z.enum(['abstract', 'signer', 'symbol', 'date']),
      value: line(1_000),
      reason,
      document,
    }),
  }),
  AmendDirective: on('AmendDirective', {
    action: 'amend',
    right: 'directive.manage',
    summary: { vi: 'Sửa đổi, bổ sung', en: 'Amend by another document' },
    body: z.strictObject({ summary: prose(4_000), document, duties, reason }),
  }),
  AddAddressee: on('AddAddressee', {
    action: 'addressees',
    right: 'directive.manage',
    summary: { vi: 'Bổ sung đối tượng thực hiện', en: 'Add an addressee late' },
    body: z.strictObject({ unit: shortId, reason }),
  }),
  AddAddresseeClass: on('AddAddresseeClass', {
    action: 'addressee-classes',
    right: 'directive.manage',
    summary: {
      vi: 'Bổ sung một nhóm đối tượng thực hiện',
      en: 'Add a class of addressees late',
    },
    body: z.strictObject({ roleClass: shortId, name: bothLanguages, reason }),
  }),
  SuspendDirective: on('SuspendDirective', {
    action: 'suspend',
    right: 'directive.manage',
    summary: { vi: 'Tạm đình chỉ thi hành', en: 'Suspend' },
    body: z.strictObject({ reason, document: orNull(document) }),
  }),
  ResumeDirective: on('ResumeDirective', {
    action: 'resume',
    right: 'directive.manage',
    summary: { vi: 'Tiếp tục thi hành', en: 'Resume' },
    body: z.strictObject({
      reason,
      newDueDates: z
        .array(z.strictObject({ duty: shortId, period: shortId, date: localDate }))
        .max(500)
        .default([]),
    }),
  }),
  SupersedeDirective: on('SupersedeDirective', {
    action: 'supersede',
    right: 'directive.manage',
    summary: { vi: 'Thay thế bằng văn bản khác', en: 'Supersede by another instrument' },
    body: z.strictObject({ by: line(200), reason }),
  }),
  RevokeDirective: on('RevokeDirective', {
    action: 'revoke',
    right: 'directive.manage',
    summary: { vi: 'Bãi bỏ', en: 'Revoke' },
    body: z.strictObject({ reason, document: orNull(document) }),
  }),
  RecallDirective: on('RecallDirective', {
    action: 'recall',
    right: 'directive.manage',
    summary: { vi: 'Thu hồi văn bản', en: 'Recall the document' },
    body: why,
  }),
  ConcludeDirective: on('ConcludeDirective', {
    action: 'conclude',
    right: 'directive.manage',
    summary: { vi: 'Kết thúc thực hiện', en: 'Conclude' },
    body: z.strictObject({
      reason,
      reasons: z
        .array(z.strictObject({ duty: shortId, reason }))
        .max(50)
        .optional(),
      review: z.int().min(1).max(999_999).nullable().optional(),
      document: document.nullable().optional(),
    }),
  }),
  RequestReport: on('RequestReport', {
    action: 'request-report',
    right: 'directive.manage',
    summary: { vi: 'Yêu cầu báo cáo đột xuất', en: 'Request a report' },
    body: z.strictObject({ duty: shortId, dueDate: orNull(localDate), reason }),
  }),
  RecordConference: on('RecordConference', {
    action: 'conferences',
    right: 'directive.manage',
    summary: { vi: 'Ghi nhận một hội nghị đã tổ chức', en: 'Record a conference that was held' },
    body: conference,
  }),
  RecordInspection: on('RecordInspection', {
    action: 'inspections',
    right: 'directive.manage',
    summary: { vi: 'Ghi nhận một cuộc kiểm tra', en: 'Record an inspection that was held' },
    body: inspection,
  }),
  RecordResult: on('RecordResult', {
    action: 'results',
    right: 'directive.manage',
    summary: {
      vi: 'Ghi nhận một kết quả: văn bản triển khai, tỷ lệ đạt được',
      en: 'Record a result: an implementing instrument, a ratio reached',
    },
    body: result,
  }),
  DecideCriticism: on('DecideCriticism', {
    action: 'criticisms',
    right: 'directive.decide',
    summary: {
      vi: 'Quyết định phê bình hoặc không phê bình theo tỷ lệ đúng hạn',
      en: 'Decide what a low rate on time leads to',
    },
    body: z.strictObject({
      unit: shortId,
      from: localDate,
      to: localDate,
      onTime: z.strictObject({ part: z.int().min(0), of: z.int().min(1) }),
      decision: shortId,
      reason,
    }),
  }),
  LinkDuty: on('LinkDuty', {
    action: 'link',
    right: 'directive.decide',
    summary: {
      vi: 'Xác định báo cáo của nghĩa vụ nào được tổng hợp lên nghĩa vụ này',
      en: 'Link a duty to the duty whose reports answer it',
    },
    body: z.strictObject({
      duty: shortId,
      unit: orNull(shortId),
      from: graded(dutyRef),
      reason,
    }),
  }),
  UnlinkDuty: on('UnlinkDuty', {
    action: 'unlink',
    right: 'directive.decide',
    summary: { vi: 'Bỏ liên kết giữa hai nghĩa vụ', en: 'Take a link between duties back' },
    body: z.strictObject({ duty: shortId, from: dutyRef, reason }),
  }),
  NoteFeeds: internal('NoteFeeds', 'directive', {
    vi: 'Ghi nhận báo cáo được tổng hợp lên chỉ thị nào',
    en: 'Note which directive above is answered',
  }),
  TakeChildReport: internal('TakeChildReport', 'directive', {
    vi: 'Nhận báo cáo của chỉ thị cấp dưới',
    en: 'Take the report of a directive below',
  }),
  RecordPraise: on('RecordPraise', {
    action: 'praises',
    right: 'directive.manage',
    summary: { vi: 'Ghi nhận việc biểu dương', en: 'Record praise without a certificate' },
    body: praise,
  }),
  ConfirmIssue: internal('ConfirmIssue', 'directive', {
    vi: 'Nhận số đã cấp',
    en: 'Take the number that was allotted',
  }),
  HandBackIssue: internal('HandBackIssue', 'directive', {
    vi: 'Trả lại yêu cầu ban hành vì số đã dùng',
    en: 'Hand back an issue whose number is taken',
  }),
  PlanRound: internal('PlanRound', 'directive', {
    vi: 'Lập kế hoạch đợt tiếp theo của một nghĩa vụ',
    en: "Plan a duty's next round",
  }),
  ConveneRound: internal('ConveneRound', 'directive', {
    vi: 'Mở một đợt với danh sách đơn vị và thời hạn',
    en: 'Convene a round with its units and due time',
  }),
  HandOverUnits: internal('HandOverUnits', 'directive', {
    vi: 'Chuyển giao nghĩa vụ khi sắp xếp đơn vị',
    en: 'Hand over what reorganised units owe',
  }),
  NoteShardClosed: internal('NoteShardClosed', 'directive', {
    vi: 'Ghi nhận một phần của đợt đã đóng',
    en: 'Note that a shard of a round is closed',
  }),
};
