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
import { storedEvent } from '../contracts';
import type { Ledger } from '../ledger';

export type Recorded = {
  readonly contents: Pick<Ledger, 'getContent' | 'entriesOfStream'>;
  /** The folded state of a stream; of one that does not exist, its decider's initial state. */
  readonly stateOf: (stream: string) => Promise<unknown>;
};

/** Events that are what somebody tells took place outside the rounds. */
const OCCURRENCES: readonly DirectiveEvent['type'][] = [
  'ConferenceHeld',
  'InspectionHeld',
  'ResultRecorded',
  'JointInstrumentReviewed',
  'UnitPraised',
];

const is = (known: boolean): FoundEvidence => ({ known, award: null });

type Look = (evidence: Evidence, from: Recorded) => Promise<FoundEvidence>;

const LOOKS: { readonly [K in Evidence['kind']]: Look } = {
  async round({ ref }, from) {
    const [directive = '', duty = '', period = '', ...rest] = ref.split('~');
    const state = await directiveOf(directive, from);
    const known = rest.length === 0 && has(state?.rounds, roundKey(duty, period));
    return is(known);
  },
  obligation: async ({ ref }, from) => is((await obligationOf(ref, from)) !== null),
  submission: async ({ ref }, from) => is((await submissionOf(ref, from)) !== null),
  async model({ ref }, from) {
    const [obligation = '', ordinal = '', ...name] = ref.split('#');
    const found = await submissionOf(`${obligation}#${ordinal}`, from);
    const values = Object.values(found?.report.data?.values ?? {});
    return is(values.some((value) => isModelIn(value, name.join('#'))));
  },
  async indicator({ ref }, from) {
    const [directive = '', indicator = '', ...rest] = ref.split('~');
    const state = await directiveOf(directive, from);
    return is(rest.length === 0 && has(state?.indicators, indicator));
  },
  async recognition({ ref }, from) {
    const [, year = '', unit = ''] = /^(recognition\/[^/]+\/\d{4})\/([^/]+)$/.exec(ref) ?? [];
    const named = parseRecognitionStream(year);
    if (named === null) return is(false);
    const state = await from.stateOf(recognitionStream(named.authority, named.year));
    const { subjects } = state as RecognitionState;
    if (!has(subjects, unit)) return is(false);
    return { known: true, award: null, recognition: { unit, status: subjects[unit]!.status } };
  },
  async occurrence({ ref }, { contents }) {
    const [stream = '', version = '', ...rest] = ref.split('@');
    if (rest.length > 0 || !/^[1-9]\d{0,8}$/.test(version)) return is(false);
    const at = Number(version);
    const [entry] = await contents.entriesOfStream(stream, at, at);
    const type = entry === undefined ? null : (storedEvent(entry.envelope)?.type ?? null);
    return is(OCCURRENCES.some((one) => one === type));
  },
  async award({ ref }, from) {
    const stream = commendationStream(ref);
    if (kindOfStream(stream) !== 'commendation') return is(false);
    const { status, nomination } = (await from.stateOf(stream)) as CommendationState;
    if (status === 'none') return is(false);
    return { known: true, award: { status, merit: nomination?.merit ?? null } };
  },
  /** By its title alone it cannot be looked up: its hash is what must be held. */
  async content({ sha256 }, { contents }) {
    return is(sha256 === null || (await contents.getContent(sha256)) !== null);
  },
};

export function nominationEvidence(nomination: Nomination, from: Recorded) {
  return Promise.all(nomination.evidence.map((one) => LOOKS[one.kind](one, from)));
}

async function directiveOf(id: string, { stateOf }: Recorded): Promise<DirectiveState | null> {
  const stream = directiveStream(id);
  return kindOfStream(stream) === 'directive' ? ((await stateOf(stream)) as DirectiveState) : null;
}

async function obligationOf(id: string, { stateOf }: Recorded): Promise<Obligation | null> {
  const ref = parseObligationId(id);
  if (ref === null) return null;
  const stream = roundStream(ref);
  if (kindOfStream(stream) !== 'round') return null;
  const { obligations } = (await stateOf(stream)) as RoundState;
  return has(obligations, ref.unit) ? obligations[ref.unit]! : null;
}

async function submissionOf(ref: string, from: Recorded): Promise<Submission | null> {
  const [id = '', ordinal = '', ...rest] = ref.split('#');
  const obligation = rest.length === 0 ? await obligationOf(id, from) : null;
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
