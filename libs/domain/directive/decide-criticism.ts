/**
 * A person decides what a low rate of reports in time leads to: the policy of the issuer's own scope proposes a band, never
 * more. Not to criticise is a decision too, with its reason.
 */
import { accept, type Decision } from '../kernel';
import { isLocalDate } from '../local-date';
import { ownAmong } from '../own-unit';
import { bandOf } from '../policy/bands';
import { refuse, refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseWithoutPlan } from './check-plan';
import type { CriticismData } from './criticism';
import type { DirectiveEvent, DirectiveState } from './types';

export function decideCriticism(
  state: DirectiveState,
  command: Of<'DecideCriticism'>,
): Decision<DirectiveEvent> {
  const { data } = command;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseWithoutPlan(command);
  if (refused) return refused;
  const { unit, from, to, onTime, decision } = data;
  const day = [from, to].find((one) => !isLocalDate(one));
  if (day !== undefined) return refuse('date.invalid', { date: day });
  const { part, of } = onTime;
  const counted = [part, of].every((it) => Number.isSafeInteger(it) && it >= 0);
  if (to < from || !counted || part > of || of === 0) {
    return refuse('criticism.rate-invalid', { unit, part, of });
  }
  if (ownAmong(command, [unit]) !== null) return refuse('criticism.own-unit', { unit });
  const key = criticismKey(data);
  if (state.criticisms.includes(key)) return refuse('criticism.already', { unit, from, to });
  const { policy, bands } = command.plan!;
  const chosen = bands.find(({ code }) => code === decision) ?? null;
  if (chosen === null && decision !== 'none') {
    const known = ['none', ...bands.map(({ code }) => code)];
    return refuse('criticism.unknown-band', { decision, policy, known });
  }
  const proposed = bandOf(bands, onTime)?.code ?? null;
  const text = chosen?.text ?? null;
  return accept({ type: 'CriticismDecided', data: { ...data, policy, proposed, text } });
}

export function criticismKey({ unit, from, to }: CriticismData): string {
  return `${unit}~${from}~${to}`;
}
