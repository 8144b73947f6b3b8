/** The bus a service reads from: Kafka where there are brokers, the ledger itself where there are none. */
import { createKafkaBus, createLedgerBus, heldBus, type Bus } from '../bus';
import type { Ledger } from '../ledger';
import { kafkaLogCreator, type Logger } from '../service';

export type BusSettings = {
  readonly service: string;
  readonly brokers: readonly string[];
  readonly ledger: Ledger;
  readonly logger: Logger;
};

/** They ask commands and send mail: not while nobody has decided about a restore. */
const ACTING: readonly string[] = ['reactor', 'notifier'];

export function busOf({ service, brokers, ledger, logger: log }: BusSettings): Bus {
  const bus =
    brokers.length === 0
      ? createLedgerBus({ ledger, log })
      : createKafkaBus({ ...kafkaSettings(service, brokers, log), ledger, log });
  return ACTING.includes(service) ? heldBus(bus, { ledger, log }) : bus;
}

/** How a service presents itself to Kafka. */
export function kafkaSettings(service: string, brokers: readonly string[], logger: Logger) {
  return { brokers, clientId: `dondoc-${service}`, logCreator: kafkaLogCreator(logger) };
}
