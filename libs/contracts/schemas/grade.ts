/**
 * How a value is known. A value *decided by a person* cannot be handed in with a draft: who decided and when comes
 * from the command that decides it, never from a body.
 */
import { z } from 'zod';
import { line, prose } from './text';

export const graded = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('grade', [
    z.strictObject({
      grade: z.literal('stated'),
      value,
      quote: prose(2_000),
      place: line(),
      source: line(100).optional(),
    }),
    z.strictObject({ grade: z.literal('notStated'), note: prose(1_000).optional() }),
    z.strictObject({ grade: z.literal('notInCopy'), note: prose(1_000).optional() }),
    z.strictObject({ grade: z.literal('inferred'), value, reason: prose(1_000) }),
    z.strictObject({ grade: z.literal('assumed'), value, reason: prose(1_000) }),
  ]);
