import type { Pool } from 'pg';
import { createMetrics } from '../../libs/service';
import { createMailMetrics } from './mail-metrics';

test('the notifier shows how far its reading lies behind, as every consumer does', async () => {
  const metrics = createMetrics({ service: 'notifier', processFigures: false });
  const pool = { query: async () => ({ rows: [{}] }) } as unknown as Pool;
  createMailMetrics({ pool, lag: async () => 7, metrics });
  const lag = metrics.getSingleMetric('dondoc_consumer_lag');
  expect((await lag?.get())?.values).toMatchObject([
    { labels: { consumer: 'notifier' }, value: 7 },
  ]);
});
