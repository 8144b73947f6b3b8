/** `npm start`: packages, build, then the whole system in one process until Ctrl-C. */
import { bootstrap, ended } from './bootstrap.mjs';
import { runInFront } from './foreground.mjs';

const USAGE = `Usage: npm start [-- OPTIONS]

Installs packages, builds, finds or provisions PostgreSQL, Temporal and Kafka, plays the drill when the data
folder is new, shows a summary with the addresses, and stays up until Ctrl-C.

  --once    end after the summary
  --fresh   start with a new data folder
  --live    an empty production system on the wall clock (reads only until identity exists)
  --help    this text

Parts that are there already are used: DATABASE_URL, TEMPORAL_ADDRESS, KAFKA_BROKERS, SMTP_URL.
Folders: DONDOC_DATA_DIR, DONDOC_CACHE_DIR. Every variable stands in .env.example.
`;

const KNOWN = ['--once', '--fresh', '--live'];
const args = process.argv.slice(2);
const unknown = args.filter((it) => !KNOWN.includes(it));

if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(USAGE);
} else if (unknown.length > 0) {
  process.stderr.write(`npm start does not know ${unknown.join(' ')}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  await bootstrap();
  const prepared = ended.map(({ name, seconds }) => `${name}=${seconds}`).join(' ');
  const main = ['dist/apps/standalone/main.js', ...args, `--prepared=${prepared}`];
  process.exitCode = await runInFront(main, { TZ: 'UTC' });
}
