/** What a message can be made of: notices about rounds, commendations, and days that a norm sets. */
import type { CommendationNotice } from './commendation-notice';
import type { DayNotice } from './day-notice';
import type { Notice } from './notice';

export type AnyNotice = Notice | CommendationNotice | DayNotice;

export function isOfCommendation(notice: AnyNotice): notice is CommendationNotice {
  return 'commendation' in notice;
}

export function isOfDay(notice: AnyNotice): notice is DayNotice {
  return 'subject' in notice;
}

/** The stream whose events it tells of. */
export function streamOf(notice: AnyNotice): string {
  if (isOfDay(notice)) return notice.stream;
  return isOfCommendation(notice) ? notice.commendation.stream : notice.round.stream;
}
