/**
 * What belongs to a directive is closed once its file went to the archive: what was recorded stays as it is. Streams beside
 * the directive's own hear of it on the command, as the directive's record had it when the command came in.
 */
import type { Command, Instant } from './kernel';
import { refuse, type Refusal } from './refusals';

/** What the way in attaches; absent while the file is not handed over. */
export type ArchivedPlan = { readonly archivedAt?: Instant };

export function refuseArchived({ type, plan }: Pick<Command, 'type' | 'plan'>): Refusal | null {
  const { archivedAt: at } = (plan as ArchivedPlan | null | undefined) ?? {};
  return at === undefined ? null : refuse('review.archived', { command: type, at });
}
