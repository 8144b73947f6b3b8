/** Kafka does not answer: how that is told from a database that does not, and what the operator hears. */
import { databaseFault } from '../ledger';

export class KafkaAway extends Error {
  readonly code = 'kafka.away';
  readonly nextStep =
    'start Kafka, or look at its log: everything goes on by itself where the cursors stand';
  constructor(who: string, cause: unknown) {
    super(`Kafka does not answer the ${who}: decisions go on, what is read from Kafka waits`, {
      cause,
    });
    this.name = 'KafkaAway';
  }
}

/** A fault that already says what to do is passed on as it is. */
export function kafkaAway(who: string, thrown: unknown): Error {
  const { nextStep } = Object(thrown) as { nextStep?: unknown };
  return thrown instanceof Error && typeof nextStep === 'string'
    ? thrown
    : new KafkaAway(who, thrown);
}

/** Which part keeps `who` from its work, and what to do: a socket of kafkajs looks like one of the database's. */
export function partFault(who: string, thrown: unknown): unknown {
  return isOfKafka(thrown) ? kafkaAway(who, thrown) : databaseFault(thrown);
}

function isOfKafka(thrown: unknown): boolean {
  for (let it: unknown = thrown; it instanceof Error; it = it.cause) {
    if (it.name.startsWith('KafkaJS')) return true;
  }
  return false;
}
