/**
 * Faults and moments drawn from a seed, episode after episode, on deployments with everything in them; after each, all
 * laws. Stops at the first law that is broken, and says which seed and episode break it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { KafkaJSError, type Message } from 'kafkajs';
import { TOPICS } from '../../../libs/contracts';
import { until } from '../../integration/support/until';
import { look } from '../look';
import { send } from '../rows/kafka';
import type { Scene } from '../rows/row';
import { Office, REPORTERS } from '../support/office';
import { Stage } from '../support/stage';
import { bring } from './bring';
import { describeEpisode, planEpisode, type Episode, type RoundPlan } from './plan';

export type ChaosSettings = {
  readonly seed: number;
  readonly minutes: number;
  /** The first episode. */
  readonly from: number;
  /** At most so many; absent: as long as there is time. */
  readonly episodes?: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
};

/** Longer than the longest outage, and what comes after it. */
const OUTLASTED_MS = 150_000;

/** A deployment that grows for ever would make every look at it slower than the last. */
const EPISODES_PER_STAGE = 12;

/** Answers how many episodes held, or null when a law was broken. */
export async function chaos(settings: ChaosSettings): Promise<number | null> {
  const { seed, minutes, from, episodes = Infinity, say, signal } = settings;
  const until = performance.now() + minutes * 60_000;
  let held = 0;
  while (held < episodes && performance.now() < until && !signal.aborted) {
    // An episode stands on what those before it have left behind.
    const first = from + held;
    const folder = join(tmpdir(), `dondoc-chaos-${seed}-${first}`);
    const scene = await open(folder);
    let broken: readonly string[] = [];
    try {
      for (
        let n = 0;
        n < EPISODES_PER_STAGE && held < episodes && performance.now() < until && !signal.aborted;
        n += 1
      ) {
        const episode = planEpisode(seed, from + held);
        const found = await play(scene, episode, settings);
        if (found === null) return held;
        broken = found;
        if (broken.length > 0) {
          say(`BROKEN: seed ${seed}, ${describeEpisode(episode)}`);
          for (const law of broken) say(`  ${law}`);
          say(`logs: ${join(folder, 'log')}`);
          say(`again: npm run test:chaos -- --seed ${seed} --from ${first} --episodes ${n + 1}`);
          return null;
        }
        held += 1;
      }
    } finally {
      await scene.stage.close();
      if (broken.length === 0) rmSync(folder, { recursive: true, force: true });
    }
  }
  return held;
}

async function open(folder: string): Promise<Scene> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stage = await Stage.open({ deploymentId: 'chaos', kafka: true, folder });
  const office = new Office(stage);
  await office.registerPolicies();
  await office.registerUnits();
  return { stage, office, clockWasSet: [] };
}

/** What was broken; null when the episode was cut short. */
async function play(
  scene: Scene,
  episode: Episode,
  { say, signal }: ChaosSettings,
): Promise<readonly string[] | null> {
  const { office, stage } = scene;
  stage.beginFault();
  const began = performance.now();
  say(describeEpisode(episode));
  try {
    const load = [
      ...episode.rounds.map((round) => report(office, round)),
      ...(episode.directive ? [office.issueDirective(episode.number + 1)] : []),
      ...(episode.inbound ? [messages(scene, episode.number)] : []),
      ...(episode.erasure ? [office.eraseFocalOf(`xoa-${episode.number}`)] : []),
    ];
    const faults = episode.faults.map(async ({ afterMs, fault }) => {
      await pause(afterMs, undefined, { signal });
      await bring(scene, fault);
    });
    await all([...faults, ...load]);
    const { snapshot, broken } = await look(scene, true);
    const seconds = Math.round((performance.now() - began) / 1_000);
    const { lines, receipts, taken } = snapshot;
    say(
      `  ${broken.length === 0 ? 'holds' : 'BROKEN'} after ${seconds} s: ` +
        `${lines.length} entries, ${receipts.length} receipts, ${taken.length} mails`,
    );
    return broken;
  } catch (thrown) {
    if (signal.aborted) return null;
    return [inspect(thrown)];
  }
}

/** Nothing is left under way when one of them fails. */
async function all(work: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(work);
  const failed = ended.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
}

async function messages(scene: Scene, episode: number): Promise<void> {
  const { office } = scene;
  const good = [1, 2].map((n) => office.unitMessage(`he-thong-${episode}-${n}`));
  const [first, second] = good;
  const bad = office.badMessage(`không phải JSON (${episode})`);
  const again = () => void office.badMessage(bad.value);
  await until(
    'Kafka takes the messages',
    () => taken(scene, [first!, bad, second!], again),
    OUTLASTED_MS,
  );
  for (const message of good) await office.decided(message, OUTLASTED_MS);
}

/** The sender keeps what it has until Kafka has taken it: so it may send twice. */
async function taken(scene: Scene, all: readonly Message[], again: () => void): Promise<boolean> {
  try {
    await send(scene, TOPICS.inbound, all);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof KafkaJSError)) throw thrown;
    again();
    return false;
  }
}

async function report(
  office: Office,
  { ladder, dueAfter, reports, judged }: RoundPlan,
): Promise<void> {
  const round = await office.openRound(ladder, dueAfter);
  await Promise.all(
    reports.map(async (afterMs, index) => {
      if (afterMs === null) return;
      await pause(afterMs);
      await office.submit(round, REPORTERS[index]!);
      const how = judged[index];
      if (how) await office.judge(round, REPORTERS[index]!, how);
    }),
  );
}
