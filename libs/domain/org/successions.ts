/** Who takes over from whom in a change set: read from the changes, and where these name several or nobody, from the heirs. */
import { superiorAt } from './units';
import type { ChangeSet, OrgState, Succession, UnitChange } from './types';

export function endedBy(changes: readonly UnitChange[]): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'merge' ? change.units : [change.unit]));
}

export function successorsOf(change: UnitChange): readonly string[] {
  switch (change.kind) {
    case 'merge':
      return [change.into];
    case 'split':
      return change.into;
    case 'dissolve':
      return change.successors;
  }
}

/** A merge hands over to what it merges into, and a dissolution to its one successor; all others need an heir. */
export function successionsOf({
  changes,
  heirs,
}: Pick<ChangeSet, 'changes' | 'heirs'>): readonly Omit<Succession, 'superior'>[] {
  return changes.flatMap((change) => {
    const successors = successorsOf(change);
    const only = successors.length === 1 ? successors[0]! : null;
    return endedBy([change]).map((from) => {
      const named = heirs.find(({ unit }) => unit === from);
      return { from, to: named?.heir ?? only };
    });
  });
}

/** The same with whom lateness of each heir goes up to, in the organisation as it is after the set. */
export function withSuperiors(after: OrgState, set: ChangeSet): readonly Succession[] {
  return successionsOf(set).map(({ from, to }) => ({
    from,
    to,
    superior: to === null ? null : superiorAt(after, to, set.on),
  }));
}
