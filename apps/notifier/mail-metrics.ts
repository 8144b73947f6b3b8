/** The notifier's figures for Prometheus. */
import type { Pool } from 'pg';
import {
  Counter,
  createMetrics,
  Gauge,
  measureConsumerLag,
  type Metrics,
} from '../../libs/service';
import { NOTIFIER_CONSUMER } from './collector';
import { countMail } from './mail-messages-store';

export type MailMetrics = {
  readonly sent: Counter;
  readonly failed: Counter;
  readonly retried: Counter;
};

export type MailFigures = {
  readonly pool: Pool;
  /** Entries of the ledger not yet read. */
  readonly lag: () => Promise<number>;
  readonly metrics?: Metrics | undefined;
};

export function createMailMetrics({ pool, lag, metrics: given }: MailFigures): MailMetrics {
  const metrics = given ?? createMetrics({ service: 'notifier', processFigures: false });
  const registers = [metrics];
  new Gauge({
    name: 'dondoc_mail_waiting',
    help: 'Messages planned and not yet sent, failed for good or suppressed.',
    registers,
    async collect() {
      this.set((await countMail(pool)).waiting);
    },
  });
  measureConsumerLag(metrics, NOTIFIER_CONSUMER, lag);
  return {
    sent: new Counter({
      name: 'dondoc_mail_sent_total',
      help: 'Messages that the mail server has taken.',
      registers,
    }),
    failed: new Counter({
      name: 'dondoc_mail_failed_total',
      help: 'Messages that failed for good.',
      registers,
    }),
    retried: new Counter({
      name: 'dondoc_mail_retried_total',
      help: 'Tries that will be repeated.',
      registers,
    }),
  };
}
