/** Names of streams, rounds and obligations: made and read here and nowhere else. */

export const ORG_STREAM = 'org';

export const directiveStream = (directive: string): string => `directive/${directive}`;

export type ShardRef = {
  readonly directive: string;
  readonly duty: string;
  readonly period: string;
  readonly shard: number;
};

export const roundStream = ({ directive, duty, period, shard }: ShardRef): string =>
  `directive/${directive}/round/${duty}/${period}/${shard}`;

export type ReviewRef = { readonly directive: string; readonly review: number };

/** `directive/d-07/review/2`: reviews are counted by their directive, from 1. */
export const reviewStream = ({ directive, review }: ReviewRef): string =>
  `directive/${directive}/review/${review}`;

/** Reads a review's stream; null for any other stream. */
export function parseReviewStream(stream: string): ReviewRef | null {
  const match = /^directive\/([^/]+)\/review\/([1-9]\d{0,5})$/.exec(stream);
  return match && { directive: match[1]!, review: Number(match[2]) };
}

/** What became of the messages about it: a round's shard, a commendation, a year of recognition, a directive as a whole. */
export const deliveryStreamOf = (stream: string): string => `${stream}/delivery`;

export const seriesStream = (issuer: string, type: string, span: string): string =>
  `series/${issuer}/${type}/${span}`;

export const policyStream = (id: string): string => `policy/${id}`;

/** The change set of one reorganisation, as it is carried out. */
export const reorganisationStream = (id: string): string => `reorganisation/${id}`;
export const commendationStream = (id: string): string => `commendation/${id}`;

/** Bars of all units, so that planning finds those of any. */
export const BARS_STREAM = 'bars';

/** That personal values were erased. */
export const ERASURE_STREAM = 'erasure';

/** Who read what on one day of the office. */
export const accessStream = (day: string): string => `access/${day}`;

/** Histories of engine runs that closed on one day (UTC). */
export const historiesStream = (day: string): string => `histories/${day}`;

/** What each build of the workflows was made of. */
export const BUILDS_STREAM = 'histories/builds';

/** What was lost before a restore, and who accepted it. */
export const LOSSES_STREAM = 'losses';

export const calendarStream = (id: string): string => `calendar/${id}`;

/** One body that decides on recognition, one calendar year. */
export const recognitionStream = (authority: string, year: number): string =>
  `recognition/${authority}/${year}`;

/** Reads a stream of recognition; null for any other. */
export function parseRecognitionStream(
  stream: string,
): { readonly authority: string; readonly year: number } | null {
  const match = /^recognition\/([^/]+)\/(\d{4})$/.exec(stream);
  return match === null ? null : { authority: match[1]!, year: Number(match[2]) };
}

/** Public id of a round: `d-abc~report~2018`. Every part is of `[A-Za-z0-9-]`. */
export const roundId = (directive: string, duty: string, period: string): string =>
  `${directive}~${duty}~${period}`;

/** Public id of an obligation, which names its shard: `d-abc~report~2018~0~cat-thanh-hoa`. */
export const obligationId = (shard: ShardRef, unit: string): string =>
  `${roundId(shard.directive, shard.duty, shard.period)}~${shard.shard}~${unit}`;

export type ObligationRef = ShardRef & { readonly unit: string };

/** Reads an obligation's id; null when it has not that form. */
export function parseObligationId(id: string): ObligationRef | null {
  const [directive, duty, period, shard, unit, ...rest] = id.split('~');
  if (!directive || !duty || !period || !shard || !unit || rest.length > 0) return null;
  if (!/^\d{1,6}$/.test(shard)) return null;
  return { directive, duty, period, shard: Number(shard), unit };
}

/** Reads a round's stream; null for any other stream. */
export function parseRoundStream(stream: string): ShardRef | null {
  const match = /^directive\/([^/]+)\/round\/([^/]+)\/([^/]+)\/(\d+)$/.exec(stream);
  if (!match) return null;
  return { directive: match[1]!, duty: match[2]!, period: match[3]!, shard: Number(match[4]) };
}

export type StreamKind =
  | 'directive'
  | 'round'
  | 'review'
  | 'delivery'
  | 'series'
  | 'org'
  | 'policy'
  | 'calendar'
  | 'reorganisation'
  | 'commendation'
  | 'bars'
  | 'erasure'
  | 'access'
  | 'histories'
  | 'losses'
  | 'recognition';

/** Which decider a stream belongs to; null for a name that no decider knows. */
export function kindOfStream(stream: string): StreamKind | null {
  // The ledger writes names one to a line.
  if (stream.includes('\n')) return null;
  if (stream === ORG_STREAM) return 'org';
  if (isDirective(stream)) return 'directive';
  if (parseRoundStream(stream)) return 'round';
  if (parseReviewStream(stream)) return 'review';
  if (stream.endsWith('/delivery') && isMailedStream(stream.slice(0, -9))) return 'delivery';
  if (isCommendation(stream)) return 'commendation';
  if (stream === BARS_STREAM) return 'bars';
  if (stream === ERASURE_STREAM) return 'erasure';
  if (stream === LOSSES_STREAM) return 'losses';
  if (/^access\/\d{4}-\d\d-\d\d$/.test(stream)) return 'access';
  if (/^histories\/(\d{4}-\d\d-\d\d|builds)$/.test(stream)) return 'histories';
  if (/^series\/[^/]+\/[^/]+\/[^/]+$/.test(stream)) return 'series';
  if (/^policy\/.+$/.test(stream)) return 'policy';
  if (/^calendar\/[^/]+$/.test(stream)) return 'calendar';
  if (/^reorganisation\/[^/]+$/.test(stream)) return 'reorganisation';
  if (parseRecognitionStream(stream)) return 'recognition';
  return null;
}

const TIME_KEEPING: readonly StreamKind[] = [
  'directive',
  'round',
  'review',
  'commendation',
  'recognition',
];

/** Streams whose time is kept by a Temporal workflow; all others are decided by the dispatcher. */
export function keepsTime(stream: string): boolean {
  const kind = kindOfStream(stream);
  return kind !== null && TIME_KEEPING.includes(kind);
}

/** Streams of whose events people hear by mail, each with a delivery stream of its own. */
export function isMailedStream(stream: string): boolean {
  return (
    parseRoundStream(stream) !== null ||
    isCommendation(stream) ||
    parseRecognitionStream(stream) !== null ||
    isDirective(stream)
  );
}

function isDirective(stream: string): boolean {
  return /^directive\/[^/]+$/.test(stream);
}

function isCommendation(stream: string): boolean {
  return /^commendation\/[^/]+$/.test(stream);
}
