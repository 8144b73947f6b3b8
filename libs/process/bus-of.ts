/** The bus a service reads from: Kafka where there are brokers, the ledger itself where there are none. */
import { createKafkaBus, createLedgerBus, type Bus } from '../bus';
import type { Ledger } from '../ledger';
import { kafkaLogCreator, type Logger } from '../service';

export type BusSettings = {
  readonly service: string;
  readonly brokers: readonly string[];
  readonly ledger: Ledger;
  readonly logger: Logger;
};

export function busOf({ service, brokers, ledger, logger: log }: BusSettings): Bus {
  if (brokers.length === 0) return createLedgerBus({ ledger, log });
  return createKafkaBus({ ...kafkaSettings(service, brokers, log), ledger, log });
}

/** How a service presents itself to Kafka. */
export function kafkaSettings(service: string, brokers: readonly string[], logger: Logger) {
  return { brokers, clientId: `dondoc-${service}`, logCreator: kafkaLogCreator(logger) };
}
