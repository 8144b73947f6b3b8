/** The benches by name: what each measures, and where it is. */
import type { BenchRun } from './support/bench';

export type CatalogueRow = { readonly about: string; readonly load: () => Promise<BenchRun> };

export const BENCHES: { readonly [name: string]: CatalogueRow } = {
  deadlines: {
    about: 'lag of reminders that all fall due in one instant, to the commit and to the mail',
    load: async () => (await import('./deadlines/deadlines.js')).deadlines,
  },
  submit: {
    about: 'receipts per second over HTTP, against a bare route that inserts one row',
    load: async () => (await import('./submit.js')).submit,
  },
  ledger: {
    about: 'entries appended per second, against COPY of the same rows',
    load: async () => (await import('./ledger.js')).ledger,
  },
  projector: {
    about: 'entries projected per second over Kafka, against bare kafkajs',
    load: async () => (await import('./projector.js')).projector,
  },
  drill: {
    about: 'seconds per simulated year: 500 agencies report quarterly, with mail and Kafka',
    load: async () => (await import('./drill/drill.js')).drill,
  },
};
