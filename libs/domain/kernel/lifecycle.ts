/**
 * A life cycle as a transition table: refusals, diagrams, buttons and the `actions` of an API answer derive from it.
 */
export type Lifecycle<Status extends string, Type extends string> = {
  readonly name: string;
  readonly table: { readonly [S in Status]: { readonly [T in Type]?: Status } };
  /** Where `type` leads from `status`; null when the table has no such step. */
  next(status: Status, type: Type): Status | null;
  /** What may be asked in `status`, in the table's order. */
  actions(status: Status): readonly Type[];
};

export function lifecycle<Status extends string, Type extends string>(
  name: string,
  table: { readonly [S in Status]: { readonly [T in Type]?: Status } },
): Lifecycle<Status, Type> {
  return {
    name,
    table,
    next: (status, type) => table[status][type] ?? null,
    actions: (status) => Object.keys(table[status]) as Type[],
  };
}
