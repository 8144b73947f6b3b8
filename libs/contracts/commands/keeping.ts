/** Commands by which the file of a directive is kept: legal holds, and how long. */
import { z } from 'zod';
import { line, orNull, prose } from '../schemas/text';
import { onDirective } from './on-directive';

const reason = prose(2_000);

export const KEEPING_COMMANDS = {
  PlaceLegalHold: onDirective('PlaceLegalHold', {
    action: 'holds',
    right: 'directive.hold',
    summary: {
      vi: 'Đặt lệnh giữ nguyên hồ sơ (không tiêu hủy, không xóa)',
      en: 'Place a legal hold: nothing is destroyed or erased',
    },
    body: z.strictObject({ reason, document: orNull(line(200)) }),
  }),
  ReleaseLegalHold: onDirective('ReleaseLegalHold', {
    action: 'release-hold',
    right: 'directive.hold',
    summary: { vi: 'Bỏ một lệnh giữ nguyên hồ sơ', en: 'Release a legal hold' },
    body: z.strictObject({ hold: z.int().min(1), reason }),
  }),
  DecideRetention: onDirective('DecideRetention', {
    action: 'retention',
    right: 'directive.manage',
    summary: { vi: 'Quyết định thời hạn bảo quản hồ sơ', en: 'Decide how long the file is kept' },
    body: z.strictObject({
      period: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('permanent') }),
        z.strictObject({ kind: z.literal('years'), years: z.int().min(1).max(1_000) }),
      ]),
      reason,
      source: line(500),
    }),
  }),
};
