/** Kafka does not answer: what the operator is told, by the relay and by every consumer. */
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
