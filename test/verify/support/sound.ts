/** The sound bundles that rows damage, made once. */
import { canonicalize } from '../../../libs/audit';
import type { EvidenceScope } from '../../../libs/evidence';
import { ALL, bundleOf, D07, played } from './insider';
import { filesOf, type Files } from './surgery';

const cached = new Map<string, Promise<Files>>();
function filesOfScope(scope: EvidenceScope): Promise<Files> {
  const made = cached.get(scope.kind) ?? bundleOf(played, scope).then(filesOf);
  cached.set(scope.kind, made);
  return made;
}
export const all = () => filesOfScope(ALL);
let whole: Promise<Buffer> | null = null;
export const wholeOf = () => (whole ??= bundleOf(played));
export const d07 = () => filesOfScope(D07);

export const swapped = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.map((it, at) => (at === a ? items[b]! : at === b ? items[a]! : it));

/** As it stands in the bundle, with one value changed and canonical again. */
export function alteredLine(line: string): string {
  const entry = JSON.parse(line) as { data: { [name: string]: unknown } };
  return canonicalize({
    ...entry,
    data: { ...entry.data, actor: { id: 'x', role: 'leader', unit: null } },
  });
}
