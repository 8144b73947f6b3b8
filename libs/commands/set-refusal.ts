/** Whether a change set would be refused, by the very rules of the decision: nothing is logged and nothing changes. */
import { PERSONAL_PATHS } from '../contracts';
import {
  officeDay,
  orgDecider,
  ORG_STREAM,
  REACTOR,
  type ChangeSet,
  type Instant,
} from '../domain';
import type { OrgCommand, OrgState, Rejection } from '../domain';
import { concealed } from './personal';

/** A set as it is looked at beforehand: without a day it is that of the look. */
export type LookedAt = Omit<ChangeSet, 'on'> & { readonly on: ChangeSet['on'] | null };

/** Stands for an address that nobody keeps. */
const NO_ADDRESS = `pii:${'0'.repeat(64)}`;

/** @returns null when the set would be accepted on its day; who may ask it is not looked at */
export async function setRefusal(
  set: LookedAt,
  { org, now }: { readonly org: OrgState; readonly now: Instant },
): Promise<Rejection | null> {
  const nobody = { token: NO_ADDRESS, salt: Buffer.alloc(0) };
  const { data } = await concealed(
    { conceal: (value) => Promise.resolve({ ...nobody, value }) },
    { id: 'preview', data: { ...set, on: set.on ?? officeDay(now) } },
    PERSONAL_PATHS.ReorganiseUnits ?? [],
  );
  const command = {
    ...{ id: 'preview', stream: ORG_STREAM, type: 'ReorganiseUnits', data },
    ...{ actor: REACTOR, receivedAt: now, effectiveAt: now },
  } as OrgCommand;
  const decision = orgDecider.decide(org, command);
  return decision.ok ? null : decision.rejection;
}
