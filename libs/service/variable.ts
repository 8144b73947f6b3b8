/** One environment variable with its check, as the tables of variables hold it. */
import type { z } from 'zod';

export type Variable<Schema extends z.ZodType = z.ZodType> = {
  /** The environment variable. */
  readonly name: string;
  readonly schema: Schema;
  readonly about: string;
  /** As it stands in `.env.example`; absent when there is no sensible default. */
  readonly example?: string;
};

export function variable<Schema extends z.ZodType>(it: Variable<Schema>): Variable<Schema> {
  return it;
}
