/** The life of a review in sentences, one per event. */
import { CONCLUSION_STATUS, DIRECTIVE_STATUS, REVIEW_KIND, TASK_JUDGEMENT } from '../../contracts';
import { valueOf, type ReviewEvent, type Text } from '../../domain';
import { because, date, put, text, time, type Sentences } from './say';

export const REVIEW_SENTENCES: Sentences<ReviewEvent> = {
  ReviewOpened: ({ n, kind, period, cutOff }) =>
    put(
      'Cuộc {} thứ {} ({}) bắt đầu, chốt số liệu lúc {}.',
      'The {} no. {} ({}) begins, its data close at {}.',
      REVIEW_KIND[kind],
      n,
      period.label,
      time(cutOff),
    ),
  SelfAssessmentBegan: ({ duty, period }) =>
    put(
      'Các đơn vị tự đánh giá trong đợt {} ({}).',
      'Units assess themselves in round {} ({}).',
      period,
      duty,
    ),
  ReviewCutOffReached: ({ cutOff }) =>
    put('Chốt số liệu sơ kết lúc {}.', 'The data of the review closed at {}.', time(cutOff)),
  ReviewPackFrozen: ({ sha256, size }) =>
    put(
      'Chốt hồ sơ sơ kết {} ({} byte).',
      'The review pack was frozen as {} ({} bytes).',
      sha256.slice(0, 16),
      size,
    ),
  ReviewConferenceHeld: ({ title, when }) =>
    put(
      'Ghi nhận “{}”, ngày {}.',
      '“{}” was recorded, held on {}.',
      title,
      date(valueOf(when) ?? null),
    ),
  ConclusionsRecorded: ({ conclusions }) =>
    put(
      'Ghi nhận {} kết luận, chờ giao đơn vị và thời hạn.',
      '{} conclusions were recorded; they wait for owner and date.',
      conclusions.length,
    ),
  ConclusionDecided: ({ key, duty, reason }) =>
    put(
      'Kết luận “{}” được giao thành nghĩa vụ “{}”{}.',
      'Conclusion “{}” became the duty “{}”{}.',
      key,
      duty.title,
      because(reason),
    ),
  ConclusionDropped: ({ key, reason }) =>
    put('Kết luận “{}” {}{}.', 'Conclusion “{}” {}{}.', key, dropped(), because(reason)),
  TaskJudged: ({ task, judgement, reason }) =>
    put('Nhiệm vụ {}: {}{}.', 'Task {}: {}{}.', task, TASK_JUDGEMENT[judgement], because(reason)),
  LessonRecorded: ({ text: lesson }) => put('Rút kinh nghiệm: {}', 'Lesson learned: {}', lesson),
  ReviewCancelled: ({ reason }) =>
    put('Hủy cuộc sơ kết{}.', 'The review was cancelled{}.', because(reason)),
  DirectiveEndNoted: ({ how, reason }) =>
    put('Chỉ thị {}{}.', 'The directive is {}{}.', DIRECTIVE_STATUS[how], because(reason)),
};

function dropped(): Text {
  const { vi } = CONCLUSION_STATUS.dropped;
  return text(vi, 'was dropped');
}
