/** The decider of deliveries: each message's outcome is recorded once, whatever is reported again. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import type { DeliveryCommand, DeliveryEvent, DeliveryRecord, DeliveryState } from './types';

type RecordDeliveries = Extract<DeliveryCommand, { type: 'RecordDeliveries' }>;

export const deliveryDecider: Decider<DeliveryState, DeliveryCommand, DeliveryEvent> = {
  kind: 'delivery',
  initial: { recorded: {} },
  decide: decideBy<DeliveryState, DeliveryCommand, DeliveryEvent>({
    RecordDeliveries: recordDeliveries,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<DeliveryState, DeliveryEvent>('delivery', {
    DeliveriesRecorded: (state, { data }) => ({
      recorded: {
        ...state.recorded,
        ...Object.fromEntries(data.deliveries.map((one) => [one.messageId, one.outcome])),
      },
    }),
  }),
  nextWakeup: () => null,
};

/** A report of deliveries that are all recorded already is accepted and changes nothing. */
function recordDeliveries(
  state: DeliveryState,
  command: RecordDeliveries,
): Decision<DeliveryEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  const fresh = new Map<string, DeliveryRecord>();
  for (const one of command.data.deliveries) {
    const known = Object.hasOwn(state.recorded, one.messageId) || fresh.has(one.messageId);
    if (!known) fresh.set(one.messageId, one);
  }
  if (fresh.size === 0) return accept();
  return accept({ type: 'DeliveriesRecorded', data: { deliveries: [...fresh.values()] } });
}
