/**
 * Provisions PostgreSQL, Temporal, Kafka and a mail catcher once for all service tests, in a plain node process outside
 * jest, and hands their addresses over in DONDOC_TEST_SERVERS. With CI=true a missing part fails the run.
 */
const { fork } = require('node:child_process');
const { compileSupport } = require('./compile-support');

module.exports = async () => {
  const server = fork(compileSupport('test/support/serve-parts.js'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: { ...process.env, TZ: 'UTC' },
  });
  const answer = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) =>
      reject(new Error(`the services for the tests ended with ${code}`)),
    );
  });
  if (answer.failure)
    throw new Error(`the services for the tests did not start:\n${answer.failure}`);
  if (answer.missing.length > 0) {
    const text = `no ${answer.missing.join(', ')}: the tests that need it are NOT run`;
    if (process.env.CI === 'true') throw new Error(text);
    process.stderr.write(`\n${'!'.repeat(80)}\n${text}\n${'!'.repeat(80)}\n\n`);
  }
  process.env.DONDOC_TEST_SERVERS = JSON.stringify(answer.servers);
  globalThis.dondocTestServers = server;
};
