/**
 * A link was made, or taken back, while this round lives: what is accepted from now on answers the duty above, or no more,
 * and what was accepted before the link answers it now. Told twice it is noted once.
 */
import { sameJson } from '../check-grades';
import { accept, type Decision } from '../kernel';
import { feedingOf } from './accept-report';
import { refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function noteRoundFeeds(
  state: RoundState,
  command: CommandOf<'NoteRoundFeeds'>,
): Decision<RoundEvent> {
  const { data, actor, type } = command;
  const refused = refusedByRound(state, type);
  if (refused) return refused;
  if (actor.role !== 'system') {
    const entitled: string[] = [];
    return refuse('actor.not-entitled', { command: type, actorUnit: actor.unit, entitled });
  }
  const { target, feeds } = data;
  const known = (state.heading!.feeds ?? []).some((one) => sameJson(one, target));
  if (known === feeds) return accept();
  const noted: RoundEvent = { type: 'RoundFeedsNoted', data };
  return feeds ? accept(noted, ...acceptedBefore(state, command)) : accept(noted);
}

/** One event each: a report may be as large as an entry. */
function acceptedBefore(
  { heading, obligations }: RoundState,
  { data: { target } }: CommandOf<'NoteRoundFeeds'>,
): RoundEvent[] {
  return Object.values(obligations).flatMap(
    ({ unit, status, figures, submissions }): RoundEvent[] => {
      const submission = submissions.find(({ ordinal }) => ordinal === figures);
      if (status !== 'accepted' || submission === undefined) return [];
      const answering = { heading: { ...heading!, feeds: [target] }, obligations };
      const feeding = feedingOf(answering, submission);
      if (feeding === undefined) return [];
      const { ordinal } = submission;
      return [{ type: 'AcceptedReportFed', data: { unit, submission: ordinal, feeding } }];
    },
  );
}
