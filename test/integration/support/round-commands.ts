/** Commands of a round as the way in logs them: the words of the round's own tests, addressed to a stream. */
import type { PlannedRung } from '../../../libs/domain';
import * as say from '../../../libs/domain/round/testing';
import type { NewCommand } from '../../../libs/ledger';

export const UNIT = 'nga-son';
/** Far enough for a rung that must not come in a test. */
export const FAR = '2099-12-18T10:00:00.000Z';

type Said = Pick<NewCommand, 'type' | 'data' | 'actor' | 'plan'>;
let count = 0;

/** Ids in the order of the asking, so that commands of one instant keep it. */
export function asked(
  stream: string,
  { type, data, actor, plan }: Said,
  more: Partial<NewCommand> = {},
): NewCommand {
  count += 1;
  const id = `${stream}:${String(count).padStart(5, '0')}`;
  return { id, stream, type, data, actor, ...(plan === undefined ? {} : { plan }), ...more };
}

export type Ladder = { readonly dueAt?: string; readonly rungs?: readonly PlannedRung[] };

export const opening = (stream: string, { dueAt = FAR, rungs = [] }: Ladder = {}): NewCommand =>
  asked(stream, say.opens({ schedule: { dueAt, rungs } }));

export const urging = (stream: string, note = 'hứa gửi ngày mai', unit = UNIT): NewCommand =>
  asked(stream, say.telephones(unit, { note }));

export const submission = (stream: string, unit = UNIT): NewCommand =>
  asked(stream, say.submits(unit));

export const cancellation = (stream: string): NewCommand => asked(stream, say.cancels());

export const rung = say.rung;

/** One of many that wait together. */
export const telling = (stream: string, n: number, unit = UNIT): NewCommand =>
  urging(stream, `cuộc gọi ${n}`, unit);
