/** What stands on a command in place of its plan when no dates can be computed: a stable code with its values. */
export type Impossible = {
  readonly impossible: string;
  readonly params: { readonly [name: string]: string };
};
