/** Deliveries: each message's outcome is recorded once. */
import { CLERK } from '../testing/directive-07';
import { codeOf, eventsOf, Scene, SYSTEM } from '../testing/scene';
import { deliveryDecider } from './decider';
import type { DeliveryRecord } from './types';

const at = '2014-08-15T02:00:00.000Z';
const record = (
  messageId: string,
  outcome: DeliveryRecord['outcome'] = 'sent',
): DeliveryRecord => ({
  messageId,
  unit: 'cat-thanh-hoa',
  recipient: 'pii:0',
  channel: 'mail',
  about: 'T-7',
  causes: [],
  outcome,
  attempts: 1,
  at,
  detail: null,
});

const deliveries = () =>
  new Scene(deliveryDecider, 'directive/d-07/round/ack/once/0/delivery', { at, by: SYSTEM });

test('a message recorded already is left out, and so is a repeat in the same batch', () => {
  const scene = deliveries();
  scene.ask('RecordDeliveries', { deliveries: [record('m1')] });
  const batch = [record('m1', 'failed'), record('m2'), record('m2', 'failed')];
  expect(eventsOf(scene.ask('RecordDeliveries', { deliveries: batch }))).toEqual([
    { type: 'DeliveriesRecorded', data: { deliveries: [record('m2')] } },
  ]);
  expect(scene.state.recorded).toEqual({ m1: 'sent', m2: 'sent' });
});

test('a batch that is all known is accepted and records nothing', () => {
  const scene = deliveries();
  scene.ask('RecordDeliveries', { deliveries: [record('m1')] });
  expect(scene.ask('RecordDeliveries', { deliveries: [record('m1')] })).toEqual({
    ok: true,
    events: [],
  });
});

test('only the system records deliveries', () => {
  const decision = deliveries().ask('RecordDeliveries', { deliveries: [] }, { by: CLERK });
  expect(codeOf(decision)).toBe('actor.not-allowed');
});
