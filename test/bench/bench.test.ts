/** The benches run: whole, with tiny parameters, on the shared servers. How fast they are is nobody's business here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../../libs/service';
import { adminUrl, temporalAddress } from '../support/servers';
import { BENCHES } from './catalogue';
import { figuresIn, withFigures } from './report';
import { figureOf, percentile } from './support/figures';

const ROOT = join(__dirname, '..', '..');

function bench(name: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'dist', 'test', 'bench', 'main.js'), name, '--small'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: childEnvironment({ DATABASE_URL: adminUrl(), TEMPORAL_ADDRESS: temporalAddress() }),
    },
  );
  return { status, stdout, stderr };
}

test.each([
  ['ledger', ['appended', 'in_the_tree']],
  ['checkpoint', ['appended', 'behind']],
  ['export', ['seconds', 'size']],
  ['rollup', ['drafts', 'from_last_acceptance']],
  ['rates', ['p50', 'p99']],
  ['asof', ['p50', 'p99']],
  ['succession', ['seconds', 'seconds_back', 'lost']],
  [
    'recognition',
    expect.arrayContaining(['seconds', 'seconds_load', 'seconds_page', 'events_per_act', 'runs']),
  ],
  ['deadlines', expect.arrayContaining(['commit_p99', 'own_p99', 'lost', 'double'])],
])('%s prints a JSON line per figure and a table', (name, metrics) => {
  const { status, stdout, stderr } = bench(name);
  expect([status, stderr]).toEqual([0, expect.stringContaining('case')]);
  const lines = stdout.trimEnd().split('\n');
  const figures = figuresIn(stdout);
  expect(figures).toHaveLength(lines.length);
  expect([...new Set(figures.map(({ metric }) => metric))]).toEqual(metrics);
  for (const figure of figures) {
    expect(Object.keys(figure)).toEqual([
      ...['bench', 'case', 'metric', 'unit', 'value'],
      ...['baseline', 'ratio', 'runs', 'min', 'max'],
    ]);
    if (['lost', 'double'].includes(figure.metric)) expect(figure.value).toBe(0);
    else expect(figure.value).toBeGreaterThanOrEqual(0);
  }
});

test('a figure is the median of its runs beside the median of its baseline', () => {
  const it = { case: 'a', metric: 'rate', unit: '1/s', samples: [30, 10, 20], baseline: [40, 50] };
  expect(figureOf('ledger', it)).toMatchObject({
    ...{ value: 20, baseline: 45, ratio: 0.444, runs: 3, min: 10, max: 30 },
  });
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([4, 1, 3, 2], 0.99)).toBe(4);
});

test('the report replaces the tables of its benches and nothing else, and says which aims are missed', () => {
  const page = `Text.\n<!-- ledger -->\nold\n<!-- end of ledger -->\nMore.\n`;
  const line = (ratio: number) =>
    `{"bench":"ledger","case":"a","metric":"appended","unit":"1/s","value":1500,"baseline":3000,` +
    `"ratio":${ratio},"runs":5,"min":1,"max":2}`;
  const report = (ratio: number) => withFigures(page, figuresIn(`npm says\n${line(ratio)}\n`));
  expect(report(0.6)).toMatch(
    /^Text\.\n[^]*\| 1,500 1\/s \| .* \| ratio ≥ 0\.5 \| met \|\n[^]*More\.\n$/,
  );
  expect(report(0.4)).toContain('| **missed** |');
  expect(report(0.4)).not.toContain('old');
  expect(() => withFigures('', figuresIn(line(0.4)))).toThrow('no place for ledger');
});

test('every bench of the issue is there', () => {
  expect(Object.keys(BENCHES).sort()).toEqual([
    ...['asof', 'checkpoint', 'deadlines', 'deploy', 'drill', 'export', 'heal', 'history'],
    ...['idle', 'ledger', 'projector', 'rates', 'recognition', 'recover', 'rollup'],
    ...['submit', 'succession', 'verify'],
  ]);
});
