/**
 * The laws of a drained deployment, whatever happened to it. Each looks at a snapshot and answers what breaks it, one
 * sentence per case; none looks at how the deployment got there.
 */
import type { Snapshot } from './snapshot';
import { ledgerLaws } from './ledger-laws';
import { commandLaws } from './command-laws';
import { heldLaws } from './held-laws';
import { ladderLaws } from './ladder-laws';
import { rungLaws } from './rung-laws';
import { stateLaws } from './state-laws';
import { mailLaws } from './mail-laws';
import { checkpointLaws } from './checkpoint-laws';
import { topicLaws } from './topic-laws';

export type Law = (snapshot: Snapshot) => readonly string[];

export const LAWS: { readonly [law: string]: Law } = {
  ...ledgerLaws,
  ...commandLaws,
  ...ladderLaws,
  ...heldLaws,
  ...rungLaws,
  ...stateLaws,
  ...mailLaws,
  ...checkpointLaws,
  ...topicLaws,
};

/** `law: case`, for every case. */
export function violations(snapshot: Snapshot): string[] {
  return Object.entries(LAWS).flatMap(([law, broken]) =>
    broken(snapshot).map((of) => `${law}: ${of}`),
  );
}
