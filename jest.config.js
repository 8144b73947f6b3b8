/**
 * Three projects: `unit` (beside the source, no service), `structure` (boundaries, compose file, commands) and
 * `service` (test/ on real PostgreSQL, Temporal, Kafka and SMTP, provisioned once per run outside jest).
 */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2022',
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
};

/** ESM-only packages that tests import: translated, since jest cannot require an ES module. */
const ESM_ONLY = ['@nestjs', 'canonicalize'];

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`, '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
};

const STRUCTURE = ['boundaries', 'compose', 'evidence', 'support', 'verify'].map(
  (folder) => `<rootDir>/test/${folder}/**/*.test.ts`,
);

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['libs', 'workflows', 'activities', 'apps', 'samples'].map(
        (folder) => `<rootDir>/${folder}/**/*.test.ts`,
      ),
    },
    {
      ...common,
      displayName: 'structure',
      testMatch: STRUCTURE,
      setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.js'],
    },
    {
      ...common,
      displayName: 'service',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/test/(boundaries|compose|evidence|support|verify)/',
      ],
      globalSetup: '<rootDir>/test/support/start-servers.js',
      globalTeardown: '<rootDir>/test/support/stop-servers.js',
      setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.js'],
    },
  ],
};
