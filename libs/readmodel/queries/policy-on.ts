/** The policy of a kind that holds for an issuer on a day, as the read model has it. */
import type { LocalDate, Policy, PolicyKind, PolicyValue } from '../../domain';
import { rowsOf, type Db } from '../db';

export type PolicyOf<K extends PolicyKind> = Policy & {
  readonly value: Extract<PolicyValue, { kind: K }>;
};

export type PolicyAsked<K extends PolicyKind> = {
  readonly kind: K;
  readonly issuer: string;
  readonly on: LocalDate;
  /** `younger`: where none is in force yet, the earliest that comes later; whoever shows it says that it is assumed. */
  readonly or?: 'younger';
};

/** The rule of this issuer before one for everybody, the later of two. */
export async function policyOn<K extends PolicyKind>(
  db: Db,
  { kind, issuer, on, or }: PolicyAsked<K>,
): Promise<PolicyOf<K> | null> {
  const [found] = await rowsOf<{ policy: PolicyOf<K> }>(
    db,
    `SELECT p.policy FROM read.policies AS p
     WHERE p.policy -> 'value' ->> 'kind' = $1
       AND (p.policy -> 'scope' ->> 'issuer' IS NULL OR p.policy -> 'scope' ->> 'issuer' = $2)
       AND ($4 OR p.policy ->> 'from' <= $3)
       AND (p.policy ->> 'to' IS NULL OR p.policy ->> 'to' >= $3)
       AND (p.withdrawn_on IS NULL OR p.withdrawn_on > $3)
     ORDER BY (p.policy ->> 'from' <= $3) DESC, (p.policy -> 'scope' ->> 'issuer' IS NOT NULL) DESC,
       CASE WHEN p.policy ->> 'from' <= $3 THEN p.policy ->> 'from' END DESC, p.policy ->> 'from',
       p.version DESC, p.policy_id
     LIMIT 1`,
    [kind, issuer, on, or === 'younger'],
  );
  return found?.policy ?? null;
}
