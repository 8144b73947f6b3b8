/**
 * The days of a body's year. Before a last day, whoever was called and has not registered, or has registered and sent no
 * dossier, is reminded once; on it and after it the body hears who is missing. A list that would not fit an entry is cut
 * where it is told, and goes on in a further entry where units are reminded.
 */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { bodyOf, type Of } from './check';
import type { RecognitionDay, RecognitionDeadline } from './plan';
import type { RecognitionEvent, RecognitionState, RecognitionSubject } from './types';

/** Ids of 64 characters each: a third of what an entry may hold. */
const NAMED_AT_MOST = 300;

export function wakeUp(state: RecognitionState, command: Of<'WakeUp'>): Decision<RecognitionEvent> {
  const next = state.deadlines[0];
  if (next === undefined || next.at > command.effectiveAt) return refuse('wake-up.nothing-due');
  const body = bodyOf(command);
  const { standingBody } = state;
  const issuedAt = command.receivedAt;
  const subjects = ofKinds(state.subjects, next);
  const undecided = subjects.filter(([, it]) => isUndecided(it));
  const unregistered = namesOf(
    ofKinds(state.called, next).filter(([unit]) => !Object.hasOwn(state.subjects, unit)),
  );
  const named = NAMED[next.what](state, next);
  const told = [body.authority, standingBody, state.delegatedTo].filter((it) => it !== null);
  return accept(
    ...parts(REMINDS.includes(next.what) ? named : []).map((units): RecognitionEvent => ({
      type: 'RecognitionReminded',
      data: { ...body, ...next, units, standingBody, issuedAt },
    })),
    {
      type: 'RecognitionDeadlineReached',
      data: {
        ...body,
        ...next,
        registered: subjects.length,
        undecided: undecided.length,
        units: named.slice(0, NAMED_AT_MOST),
        more: Math.max(0, named.length - NAMED_AT_MOST),
        told: [...new Set(told)],
        unregistered: {
          count: unregistered.length,
          units: unregistered.slice(0, NAMED_AT_MOST),
        },
        issuedAt,
      },
    },
  );
}

const REMINDS: readonly RecognitionDay[] = ['registrationReminder', 'dossierReminder'];

type Naming = (state: RecognitionState, day: RecognitionDeadline) => string[];

const undecidedOf: Naming = ({ subjects }, day) =>
  namesOf(ofKinds(subjects, day).filter(([, it]) => isUndecided(it)));

const NAMED: { readonly [day in RecognitionDay]: Naming } = {
  registrationReminder: ({ called, subjects }, day) =>
    namesOf(
      ofKinds(called, day).filter(
        ([unit, { reminded }]) => !reminded && !Object.hasOwn(subjects, unit),
      ),
    ),
  dossierReminder: ({ subjects }, day) =>
    namesOf(
      ofKinds(subjects, day).filter(
        ([, { status, reminded }]) =>
          !reminded && (status === 'registered' || status === 'returned'),
      ),
    ),
  registrationEnds: ({ subjects }, day) => namesOf(ofKinds(subjects, day)),
  decisionDue: undecidedOf,
  decisionOverdue: undecidedOf,
};

function isUndecided({ status }: RecognitionSubject): boolean {
  return status !== 'met' && status !== 'notMet' && status !== 'revoked';
}

/** In the order of their ids. */
function ofKinds<T extends Pick<RecognitionSubject, 'kind'>>(
  units: { readonly [unit: string]: T },
  { kinds }: RecognitionDeadline,
): [string, T][] {
  return Object.entries(units)
    .filter(([, { kind }]) => kinds.includes(kind))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function namesOf(units: readonly (readonly [string, unknown])[]): string[] {
  return units.map(([unit]) => unit);
}

function parts(units: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(units.length / NAMED_AT_MOST) }, (_, index) =>
    units.slice(index * NAMED_AT_MOST, (index + 1) * NAMED_AT_MOST),
  );
}
