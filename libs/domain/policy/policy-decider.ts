/**
 * The decider of one policy: its versions follow each other and none is ever changed. What the law of the state says is
 * entered by the operator alone: nobody gives himself a power.
 */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { actsForNoUnit, refuseActor } from '../rights';
import { checkPolicyValue } from './check-value';
import { itselfOrAbove, refuseAllButOperator, refuseOutsideRemit, remitOf } from '../remit';
import { LAW_OF_STATE, type Policy } from './types';
import type { PolicyCommand, PolicyEvent, PolicyState } from './types';

type Of<T extends PolicyCommand['type']> = Extract<PolicyCommand, { type: T }>;

export const policyDecider: Decider<PolicyState, PolicyCommand, PolicyEvent> = {
  kind: 'policy',
  initial: { id: '', versions: [], withdrawnOn: null },
  decide: decideBy<PolicyState, PolicyCommand, PolicyEvent>({
    AdoptPolicy: adoptPolicy,
    WithdrawPolicy: withdrawPolicy,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<PolicyState, PolicyEvent>('policy', {
    PolicyAdopted: (state, { data }) => ({
      ...state,
      id: data.id,
      versions: [...state.versions, data],
    }),
    PolicyWithdrawn: (state, { data }) => ({ ...state, withdrawnOn: data.on }),
  }),
  nextWakeup: () => null,
};

function adoptPolicy(state: PolicyState, command: Of<'AdoptPolicy'>): Decision<PolicyEvent> {
  const { data } = command;
  const refused =
    refuseActor(command) ??
    refuseLawMaking(command, [data, ...state.versions.slice(-1)]) ??
    refuseForeign(command, data.scope.issuer) ??
    refuseTakeover(state, command) ??
    refuseBlank(data.source, 'source');
  if (refused) return refused;
  if (command.stream !== `policy/${data.id}` || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(data.id)) {
    return refuse('policy.bad-id', { id: data.id });
  }
  if (state.withdrawnOn !== null) {
    return refuse('policy.withdrawn', { id: data.id, on: state.withdrawnOn });
  }
  for (const date of [data.from, data.to]) {
    if (date !== null && !isLocalDate(date)) return refuse('date.invalid', { date });
  }
  if (data.to !== null && data.to < data.from) {
    return refuse('policy.empty-span', { from: data.from, to: data.to });
  }
  if (data.scope.documentTypes?.length === 0) {
    return refuse('policy.invalid', { place: 'scope.documentTypes', problem: 'empty' });
  }
  const fault = checkPolicyValue(data.value);
  if (fault) return fault;
  return accept({ type: 'PolicyAdopted', data: { ...data, version: state.versions.length + 1 } });
}

function withdrawPolicy(state: PolicyState, command: Of<'WithdrawPolicy'>): Decision<PolicyEvent> {
  const { id, on, reason } = command.data;
  const refused = refuseActor(command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  if (state.versions.length === 0) return refuse('policy.unknown', { id });
  const last = state.versions.at(-1)!;
  const foreign = refuseLawMaking(command, [last]) ?? refuseForeign(command, last.scope.issuer);
  if (foreign) return foreign;
  if (state.withdrawnOn !== null) return refuse('policy.withdrawn', { id, on: state.withdrawnOn });
  if (!isLocalDate(on)) return refuse('date.invalid', { date: on });
  return accept({ type: 'PolicyWithdrawn', data: command.data });
}

/** Nobody gives himself a power: what the state's law says is the operator's to enter, of whatever body. */
function refuseLawMaking(
  { actor }: PolicyCommand,
  policies: readonly Pick<Policy, 'value'>[],
): Refusal | null {
  const law = policies.find(({ value }) => LAW_OF_STATE.includes(value.kind));
  if (law === undefined || actsForNoUnit(actor)) return null;
  return refuse('policy.law-of-state', { unit: actor.unit, policyKind: law.value.kind });
}

/** A rule of one body is its own or a body's above it; a rule for everybody is the operator's. */
function refuseForeign(command: PolicyCommand, issuer: string | null): Refusal | null {
  return issuer === null
    ? refuseAllButOperator(command)
    : refuseOutsideRemit(command, [itselfOrAbove(remitOf(command), issuer)]);
}

/** A further version follows one of the same body: nobody overrides another's rule under its id. */
function refuseTakeover(state: PolicyState, command: PolicyCommand): Refusal | null {
  const last = state.versions.at(-1);
  return last === undefined ? null : refuseForeign(command, last.scope.issuer);
}
