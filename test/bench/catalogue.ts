/** The benches by name: what each measures, and where it is. */
import type { BenchRun } from './support/bench';

export type CatalogueRow = { readonly about: string; readonly load: () => Promise<BenchRun> };

export const BENCHES: { readonly [name: string]: CatalogueRow } = {
  drill: {
    about: 'seconds per simulated year: 500 agencies report quarterly, with mail and Kafka',
    load: async () => (await import('./drill/drill.js')).drill,
  },
};
