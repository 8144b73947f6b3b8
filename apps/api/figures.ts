/** What the API counts: answers by route and status, and refusals by code, those at the door among them. */
import { Counter, Histogram, type Metrics } from '../../libs/service';

export type Answered = (answer: {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}) => void;

export function createFigures(metrics: Metrics) {
  const requests = new Histogram({
    name: 'dondoc_http_request_seconds',
    help: 'Time from the arrival of a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10],
    registers: [metrics],
  });
  const refusals = new Counter({
    name: 'dondoc_http_refusals_total',
    help: 'Requests refused, by the code of the problem.',
    labelNames: ['code', 'status'],
    registers: [metrics],
  });
  const answered: Answered = ({ method, route, status, seconds }) =>
    requests.observe({ method, route, status }, seconds);
  const refused = (code: string, status: number) => refusals.inc({ code, status });
  return { answered, refused };
}
