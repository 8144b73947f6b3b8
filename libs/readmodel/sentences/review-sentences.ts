/** The life of a review in sentences, one per event, and what a directive says of its reviews and its end. */
import { CONCLUSION_STATUS, DIRECTIVE_STATUS, REVIEW_KIND, TASK_JUDGEMENT } from '../../contracts';
import { valueOf, type DirectiveEvent, type ReviewEvent, type Text } from '../../domain';
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
  ReviewConferenceHeld: ({ title, when, beforeCutOff }) =>
    put(
      'Ghi nhận “{}”, ngày {}{}.',
      '“{}” was recorded, held on {}{}.',
      title,
      date(valueOf(when) ?? null),
      beforeCutOff === undefined
        ? ''
        : put(', trước khi chốt số liệu ({})', ', before the data closed ({})', time(beforeCutOff)),
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
  DirectiveEndNoted: ({ how, reason, waiting = [] }) =>
    put(
      'Chỉ thị {}{}{}.',
      'The directive is {}{}{}.',
      DIRECTIVE_STATUS[how],
      because(reason),
      waiting.length === 0
        ? ''
        : put(
            '; kết luận không còn giao được: {}',
            '; conclusions that nobody can be given any more: {}',
            waiting.map(({ key }) => key).join(', '),
          ),
    ),
};

type OfEnd = Extract<
  DirectiveEvent,
  {
    type:
      | 'OwedAfterConclusion'
      | 'ArchiveDue'
      | 'HandedToArchive'
      | 'ReviewConcluded'
      | 'ReviewCancellationNoted'
      | 'ReviewCalled';
  }
>;

export const END_SENTENCES: Sentences<OfEnd> = {
  OwedAfterConclusion: ({ rounds, obligations }) =>
    obligations === 0
      ? put('Kết thúc, không còn nghĩa vụ nào chưa xong.', 'Concluded; nothing stays owed.')
      : put(
          'Kết thúc, còn {} nghĩa vụ chưa xong trong {} đợt.',
          'Concluded; {} obligations in {} rounds stay owed.',
          obligations,
          rounds.length,
        ),
  ArchiveDue: ({ stage, dueOn }) =>
    stage === 'reminder'
      ? put(
          'Nhắc nộp hồ sơ vào lưu trữ trước hết ngày {}.',
          'The file is due at the archive by {}.',
          date(dueOn),
        )
      : put(
          'Đã hết hạn nộp hồ sơ vào lưu trữ ({}).',
          'The file was due at the archive by {}.',
          date(dueOn),
        ),
  HandedToArchive: ({ reason }) =>
    put('Nộp hồ sơ vào lưu trữ{}.', 'The file was handed to the archive{}.', because(reason)),
  ReviewConcluded: ({ review }) =>
    put('Cuộc sơ kết thứ {} đã kết luận.', 'Review no. {} has come to its conclusions.', review),
  ReviewCancellationNoted: ({ review, shards, reason }) =>
    put(
      'Cuộc sơ kết thứ {} đã hủy{}{}.',
      'Review no. {} was cancelled{}{}.',
      review,
      shards.length === 0
        ? ''
        : text(', đợt tự đánh giá hủy theo', ', and its self-assessments with it'),
      because(reason),
    ),
  ReviewCalled: ({ n, kind, period, cutOff, reason }) =>
    put(
      'Mở cuộc {} thứ {} ({}), chốt số liệu lúc {}{}.',
      'The {} no. {} ({}) was called, its data close at {}{}.',
      REVIEW_KIND[kind],
      n,
      period.label,
      time(cutOff),
      because(reason),
    ),
};

function dropped(): Text {
  const { vi } = CONCLUSION_STATUS.dropped;
  return text(vi, 'was dropped');
}
