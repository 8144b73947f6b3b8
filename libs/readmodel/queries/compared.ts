/** Which tables are compared between two points in time, how a thing of each is found, and what its fields are called. */
import type { Text } from '../../domain';
import type { DifferenceKind } from '../rows';

const say = (vi: string, en: string): Text => ({ vi, en });

export type Compared = {
  readonly kind: Exclude<DifferenceKind, 'counts' | 'report'>;
  readonly table: string;
  readonly key: readonly string[];
  /** Which rows of table `t` belong to a directive, a round, a unit, as SQL with `?`; null: none is told of. */
  readonly directive: string;
  readonly round: string | null;
  readonly unit: string | null;
  /** Told of one by one when everything is compared. */
  readonly ofAll: boolean;
  readonly fields: { readonly [column: string]: Text };
};

const OWN = 't.directive_id = ?';
const ROUND = 't.round_id = ?';

export const COMPARED: readonly Compared[] = [
  {
    kind: 'directive',
    table: 'directives',
    key: ['directive_id'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: true,
    fields: {
      status: say('tình trạng', 'status'),
      issuer: say('cơ quan ban hành', 'issuer'),
      symbol: say('ký hiệu', 'symbol'),
      issued_on: say('ngày ban hành', 'date of issue'),
      issued_at: say('ban hành lúc', 'issued at'),
      signer: say('người ký', 'signer'),
      draft: say('nội dung', 'content'),
      differences: say('chỗ khác nhau về nơi nhận', 'differences of recipients'),
      warnings: say('cảnh báo', 'warnings'),
      corrections: say('đính chính', 'corrections'),
      superseded_by: say('được thay thế bởi', 'superseded by'),
      late_addressees: say('nơi nhận bổ sung', 'addressees added later'),
      late_classes: say('nhóm nơi nhận bổ sung', 'classes of addressees added later'),
      requested: say('báo cáo đột xuất', 'reports asked for'),
      archive: say('lưu trữ', 'archive'),
      owed_after: say('còn nợ sau khi kết thúc', 'still owed after the conclusion'),
      legal_holds: say('giữ hồ sơ theo yêu cầu', 'legal holds'),
      retention: say('thời hạn bảo quản', 'retention'),
    },
  },
  {
    kind: 'duty',
    table: 'duties',
    key: ['directive_id', 'duty_id'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: true,
    fields: { duty: say('nội dung', 'content'), missing: say('còn thiếu', 'missing values') },
  },
  {
    kind: 'plannedRound',
    table: 'planned_rounds',
    key: ['directive_id', 'plan_key'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: false,
    fields: { period_id: say('kỳ', 'period'), opens_at: say('mở lúc', 'opens at') },
  },
  {
    kind: 'round',
    table: 'rounds',
    key: ['round_id'],
    directive: OWN,
    round: ROUND,
    unit: null,
    ofAll: true,
    fields: {
      status: say('tình trạng', 'status'),
      due_at: say('thời hạn', 'due time'),
      provisional: say('thời hạn tạm tính', 'due time is provisional'),
      missing: say('còn thiếu', 'missing values'),
      convened_at: say('triệu tập lúc', 'convened at'),
      opened_at: say('mở lúc', 'opened at'),
      closed_at: say('đóng lúc', 'closed at'),
    },
  },
  {
    kind: 'rung',
    table: 'rungs',
    key: ['round_id', 'shard', 'schedule_id', 'rung'],
    directive: 't.round_id IN (SELECT r.round_id FROM read.rounds AS r WHERE r.directive_id = ?)',
    round: ROUND,
    unit: null,
    ofAll: false,
    fields: {
      at: say('lúc', 'at'),
      state: say('tình trạng', 'state'),
      issued_at: say('nhắc lúc', 'issued at'),
      issued: say('số đã nhắc', 'number reminded'),
      skipped: say('số bỏ qua', 'number skipped'),
    },
  },
  {
    kind: 'obligation',
    table: 'obligations',
    key: ['obligation_id'],
    directive: OWN,
    round: ROUND,
    unit: '(t.owner = ? OR t.unit = ?)',
    ofAll: false,
    fields: {
      owner: say('đơn vị thực hiện', 'owner'),
      superior: say('cấp trên', 'superior'),
      status: say('tình trạng', 'status'),
      round_status: say('tình trạng đợt', 'status of the round'),
      due_at: say('thời hạn', 'due time'),
      submissions: say('số lần gửi', 'times submitted'),
      submitted_at: say('gửi lúc', 'submitted at'),
      accepted_submission: say('lần gửi được chấp nhận', 'accepted submission'),
      accepted_at: say('chấp nhận lúc', 'accepted at'),
      decides_at: say('tính đúng hạn theo lúc', 'counts as handed in at'),
      extension: say('đề nghị gia hạn', 'request for extension'),
      extensions: say('số lần gia hạn', 'extensions'),
      substitute: say('đơn vị làm thay', 'substitute'),
      paper: say('báo cáo giấy chờ xác nhận', 'paper report awaiting confirmation'),
      blocked: say('chờ đơn vị kế thừa', 'waits for an heir'),
      explanation_asked_at: say('yêu cầu giải trình lúc', 'explanation asked at'),
      explanation_given_at: say('giải trình lúc', 'explanation given at'),
      passed_on_at: say('đầu mối chuyển lên lúc', 'passed on at'),
      correction: say('đính chính chờ chấp nhận', 'correction awaiting acceptance'),
    },
  },
  {
    kind: 'review',
    table: 'reviews',
    key: ['directive_id', 'review'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: true,
    fields: {
      status: say('tình trạng', 'status'),
      frozen_at: say('chốt số liệu lúc', 'pack frozen at'),
      lessons: say('bài học', 'lessons'),
    },
  },
  {
    kind: 'conclusion',
    table: 'conclusions',
    key: ['directive_id', 'review', 'key'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: false,
    fields: {
      status: say('tình trạng', 'status'),
      duty: say('nghĩa vụ mới', 'new duty'),
      reason: say('lý do', 'reason'),
    },
  },
  {
    kind: 'judgement',
    table: 'judgements',
    key: ['directive_id', 'review', 'task'],
    directive: OWN,
    round: null,
    unit: null,
    ofAll: false,
    fields: { judgement: say('đánh giá', 'judgement'), reason: say('lý do', 'reason') },
  },
];
