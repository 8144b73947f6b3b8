/** The same schemas as JSON Schema: for the documentation of the API and the help of the command line. */
import { z } from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };

/** For OpenAPI 3.0 pages: what is answered (`output`) or sent (`input`). */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });
}
