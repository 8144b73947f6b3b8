/** The same schemas as JSON Schema: for the documentation of the API and for other systems that send commands. */
import { z } from 'zod';
import { PUBLIC_COMMANDS } from './commands/table';
import { personSchema, idempotencyKeySchema } from './inbound';

export type JsonSchema = { readonly [key: string]: unknown };

/** For OpenAPI 3.0 pages: what is answered (`output`) or sent (`input`). */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });
}

/**
 * What a message on the inbound topic may be: one command with its address, its body and who asks. The key is the
 * sender's: the same key and body are the same command.
 */
export function inboundSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Dondoc inbound command',
    oneOf: PUBLIC_COMMANDS.map((row) => ({
      title: row.type,
      description: `${row.summary.vi} · ${row.summary.en}`,
      type: 'object',
      additionalProperties: false,
      required: ['type', 'params', 'body', 'actor', 'idempotencyKey'],
      properties: {
        type: { const: row.type },
        params: plain(row.params),
        body: plain(row.body),
        actor: plain(personSchema),
        idempotencyKey: plain(idempotencyKeySchema),
      },
    })),
  };
}

function plain(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return rest;
}
