/** What is recorded beside the work itself, in sentences: who read what, what is kept of the engine, and what was lost. */
import { ACCESS_KIND } from '../../contracts';
import type { AccessEvent, HistoriesEvent, LossesEvent } from '../../domain';
import { because, put, text, type Sentences } from './say';

export const ACCESS_SENTENCES: Sentences<AccessEvent> = {
  AccessRecorded: ({ what, subject, reader, reason }) =>
    put(
      '{} đã xem, tải {} {}{}.',
      '{} read {} {}{}.',
      reader?.id ?? text('Người không rõ danh tính', 'Somebody whose name was not asked'),
      ACCESS_KIND[what],
      subject,
      because(reason ?? ''),
    ),
};

/** What is kept of the engine itself. */
export const HISTORIES_SENTENCES: Sentences<HistoriesEvent> = {
  HistoriesRecorded: ({ runs }) =>
    runs.length === 0
      ? put('Đã tìm, không có lượt chạy nào mới đóng.', 'Looked: no run has closed since.')
      : put(
          'Lưu lịch sử {} lượt chạy đã đóng.',
          'The histories of {} closed runs were kept.',
          runs.length,
        ),
  BuildRecorded: ({ queue }) =>
    put('Lưu bản dựng quy trình {}.', 'The build {} of the workflows was kept.', queue),
};

/** Said by the operator: the record shows that he said it, not that it is so. */
export const LOSSES_SENTENCES: Sentences<LossesEvent> = {
  LossRecorded: ({ last, missing, compared, operator, reason }) =>
    put(
      'Sau khi khôi phục, {} chấp nhận {} sau dòng {} là đã mất ({}){}.',
      'After a restore, {} accepted as lost {} behind entry {} ({}){}.',
      operator,
      missing === null
        ? text('những dòng không rõ bao nhiêu', 'an unknown number of entries')
        : text(`${missing} dòng`, `${missing} entries`),
      last,
      compared === null
        ? text('phần còn lại chưa so với điểm chốt nào', 'what came back was compared with nothing')
        : text(`đã so ${compared} dòng đầu`, `the first ${compared} were compared`),
      because(reason),
    ),
};
