/** The decider of erasures: each token once; asked again it is accepted and changes nothing. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseOutsideRemit, remitOf } from '../remit';
import { refuseActor } from '../rights';
import { isToken } from '../spelling';
import type { ErasureCommand, ErasureEvent, ErasurePlan, ErasureState } from './types';

type Erase = Extract<ErasureCommand, { type: 'ErasePersonalValue' }>;

export const erasureDecider: Decider<ErasureState, ErasureCommand, ErasureEvent> = {
  kind: 'erasure',
  initial: { erased: {} },
  decide: decideBy<ErasureState, ErasureCommand, ErasureEvent>({
    ErasePersonalValue: erase,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<ErasureState, ErasureEvent>('erasure', {
    PersonalValueErased: (state, { data }) => ({
      erased: { ...state.erased, [data.token]: true },
    }),
  }),
  nextWakeup: () => null,
};

function erase(state: ErasureState, command: Erase): Decision<ErasureEvent> {
  const { token, reason } = command.data;
  const refused = refuseActor(command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  if (!isToken(token)) return refuse('personal.not-a-token', { token });
  const holders = remitOf(command).holders ?? [];
  const concerned = (holders.length === 0 ? [[]] : holders).map((bodies) => ({
    unit: token,
    bodies,
  }));
  const outside = refuseOutsideRemit(command, concerned);
  if (outside) return outside;
  if (Object.hasOwn(state.erased, token)) return accept();
  return refuseHeld(command) ?? accept({ type: 'PersonalValueErased', data: { token, reason } });
}

/** What a legal hold keeps nobody erases, the operator neither. */
function refuseHeld({ plan, data }: Erase): Refusal | null {
  const { holds = [] } = (plan as ErasurePlan | null | undefined) ?? {};
  if (holds.length === 0) return null;
  const named = holds.map(({ directive, symbol, holds: numbers }) => {
    return `${symbol ?? directive} (${numbers.join(', ')})`;
  });
  return refuse('personal.held', { token: data.token, holds: named });
}
