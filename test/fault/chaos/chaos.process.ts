/** `npm run test:chaos`: reads its arguments, plays, and ends in order at Ctrl-C. */
import { parseArgs } from 'node:util';
import { ownShutdown } from '../../../libs/service';
import { chaos } from './chaos';
import { describeEpisode, planEpisode } from './plan';

const USAGE = `npm run test:chaos -- [--seed N] [--minutes M] [--from EPISODE] [--episodes COUNT] [--plan]
  --seed      what is drawn is drawn from it: the same seed, the same faults at the same moments (default 1)
  --minutes   how long (default 10)
  --from      the first episode (default 0)
  --episodes  at most so many
  --plan      only says what would happen`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      from: { type: 'string', default: '0' },
      episodes: { type: 'string' },
      plan: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [seed, minutes, from] = [values.seed, values.minutes, values.from].map(Number);
  const episodes = values.episodes === undefined ? undefined : Number(values.episodes);
  if (values.help || ![seed, minutes, from, episodes ?? 1].every((it) => Number(it) >= 0)) {
    say(USAGE);
    return values.help ? 0 : 2;
  }
  if (values.plan) {
    for (let n = 0; n < (episodes ?? 20); n += 1) {
      say(describeEpisode(planEpisode(seed!, from! + n)));
    }
    return 0;
  }
  const stop = new AbortController();
  const shutdown = ownShutdown({ log: say, graceMs: 60_000 });
  const settings = { seed: seed!, minutes: minutes!, from: from!, episodes, say };
  const played = chaos({ ...settings, signal: stop.signal });
  shutdown.onShutdown('chaos', async () => {
    stop.abort();
    await played.catch(() => undefined);
  });
  const held = await played;
  if (held === null) return 1;
  if (held === 0) {
    say(`no episode of seed ${seed} was played to its end: nothing was looked at`);
    return 2;
  }
  say(`${held} episodes of seed ${seed}, every law held`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    process.exit(1);
  },
);
