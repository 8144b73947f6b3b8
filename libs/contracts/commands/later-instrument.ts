/** The command that puts a later instrument on record: on the directive's subject, or of an instrument it cites. */
import { z } from 'zod';
import { graded } from '../schemas/grade';
import { line, localDate, orNull, prose, symbol } from '../schemas/text';
import { onDirective } from './on-directive';

export const LATER_INSTRUMENT_COMMANDS = {
  NoteLaterInstrument: onDirective('NoteLaterInstrument', {
    action: 'later-instruments',
    right: 'directive.draft',
    summary: {
      vi: 'Ghi nhận một văn bản sau này cùng nội dung, sửa đổi hoặc thay thế',
      en: 'Note a later instrument: same subject, amends or replaces',
    },
    body: z.strictObject({
      instrument: z.strictObject({ symbol, issuer: line(), date: localDate }),
      about: orNull(symbol),
      relation: graded(z.enum(['besides', 'amends', 'replaces'])),
      effectiveOn: orNull(localDate),
      reason: prose(1_000),
    }),
  }),
};
