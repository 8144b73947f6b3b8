/** One line per event and per refused command; the sentences are made from the data when it is read. */
import { kindOfStream, roundId } from '../../domain';
import { projection } from '../projection';
import type { Projected, Refused } from '../projected';

export const timeline = projection(
  'timeline',
  ['timeline'],
  {},
  {
    every: (rows, event) => {
      if (isTold(event)) rows.insert('timeline', [line(event, 'event')]);
    },
    refused: (rows, refusal) => {
      if (isTold(refusal)) rows.insert('timeline', [line(refusal, 'refusal')]);
    },
  },
);

/** Who read what is not everybody's to see; and neither it nor what is kept of the engine is part of what happened. */
function isTold({ stream }: Projected | Refused): boolean {
  const kind = kindOfStream(stream);
  return kind !== 'access' && kind !== 'histories';
}

function line(e: Projected | Refused, kind: 'event' | 'refusal') {
  const data = e.data as { readonly [name: string]: unknown };
  return {
    seq: e.seq,
    entry_id: e.entry,
    stream: e.stream,
    kind,
    type: e.type,
    directive_id: e.directive || namedDirective(e, data),
    round_id: roundOf(e, data),
    unit: typeof data.unit === 'string' ? data.unit : null,
    at: e.at,
    recorded_at: e.recordedAt,
    actor: e.actor,
    rejection: 'rejection' in e ? e.rejection : null,
    data,
  };
}

/** A number's or a document's; what a change set notes of directives stands in their own streams already. */
function namedDirective(
  { stream }: Projected | Refused,
  { directive }: { readonly [name: string]: unknown },
): string | null {
  if (kindOfStream(stream) === 'reorganisation') return null;
  return typeof directive === 'string' ? directive : null;
}

/** The round it speaks of: by its stream, or by duty and period. */
function roundOf(
  e: Projected | Refused,
  data: { readonly [name: string]: unknown },
): string | null {
  if (e.shard) return roundId(e.shard.directive, e.shard.duty, e.shard.period);
  const named = (data.heading ?? data) as { readonly duty?: unknown; readonly period?: unknown };
  const period =
    typeof named.period === 'object' && named.period !== null && 'id' in named.period
      ? named.period.id
      : named.period;
  if (!e.directive || typeof named.duty !== 'string' || typeof period !== 'string') return null;
  return roundId(e.directive, named.duty, period);
}
