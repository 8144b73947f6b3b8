/**
 * Freezes the pack that was made from the ledger. Invariant: a review has one pack, named by its hash; the same one told
 * again changes nothing, and another one is refused.
 */
import { accept, isInstant, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { ReviewState } from './state';

export function freezePack(
  state: ReviewState,
  command: Of<'FreezeReviewPack'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { sha256, size, asOf } = command.data;
  // Cancelled while its pack was made: nobody needs it any more.
  if (state.status === 'cancelled') return accept();
  if (state.pack !== null) {
    if (state.pack.sha256 === sha256) return accept();
    return refuse('review.pack-frozen', { frozen: state.pack.sha256, found: sha256 });
  }
  if (!/^[0-9a-f]{64}$/.test(sha256)) return invalid('sha256', sha256);
  if (!Number.isSafeInteger(size) || size < 1) return invalid('size', String(size));
  if (!isInstant(asOf)) return invalid('asOf', asOf);
  return accept({ type: 'ReviewPackFrozen', data: { sha256, size, asOf } });
}

function invalid(place: string, found: string) {
  return refuse('plan.invalid', { place, found });
}
