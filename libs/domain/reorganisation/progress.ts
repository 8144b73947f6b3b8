/** How far a change set has come: parts asked and answered, and whose obligations wait for an heir. */
import type { BlockedCount, Pass, ReorganisationState } from './types';

export type Progress = { readonly done: number; readonly of: number; readonly moved: number };

/** A part is a directive or one of its shards; each answers once per pass. */
export function progressOf({ passes }: Pick<ReorganisationState, 'passes'>): Progress {
  let [done, of, moved] = [0, 0, 0];
  for (const pass of passes) {
    moved += pass.moved;
    for (const { answered, shards } of Object.values(pass.directives)) {
      const all = Object.values(shards);
      of += 1 + all.length;
      done += (answered ? 1 : 0) + all.filter(Boolean).length;
    }
  }
  return { done, of, moved };
}

/** Parts of one pass that have not answered yet. */
export function outstandingParts({ directives }: Pass): readonly string[] {
  return Object.entries(directives).flatMap(([directive, { answered, shards }]) => [
    ...(answered ? [] : [directive]),
    ...Object.entries(shards).flatMap(([shard, done]) => (done ? [] : [`${directive}~${shard}`])),
  ]);
}

/** Whether everything asked in the direction it goes now has been answered. */
export function allAnswered({ passes, status }: ReorganisationState): boolean {
  const back = status === 'handingBack' || status === 'undone';
  return passes
    .filter((pass) => pass.back === back)
    .every((pass) => pass.listed && outstandingParts(pass).length === 0);
}

/** Units whose open obligations stay where they are until somebody decides. */
export function withoutHeir({
  successions,
  blocked,
}: Pick<ReorganisationState, 'successions' | 'blocked'>): readonly BlockedCount[] {
  return successions
    .filter(({ from, to }) => to === null && (blocked[from] ?? 0) > 0)
    .map(({ from }) => ({ unit: from, count: blocked[from]! }));
}
