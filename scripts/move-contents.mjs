/**
 * `npm run content:move`: moves the bytes of every content to where DONDOC_CONTENT says, as the owner of the database. Needs
 * a build. Services may go on meanwhile; Ctrl-C stops it after the content in hand, and it may be run again at any time.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const require = createRequire(import.meta.url);
const { Pool } = require('pg');
const { createLogger, describeFailure, failure, loadConfig } = require(
  join(root, 'dist/libs/service'),
);
const { moveContents } = require(join(root, 'dist/libs/ledger'));
const { contentsOf } = require(join(root, 'dist/libs/process'));

const TOLD_EVERY_MS = 2_000;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort());

try {
  const config = loadConfig('moveContents');
  const logger = createLogger({ service: 'move-contents', level: config.logLevel });
  const { place, objects } = contentsOf(config);
  if (objects === null) {
    throw failure(
      'config.invalid',
      'there is no object store to move contents to or from',
      'set DONDOC_S3_ENDPOINT and what belongs to it; DONDOC_CONTENT says in which direction',
    );
  }
  await objects.probe();
  const pool = new Pool({
    connectionString: config.migrationDatabaseUrl,
    application_name: 'dondoc-move-contents',
    max: 1,
  });
  pool.on('error', () => undefined);
  let toldAt = performance.now();
  let faults = 0;
  try {
    const moved = await moveContents(pool, {
      to: place,
      objects,
      signal: stopped.signal,
      onMoved: (so) => {
        if (performance.now() - toldAt < TOLD_EVERY_MS) return;
        toldAt = performance.now();
        logger.info(so, `moving contents to ${place}`);
      },
      onFault: (err) => {
        faults += 1;
        logger.error({ err }, 'a content stays where it is');
      },
    });
    const how = stopped.signal.aborted ? 'stopped; run it again to go on' : 'done';
    logger.info({ ...moved, faults }, `contents moved to ${place}: ${how}`);
    if (moved.left > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
} catch (thrown) {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
}
