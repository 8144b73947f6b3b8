/** What is kept, in sentences: legal holds placed and released, and for how long. */
import { retentionText } from '../../contracts';
import type { DirectiveEvent } from '../../domain';
import { because, put, type Sentences } from './say';

type OfKeeping = Extract<
  DirectiveEvent,
  { type: 'LegalHoldPlaced' | 'LegalHoldReleased' | 'RetentionDecided' }
>;

export const KEEPING_SENTENCES: Sentences<OfKeeping> = {
  LegalHoldPlaced: ({ hold, reason, document }) =>
    put(
      'Đặt lệnh giữ nguyên hồ sơ số {}{}{}.',
      'Legal hold no. {} was placed{}{}.',
      hold,
      document === null ? '' : ` (${document})`,
      because(reason),
    ),
  LegalHoldReleased: ({ hold, reason }) =>
    put(
      'Bỏ lệnh giữ nguyên hồ sơ số {}{}.',
      'Legal hold no. {} was released{}.',
      hold,
      because(reason),
    ),
  RetentionDecided: ({ period, source, reason }) =>
    put(
      'Quyết định thời hạn bảo quản hồ sơ: {} ({}){}.',
      'The file is kept {} ({}){}.',
      retentionText(period),
      source,
      because(reason),
    ),
};
