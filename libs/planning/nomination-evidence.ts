/**
 * What the record holds of the evidence of a nomination, looked up once at the way in and kept with the command: the
 * decider refuses by it, and so does every replay.
 */
import {
  commendationStream,
  directiveStream,
  kindOfStream,
  parseObligationId,
  parseRecognitionStream,
  recognitionStream,
  roundKey,
  roundStream,
  type CommendationState,
  type DirectiveEvent,
  type DirectiveState,
  type Evidence,
  type FoundEvidence,
  type Nomination,
  type Obligation,
  type RecognitionState,
  type RoundState,
  type Submission,
} from '../domain';
import { stateOf, type Asking } from './question';

/** Events that are what somebody tells took place outside the rounds. */
const OCCURRENCES: readonly DirectiveEvent['type'][] = [
  'ConferenceHeld',
  'InspectionHeld',
  'ResultRecorded',
  'JointInstrumentReviewed',
  'UnitPraised',
];

const is = (known: boolean): FoundEvidence => ({ known, award: null });

/** @param at which evidence of the nomination it is */
type Look = (evidence: Evidence, at: number) => Asking<FoundEvidence>;

const LOOKS: { readonly [K in Evidence['kind']]: Look } = {
  *round({ ref }) {
    const [directive = '', duty = '', period = '', ...rest] = ref.split('~');
    const state = yield* directiveOf(directive);
    const known = rest.length === 0 && has(state?.rounds, roundKey(duty, period));
    return is(known);
  },
  *obligation({ ref }) {
    return is((yield* obligationOf(ref)) !== null);
  },
  *submission({ ref }) {
    return is((yield* submissionOf(ref)) !== null);
  },
  *model({ ref }) {
    const [obligation = '', ordinal = '', ...name] = ref.split('#');
    const found = yield* submissionOf(`${obligation}#${ordinal}`);
    const values = Object.values(found?.report.data?.values ?? {});
    return is(values.some((value) => isModelIn(value, name.join('#'))));
  },
  *indicator({ ref }) {
    const [directive = '', indicator = '', ...rest] = ref.split('~');
    const state = yield* directiveOf(directive);
    return is(rest.length === 0 && has(state?.indicators, indicator));
  },
  *recognition({ ref }) {
    const [, year = '', unit = ''] = /^(recognition\/[^/]+\/\d{4})\/([^/]+)$/.exec(ref) ?? [];
    const named = parseRecognitionStream(year);
    if (named === null) return is(false);
    const stream = recognitionStream(named.authority, named.year);
    const { subjects } = yield* stateOf<RecognitionState>(stream);
    if (!has(subjects, unit)) return is(false);
    return { known: true, award: null, recognition: { unit, status: subjects[unit]!.status } };
  },
  *occurrence({ ref }) {
    const [stream = '', version = '', ...rest] = ref.split('@');
    if (rest.length > 0 || !/^[1-9]\d{0,8}$/.test(version)) return is(false);
    const type = yield { ask: 'event', stream, version: Number(version) };
    return is(OCCURRENCES.some((one) => one === type));
  },
  *award({ ref }) {
    const stream = commendationStream(ref);
    if (kindOfStream(stream) !== 'commendation') return is(false);
    const { status, nomination } = yield* stateOf<CommendationState>(stream);
    if (status === 'none') return is(false);
    return { known: true, award: { status, merit: nomination?.merit ?? null } };
  },
  /** By its title alone it cannot be looked up: its hash is what must be held. */
  *content({ sha256 }, at) {
    if (sha256 === null) return is(true);
    return is((yield { ask: 'held', sha256, evidence: at }) === true);
  },
};

export function* nominationEvidence({ evidence }: Nomination): Asking<readonly FoundEvidence[]> {
  const found: FoundEvidence[] = [];
  for (const [at, one] of evidence.entries()) found.push(yield* LOOKS[one.kind](one, at));
  return found;
}

function* directiveOf(id: string): Asking<DirectiveState | null> {
  const stream = directiveStream(id);
  return kindOfStream(stream) === 'directive' ? yield* stateOf<DirectiveState>(stream) : null;
}

function* obligationOf(id: string): Asking<Obligation | null> {
  const ref = parseObligationId(id);
  if (ref === null) return null;
  const stream = roundStream(ref);
  if (kindOfStream(stream) !== 'round') return null;
  const { obligations } = yield* stateOf<RoundState>(stream);
  return has(obligations, ref.unit) ? obligations[ref.unit]! : null;
}

function* submissionOf(ref: string): Asking<Submission | null> {
  const [id = '', ordinal = '', ...rest] = ref.split('#');
  const obligation = rest.length === 0 ? yield* obligationOf(id) : null;
  return obligation?.submissions.find((one) => String(one.ordinal) === ordinal) ?? null;
}

function isModelIn(value: unknown, name: string): boolean {
  return (
    Array.isArray(value) && value.some((one: { readonly name?: unknown }) => one.name === name)
  );
}

function has(of: object | undefined, key: string): boolean {
  return of !== undefined && Object.hasOwn(of, key);
}
