/**
 * A person decides what a low rate of reports in time leads to: the policy of the issuer's own scope proposes a band, never
 * more, and the rate is the one the record counts. Not to criticise is a decision too, with its reason.
 */
import { accept, type Decision } from '../kernel';
import type { Ratio } from '../form/types';
import { isLocalDate } from '../local-date';
import { ownAmong } from '../own-unit';
import { bandOf } from '../policy/bands';
import { refuse, refuseBlank, type Refusal } from '../refusals';
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
  const whole = [part, of].every((it) => Number.isSafeInteger(it) && it >= 0);
  if (to < from || !whole || part > of || of === 0) {
    return refuse('criticism.rate-invalid', { unit, part, of });
  }
  if (ownAmong(command, [unit]) !== null) return refuse('criticism.own-unit', { unit });
  const { policy, bands, counted } = command.plan!;
  const fault = refuseOverlap(state, data) ?? refuseRate(data, counted);
  if (fault) return fault;
  const chosen = bands.find(({ code }) => code === decision) ?? null;
  if (chosen === null && decision !== 'none') {
    const known = ['none', ...bands.map(({ code }) => code)];
    return refuse('criticism.unknown-band', { decision, policy, known });
  }
  const proposed = bandOf(bands, onTime)?.code ?? null;
  const text = chosen?.text ?? null;
  return accept({ type: 'CriticismDecided', data: { ...data, policy, proposed, text } });
}

/** What fell due in a span is judged once: no other span may share a day with it. */
function refuseOverlap(
  { criticisms }: DirectiveState,
  { unit, from, to }: CriticismData,
): Refusal | null {
  for (const key of criticisms) {
    const [of = '', first = '', last = ''] = key.split('~');
    if (of === unit && first <= to && from <= last) {
      return refuse('criticism.already', { unit, from: first, to: last });
    }
  }
  return null;
}

/** What was counted at the way in is believed, not what was typed in. */
function refuseRate({ unit, from, to, onTime }: CriticismData, counted: Ratio): Refusal | null {
  if (counted.of === 0) return refuse('criticism.nothing-owed', { unit, from, to });
  if (counted.part === onTime.part && counted.of === onTime.of) return null;
  const given = `${onTime.part}/${onTime.of}`;
  const right = `${counted.part}/${counted.of}`;
  return refuse('criticism.rate-differs', { unit, from, to, given, counted: right });
}

export function criticismKey({ unit, from, to }: CriticismData): string {
  return `${unit}~${from}~${to}`;
}
