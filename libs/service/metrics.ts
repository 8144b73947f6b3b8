/**
 * Prometheus metrics of one service: its own registry, so that services composed into one process keep their
 * figures apart. Names are `dondoc_…` in base units (seconds, bytes).
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export { Counter, Gauge, Histogram };
export type Metrics = Registry;

export type MetricsSettings = {
  readonly service: string;
  /** Process figures (CPU, memory, event loop); once per process is enough. Default true. */
  readonly processFigures?: boolean;
};

export function createMetrics({ service, processFigures = true }: MetricsSettings): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  if (processFigures) collectDefaultMetrics({ register: registry });
  return registry;
}
