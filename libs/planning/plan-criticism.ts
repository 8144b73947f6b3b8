/** The thresholds by which a rate is judged: one province's are never another's, and none counts before its date. */
import type { CriticismData, CriticismPlan, DirectiveState } from '../domain';
import type { Impossible } from './impossible';
import { planUnits } from './plan-units';
import { policyInForce, policyName, type PolicyBook } from './policy-book';

export function planCriticism(
  { draft }: DirectiveState,
  { unit, to }: CriticismData,
  book: PolicyBook,
): CriticismPlan | Impossible | undefined {
  if (draft === null) return undefined;
  const { issuer, documentType } = draft;
  const found = policyInForce(book, 'thresholds', { issuer, documentType, date: to });
  if (found === null || found.assumption !== null) {
    return { impossible: 'criticism.no-policy', params: { issuer, date: to } };
  }
  const unknown = planUnits([unit], book.org);
  if (unknown) return unknown;
  return { policy: policyName(found.policy), bands: found.policy.value.bands };
}
