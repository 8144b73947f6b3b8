/** How many units ever owed in the round that a report below comes from: only the one there was answers the duty above by itself. */
import { parseObligationId, roundKey, type ChildReport, type ChildReportPlan } from '../domain';
import type { Linked } from './plan-link';

/** Of all shards, whoever joined later, was waived or has ended included. */
export function planChildReport(
  { child }: { readonly child: Pick<ChildReport, 'obligation'> },
  linked: Linked,
): ChildReportPlan {
  const below = parseObligationId(child.obligation);
  const rounds = below === null ? undefined : linked.get(below.directive)?.rounds;
  const key = below === null ? '' : roundKey(below.duty, below.period);
  const round = rounds !== undefined && Object.hasOwn(rounds, key) ? rounds[key] : undefined;
  return { reporters: round?.shards.flatMap(({ units }) => units).length ?? 0 };
}
