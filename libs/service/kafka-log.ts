/**
 * Leads kafkajs' own log into ours. Invariant: what kafkajs repeats by itself at the first use of a group or of an
 * idempotent producer (coordinator loading, group rebalancing,
 * a topic that another service has just made) never rises above debug.
 */
import type { Logger } from './logger';

/** The shape kafkajs hands to a log creator; written here so that this library needs no kafkajs. */
type KafkaLogEntry = {
  readonly namespace: string;
  readonly level: number;
  readonly log: { readonly message: string; readonly [key: string]: unknown };
};

const CHATTER =
  /coordinator (is )?(loading|not available|not aware)|not the correct coordinator|GROUP_COORDINATOR_NOT_AVAILABLE|NOT_COORDINATOR|COORDINATOR_LOAD_IN_PROGRESS|group is rebalancing|REBALANCE_IN_PROGRESS|Topic creation errors|TOPIC_ALREADY_EXISTS|Restarting the consumer/i;

const ERROR = 1;
const WARN = 2;
const INFO = 4;

/** For `new Kafka({ logCreator: kafkaLogCreator(logger) })`. */
export function kafkaLogCreator(logger: Logger): () => (entry: KafkaLogEntry) => void {
  const kafka = logger.child({ part: 'kafka' });
  return () =>
    ({ namespace, level, log: { message, timestamp: _at, logger: _name, ...extra } }) => {
      const text = [message, extra.error, extra.type].filter((it) => typeof it === 'string');
      const fields = { namespace, ...extra };
      if (CHATTER.test(text.join(' '))) kafka.debug(fields, message);
      else if (level === ERROR) kafka.error(fields, message);
      else if (level === WARN) kafka.warn(fields, message);
      else if (level === INFO) kafka.debug(fields, message);
      else kafka.trace(fields, message);
    };
}
