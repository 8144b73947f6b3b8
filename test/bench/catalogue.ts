/** The benches by name: what each measures, and where it is. */
import type { BenchRun } from './support/bench';

export type CatalogueRow = { readonly about: string; readonly load: () => Promise<BenchRun> };

export const BENCHES: { readonly [name: string]: CatalogueRow } = {
  deadlines: {
    about: 'lag of reminders that all fall due in one instant, to the commit and to the mail',
    load: async () => (await import('./deadlines/deadlines.js')).deadlines,
  },
  history: {
    about: "events and bytes of Temporal's history over a round's whole life",
    load: async () => (await import('./history.js')).history,
  },
  submit: {
    about: 'receipts per second over HTTP, against a bare route that inserts one row',
    load: async () => (await import('./submit.js')).submit,
  },
  ledger: {
    about: 'entries appended per second, against COPY of the same rows',
    load: async () => (await import('./ledger.js')).ledger,
  },
  checkpoint: {
    about: 'entries appended per second while the checkpointer follows, against without it',
    load: async () => (await import('./checkpoint.js')).checkpoint,
  },
  export: {
    about:
      'a directive of 20,000 entries taken out as evidence, against a bare SELECT of its lines',
    load: async () => (await import('./export.js')).evidence,
  },
  projector: {
    about: 'entries projected per second over Kafka, against bare kafkajs',
    load: async () => (await import('./projector.js')).projector,
  },
  rollup: {
    about:
      'the drafts of 34 provinces over 3,321 communes and of the ministry, against a bare SQL sum',
    load: async () => (await import('./rollup.js')).rollup,
  },
  rates: {
    about: 'rates of half a million obligations from the read model, against a bare SQL aggregate',
    load: async () => (await import('./rates.js')).rates,
  },
  asof: {
    about: 'one directive and all of 200 as of a moment, against bare SELECTs of the same rows',
    load: async () => (await import('./asof.js')).asof,
  },
  succession: {
    about: '10,000 open obligations handed over to heirs, and back: seconds until all are done',
    load: async () => (await import('./succession.js')).succession,
  },
  recognition: {
    about: "a body's year with 2,000 subjects, from registration to decision: seconds and sizes",
    load: async () => (await import('./recognition.js')).recognition,
  },
  recover: {
    about: 'seconds after kill -9 of the worker until the last command is decided',
    load: async () => (await import('./recover.js')).recover,
  },
  heal: {
    about: "seconds until all rounds run again after Temporal's data was deleted",
    load: async () => (await import('./heal.js')).heal,
  },
  deploy: {
    about: 'seconds until all rounds run on a new bundle',
    load: async () => (await import('./deploy.js')).deploy,
  },
  drill: {
    about: 'seconds per simulated year: 500 agencies report quarterly, with mail and Kafka',
    load: async () => (await import('./drill/drill.js')).drill,
  },
  verify: {
    about: 'entries verified per second offline, against hashing the raw lines and their tree',
    load: async () => (await import('./verify.js')).verify,
  },
  idle: {
    about: 'processor time and memory of each service at rest',
    load: async () => (await import('./idle.js')).idle,
  },
};
