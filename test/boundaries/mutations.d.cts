/** The types of mutations.cjs. */
export type Mutation = {
  readonly what: string;
  readonly folder: string;
  readonly specifier: string;
};
export const FOLDERS: readonly string[];
export const forbidden: readonly Mutation[];
export const permitted: readonly Mutation[];
export const IMPURE: readonly (readonly [what: string, code: string])[];
