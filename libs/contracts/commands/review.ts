/** Commands about reviews: what calls one, what is asked of it, and what the directive hears of it; and about the archive. */
import { z } from 'zod';
import { reviewStream, type ReviewCommand, type Text } from '../../domain';
import { jointInstrumentReview } from '../schemas/occurrence';
import {
  calledReview,
  conclusions,
  decidedConclusion,
  droppedConclusion,
  judgedTask,
  lesson,
  reviewConference,
} from '../schemas/review';
import { line, orNull, prose, shortId } from '../schemas/text';
import { onDirective } from './on-directive';
import { internal, open, type CommandType, type DataOf } from './row';
import type { Right } from './rights';

const params = z.strictObject({
  directiveId: shortId,
  review: z.coerce.number<string | number>().int().min(1).max(999_999),
});

type ReviewType = Exclude<ReviewCommand['type'], 'WakeUp'>;
type Ask<T extends CommandType> = {
  action: string;
  right: Right;
  summary: Text;
  body: z.ZodType<DataOf<T>>;
};

function on<T extends ReviewType>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'review',
    route: `POST /v1/directives/{directiveId}/reviews/{review}/${action}`,
    params,
    stream: ({ directiveId, review }) => reviewStream({ directive: directiveId, review }),
    data: (body) => body,
  });
}

export const REVIEW_COMMANDS = {
  HandToArchive: onDirective('HandToArchive', {
    action: 'archive',
    right: 'directive.manage',
    summary: {
      vi: 'Nộp hồ sơ vào lưu trữ cơ quan',
      en: "Hand the file to the agency's archive",
    },
    body: z.strictObject({ reason: prose(2_000), document: orNull(line(200)) }),
  }),
  CallReview: onDirective('CallReview', {
    action: 'reviews',
    right: 'directive.decide',
    summary: { vi: 'Tổ chức sơ kết, tổng kết', en: 'Call a review' },
    body: calledReview,
  }),
  RecordJointInstrumentReview: onDirective('RecordJointInstrumentReview', {
    action: 'joint-instrument-reviews',
    right: 'directive.manage',
    summary: {
      vi: 'Ghi nhận sơ kết, tổng kết thông tư liên tịch, quy chế phối hợp',
      en: 'Record the review of a joint instrument',
    },
    body: jointInstrumentReview,
  }),
  NoteReviewConcluded: internal('NoteReviewConcluded', 'directive', {
    vi: 'Ghi nhận cuộc sơ kết, tổng kết đã kết luận',
    en: 'Note that a review has come to its conclusions',
  }),
  NoteReviewCancelled: internal('NoteReviewCancelled', 'directive', {
    vi: 'Ghi nhận cuộc sơ kết, tổng kết đã hủy',
    en: 'Note that a review was cancelled',
  }),
  CallReviewOfPeriod: internal('CallReviewOfPeriod', 'directive', {
    vi: 'Mở sơ kết của một kỳ',
    en: 'Call the review of a period',
  }),
  HoldReviewConference: on('HoldReviewConference', {
    action: 'conference',
    right: 'directive.manage',
    summary: {
      vi: 'Ghi nhận hội nghị sơ kết, tổng kết',
      en: "Record the review's conference",
    },
    body: reviewConference,
  }),
  RecordConclusions: on('RecordConclusions', {
    action: 'conclusions',
    right: 'directive.manage',
    summary: { vi: 'Ghi nhận kết luận', en: 'Record the conclusions' },
    body: conclusions,
  }),
  DecideConclusion: on('DecideConclusion', {
    action: 'decide-conclusion',
    right: 'directive.decide',
    summary: {
      vi: 'Quyết định ai thực hiện kết luận và thời hạn',
      en: 'Decide who carries out a conclusion and by when',
    },
    body: decidedConclusion,
  }),
  DropConclusion: on('DropConclusion', {
    action: 'drop-conclusion',
    right: 'directive.decide',
    summary: { vi: 'Không giao thực hiện một kết luận', en: 'Drop a conclusion' },
    body: droppedConclusion,
  }),
  JudgeTask: on('JudgeTask', {
    action: 'judgements',
    right: 'directive.decide',
    summary: {
      vi: 'Đánh giá kết quả thực hiện một nhiệm vụ',
      en: 'Judge how a task was carried out',
    },
    body: judgedTask,
  }),
  RecordLesson: on('RecordLesson', {
    action: 'lessons',
    right: 'directive.manage',
    summary: { vi: 'Ghi bài học kinh nghiệm', en: 'Record a lesson learned' },
    body: lesson,
  }),
  CancelReview: on('CancelReview', {
    action: 'cancel',
    right: 'directive.decide',
    summary: { vi: 'Hủy cuộc sơ kết, tổng kết', en: 'Cancel the review' },
    body: z.strictObject({ reason: prose(2_000) }),
  }),
  OpenReview: internal('OpenReview', 'review', { vi: 'Mở cuộc sơ kết', en: 'Open the review' }),
  BeginSelfAssessment: internal('BeginSelfAssessment', 'review', {
    vi: 'Bắt đầu tự đánh giá',
    en: 'Begin self-assessment',
  }),
  FreezeReviewPack: internal('FreezeReviewPack', 'review', {
    vi: 'Chốt hồ sơ sơ kết',
    en: 'Freeze the review pack',
  }),
  NoteDirectiveEnded: internal('NoteDirectiveEnded', 'review', {
    vi: 'Ghi nhận chỉ thị đã hết hiệu lực',
    en: 'Note that the directive has ended',
  }),
};
