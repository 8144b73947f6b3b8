/** Every code by which a round refuses, so that each has a message and none is misspelt. */
import { reject, type Rejection } from '../kernel';

export const ROUND_REJECTIONS = [
  'round.not-open',
  'round.already-open',
  'round.closed',
  'round.cancelled',
  'round.suspended',
  'round.not-suspended',
  'round.no-units',
  'round.unit-twice',
  'round.too-many-units',
  'round.due-not-after-opening',
  'unit.not-in-round',
  'obligation.not-possible-now',
  'actor.not-obliged',
  'actor.not-entitled',
  'reason.missing',
  'report.empty',
  'report.already-submitted',
  'report.already-accepted',
  'form.none',
  'form.not-filled-in',
  'form.other-version',
  'form.unknown-field',
  'form.missing',
  'form.value',
  'form.rule',
  'correction.already-waits',
  'correction.none',
  'report.no-channel',
  'report.already-passed-on',
  'extension.already-asked',
  'extension.not-asked',
  'extension.not-later',
  'extension.same-actor',
  'extension.date-missing',
  'extension.other-date',
  'extension.no-counter-proposal',
  'substitution.same-unit',
  'substitution.empty-span',
  'paper.already-entered',
  'paper.not-entered',
  'paper.same-person',
  'paper.time-in-future',
  'paper.before-opening',
  'urging.incomplete',
  'letter.unknown',
  'letter.already-issued',
  'letter.incomplete',
  'letter.nobody-unfinished',
  'explanation.not-asked',
  'explanation.already-given',
  'explanation.empty',
  'held.nothing-to-plan',
  'wake-up.nothing-due',
  'plan.missing',
  'plan.invalid',
  'command.unknown',
] as const;

export type RoundRejection = (typeof ROUND_REJECTIONS)[number];

export type Refusal = { readonly ok: false; readonly rejection: Rejection };

export function refuse(code: RoundRejection, params: Rejection['params'] = {}): Refusal {
  return reject(code, params);
}
