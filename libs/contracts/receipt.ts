/** The answer to a command: that it is durable, when our door took it, and what was decided if it was decided yet. */
import { z } from 'zod';
import { instant } from './schemas/text';

const said = z.object({ vi: z.string(), en: z.string() });

const outcome = z.object({
  accepted: z.boolean(),
  /** Types of the events it caused. */
  events: z.array(z.string()),
  rejection: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      title: said,
      next: said,
    })
    .nullable(),
  decidedAt: instant,
});

export const receiptSchema = z.object({
  commandId: z.string(),
  type: z.string(),
  stream: z.string(),
  /** When our door took it: evidence. */
  receivedAt: instant,
  /** What rules compare. */
  effectiveAt: instant,
  status: z.enum(['waiting', 'decided']),
  outcome: outcome.nullable(),
  seq: z.int().nullable(),
  version: z.int().nullable(),
  /** Where the thing it speaks of is read; null for what has no page of its own. */
  resource: z.string().nullable(),
  /** Whether the same key had asked the same before. */
  repeat: z.boolean(),
  /** What whoever asked should know beside that it was done: dates that cross, how a link will work, a power that is missing. */
  notes: z.array(said),
});

export type Receipt = z.infer<typeof receiptSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  titles: said,
  next: said,
  place: z.string().optional(),
  faults: z
    .array(z.object({ code: z.string(), place: z.string(), message: said, next: said }))
    .optional(),
  commandId: z.string().optional(),
  correlationId: z.string().optional(),
});
