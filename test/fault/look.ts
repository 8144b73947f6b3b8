/**
 * Looks at all laws of a deployment that has come to rest. It is looked at again while time goes on in it: a rung that
 * falls due between two reads, or a run that has not said anything yet, breaks nothing; what is broken stays broken.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { violations } from './invariants/laws';
import { readSnapshot, type Snapshot } from './invariants/snapshot';
import type { Scene } from './rows/row';

/** An outlet that was away is tried again after a minute at most. */
const AT_REST_WITHIN_MS = 75_000;

export type Look = { readonly snapshot: Snapshot; readonly broken: readonly string[] };

/** @param compared whether the read tables are built anew beside, too: that takes seconds */
export async function look(
  { stage, office, clockWasSet }: Scene,
  compared: boolean,
): Promise<Look> {
  for (const since = performance.now(); ; await pause(250)) {
    await stage.drained();
    const snapshot = await readSnapshot(stage, office, { clockWasSet, compared });
    const broken = violations(snapshot);
    if (broken.length === 0 || performance.now() - since > AT_REST_WITHIN_MS) {
      return { snapshot, broken };
    }
  }
}
