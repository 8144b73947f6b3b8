/** Every code by which these deciders refuse (a round has its own list), so that each has a message and none is misspelt. */
import { reject, type Rejection } from './kernel';

export const REFUSAL_CODES = [
  'command.unknown',
  'actor.not-allowed',
  'wake-up.nothing-due',
  'reason.missing',
  'date.invalid',
  'plan.missing',
  'plan.invalid',
  'plan.stale',
  // The directive is in a status that has no such step: `{command, actions}`.
  'directive.unknown',
  'directive.draft',
  'directive.issuing',
  'directive.issued',
  'directive.suspended',
  'directive.superseded',
  'directive.revoked',
  'directive.recalled',
  'directive.concluded',
  'directive.no-addressee',
  'directive.secret',
  'directive.duplicate-task',
  'directive.unknown-task',
  'directive.field-empty',
  'value.ungrounded',
  'value.decided-by-another',
  'value.stated',
  'value.invalid',
  'duty.duplicate',
  'duty.bad-id',
  'duty.unknown',
  'duty.not-for-execution',
  'duty.due-without-anchor',
  'duty.not-on-request',
  'due.before-opening',
  'form.invalid',
  'form.too-large',
  'form.roll-up',
  'form.same',
  'indicator.invalid',
  'indicator.no-such-figure',
  'indicator.same',
  'addressee.already',
  'occurrence.not-yet',
  'inspection.report-not-yet',
  'inspection.report-too-early',
  'source.differs',
  'symbol.unreadable',
  'symbol.pattern-missing',
  'symbol.number-differs',
  'series.bad-span',
  'issue.symbol-differs',
  'issue.date-differs',
  'issue.number-differs',
  'round.already-convened',
  'round.not-due',
  'round.not-open',
  'round.shard-unknown',
  'unit.unknown',
  'unit.duplicate',
  'unit.bad-id',
  'unit.no-name',
  'unit.none-given',
  'unit.named-twice',
  'unit.ended',
  'unit.not-yet',
  'unit.cycle',
  'unit.alias-held',
  'unit.double-class',
  'unit.date-not-after',
  'unit.split-into-one',
  'contact.not-a-token',
  'policy.bad-id',
  'policy.invalid',
  'policy.empty-span',
  'policy.unknown',
  'policy.withdrawn',
  'calendar.bad-id',
  'calendar.invalid',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Refusal = { readonly ok: false; readonly rejection: Rejection };

export function refuse(code: RefusalCode, params: Rejection['params'] = {}): Refusal {
  return reject(code, params);
}

/** A reason or a name that must be given and is blank. */
export function refuseBlank(text: string, field: string): Refusal | null {
  return text.trim() === '' ? refuse('reason.missing', { field }) : null;
}
