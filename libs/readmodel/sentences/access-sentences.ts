/** What is recorded beside the work itself, in sentences: who read what, and what is kept of the engine. */
import { ACCESS_KIND } from '../../contracts';
import type { AccessEvent, HistoriesEvent } from '../../domain';
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
