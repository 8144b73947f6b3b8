/** A reading in a sentence: what was read, by whom as far as the door knew. */
import { ACCESS_KIND } from '../../contracts';
import type { AccessEvent } from '../../domain';
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
