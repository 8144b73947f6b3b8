/** A refusal as RFC 9457 problem details: a stable code, both languages, the places of the faults, never a stack. */
import type { Text } from '../domain';
import { messageOf, publicParams, type Params, type UnitNames } from './messages';

/** One fault of a request; `place` is a JSON pointer into the body, or names a parameter. */
export type Fault = { readonly code: string; readonly place: string; readonly params: Params };

export type ProblemFault = {
  readonly code: string;
  readonly place: string;
  readonly message: Text;
  readonly next: Text;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly code: string;
  readonly params: Params;
  readonly titles: Text;
  readonly next: Text;
  readonly place?: string;
  readonly faults?: readonly ProblemFault[];
  readonly commandId?: string;
  readonly correlationId?: string;
};

export type Occurrence = {
  readonly params?: Params;
  /** Of the units that the parameters speak of. */
  readonly names?: UnitNames;
  readonly language?: 'vi' | 'en';
  readonly instance?: string;
  readonly faults?: readonly Fault[];
  readonly commandId?: string;
  readonly correlationId?: string;
};

export function problem(code: string, occurrence: Occurrence = {}): Problem {
  const { params = {}, names = {}, language = 'vi', faults, ...rest } = occurrence;
  const { status, title, next } = messageOf(code, params, names);
  const first = faults?.[0];
  return {
    type: `urn:dondoc:problem:${code}`,
    title: title[language],
    status,
    detail: `${title[language]}. ${next[language]}`,
    code,
    params: publicParams(params),
    titles: title,
    next,
    ...(first ? { place: first.place, faults: faults.map((it) => inWords(it, names)) } : {}),
    ...rest,
  };
}

/** The problem of a request with faults: the first gives the code, all are listed. */
export function problemOfFaults(faults: readonly Fault[], occurrence: Occurrence = {}): Problem {
  const { code, params } = faults[0]!;
  return problem(code, { ...occurrence, params, faults });
}

function inWords({ code, place, params }: Fault, names: UnitNames): ProblemFault {
  const { title, next } = messageOf(code, params, names);
  return { code, place, message: title, next };
}
