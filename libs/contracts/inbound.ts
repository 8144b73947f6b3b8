/**
 * What one message of another system says: a command with the ids of its address, its body, who asks, and the sender's
 * key. The same key and body are the same command, whichever door they come through.
 */
import { z } from 'zod';
import { PERSONS } from './commands/rights';
import { PUBLIC_COMMANDS } from './commands/table';

/** Who may act from outside: a person in a role; the system itself never is. */
export const personSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  role: z.enum(PERSONS),
  unit: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .nullable(),
});

export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, { error: 'idempotency.key-malformed' });

/** Ids and body are checked by the row of the command. */
export const inboundMessage = z.strictObject({
  type: z.enum(PUBLIC_COMMANDS.map(({ type }) => type)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  body: z.unknown().optional(),
  actor: personSchema,
  idempotencyKey: idempotencyKeySchema,
});
