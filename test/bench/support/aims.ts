/** What the figures are to be: data, read by the report alone. No test ever fails for being slow. */
import type { Figure } from './figures';

type Aim = {
  readonly bench: string;
  readonly metric: string;
  /** Every case of the bench when absent. */
  readonly case?: string;
  readonly of: 'value' | 'ratio';
  readonly is: 'at most' | 'at least';
  readonly limit: number;
};

const none = (bench: string): Aim[] =>
  ['lost', 'double'].map((metric) => ({ bench, metric, of: 'value', is: 'at most', limit: 0 }));

const AIMS: readonly Aim[] = [
  most('deadlines', { case: '10 × 500', metric: 'own_p99' }, 120),
  ...none('deadlines'),
  most('history', { case: 'burst', metric: 'events_per_obligation' }, 0.5),
  most('history', { case: 'single', metric: 'events_per_act' }, 7),
  {
    ...{ bench: 'submit', case: '128 callers', metric: 'receipts' },
    ...{ of: 'value', is: 'at least', limit: 1_500 },
  },
  most('submit', { case: '128 callers', metric: 'p99' }, 150),
  { bench: 'ledger', metric: 'appended', of: 'ratio', is: 'at least', limit: 0.5 },
  { bench: 'ledger', metric: 'in_the_tree', of: 'ratio', is: 'at least', limit: 0.5 },
  { bench: 'checkpoint', metric: 'appended', of: 'ratio', is: 'at least', limit: 0.9 },
  { bench: 'projector', metric: 'projected', of: 'ratio', is: 'at least', limit: 0.3 },
  atLeast('verify', 'one thread', 0.5),
  atLeast('verify', 'two threads', 0.9),
  { bench: 'rates', metric: 'p50', of: 'ratio', is: 'at most', limit: 1.5 },
  { bench: 'rates', metric: 'p99', of: 'ratio', is: 'at most', limit: 1.5 },
  { bench: 'asof', case: 'one directive', metric: 'p50', of: 'ratio', is: 'at most', limit: 2 },
  most('recover', { case: 'task timeout 5 s', metric: 'seconds' }, 6),
  most('recover', { case: 'task timeout 2 s', metric: 'seconds' }, 3),
  ...none('recover'),
  most('drill', { metric: 'seconds_per_year' }, 3),
  most('idle', { metric: 'cpu' }, 10),
];

function atLeast(bench: string, of: string, limit: number): Aim {
  return { bench, case: of, metric: 'verified', of: 'ratio', is: 'at least', limit };
}

function most(bench: string, of: Pick<Aim, 'case' | 'metric'>, limit: number): Aim {
  return { bench, ...of, of: 'value', is: 'at most', limit };
}

/** Null where nothing is aimed at. */
export function judged(figure: Figure): { readonly aim: string; readonly met: boolean } | null {
  const aim = AIMS.find(
    (it) =>
      it.bench === figure.bench &&
      it.metric === figure.metric &&
      (it.case === undefined || it.case === figure.case),
  );
  if (aim === undefined) return null;
  const value = figure[aim.of];
  const sign = aim.is === 'at most' ? '≤' : '≥';
  const met = value !== null && (sign === '≤' ? value <= aim.limit : value >= aim.limit);
  return { aim: `${aim.of === 'ratio' ? 'ratio ' : ''}${sign} ${grouped(aim.limit)}`, met };
}

export function grouped(value: number): string {
  return value.toLocaleString('en');
}
