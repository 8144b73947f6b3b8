/**
 * An anchored allow-list made from scripts/boundaries.cjs: what no row allows is an error. Cycles are errors too, and a
 * folder is entered through its index.ts alone.
 */
const { table, SERVICE_ONLY_NODE } = require('./scripts/boundaries.cjs');

/** Tests, and what only tests use: folders named testing. */
const TEST = '\\.test\\.ts$|/testing/';
const folders = Object.keys(table);

/** The folder itself, and of another one only its door. */
const door = (name) =>
  name === 'workflows/messages' ? '^workflows/messages(/index)?\\.ts$' : `^${name}/index\\.ts$`;
const inside = (name) => `^${name}/`;
const npm = (names) => `^node_modules/(@types/)?(${names.join('|')})/`;
const core = (modules) => `^(node:)?(${modules.join('|')})(/|$)`;

function rowsOf(name) {
  const { libs = [], types = [], npm: packages = [], node = false } = table[name];
  const from = { path: inside(name) };
  const rows = [{ from, to: { path: inside(name) } }];
  if (libs.length > 0) rows.push({ from, to: { path: libs.map(door) } });
  if (types.length > 0) {
    rows.push({ from, to: { path: types.map(door), dependencyTypes: ['type-only'] } });
  }
  if (packages.length > 0) rows.push({ from, to: { path: npm(packages) } });
  if (node === true) {
    const pathNot = name === 'libs/service' ? [] : [core(SERVICE_ONLY_NODE)];
    rows.push({ from, to: { dependencyTypes: ['core'], pathNot } });
  } else if (node) {
    rows.push({ from, to: { path: core(node), dependencyTypes: ['core'] } });
  }
  return rows;
}

/** A test beside the source may use test packages and node, and other folders through their door. */
const testRows = [
  { from: { path: TEST }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] } },
  { from: { path: TEST }, to: { path: folders.map(door) } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-from-tests',
      severity: 'error',
      comment: 'What is made for tests stays in tests.',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import must lead somewhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'known-folder',
      severity: 'error',
      comment: 'Every folder of code stands in scripts/boundaries.cjs.',
      from: {},
      to: {
        path: '^(apps|libs|workflows|activities|samples)/',
        pathNot: folders.map(inside),
      },
    },
  ],
  allowed: [...folders.flatMap(rowsOf), ...testRows],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    /** A generator is run by hand, not imported. */
    exclude: { path: '^(dist|coverage)/|^libs/notify/build-templates\\.mjs$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    skipAnalysisNotInRules: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
