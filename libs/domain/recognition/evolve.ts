/** What each event makes of the body's year. */
import type { Folding } from '../dispatch';
import { subjectLifecycle, type SubjectStep } from './lifecycle';
import type { RecognitionDeadline } from './plan';
import {
  deadlineKey,
  type RecognitionEvent,
  type RecognitionState,
  type RecognitionSubject,
} from './types';

export const NO_YEAR: RecognitionState = {
  subjects: {},
  called: {},
  standingBody: null,
  deadlines: [],
  reached: [],
  delegatedTo: null,
};

export const RECOGNITION_FOLDS: Folding<RecognitionState, RecognitionEvent> = {
  // Called again, a unit is not reminded again.
  RegistrationCalled: (state, { data: { units, standingBody, deadlines } }) => ({
    ...state,
    called: {
      ...Object.fromEntries(units.map(({ unit, kind }) => [unit, { kind, reminded: false }])),
      ...state.called,
    },
    standingBody: standingBody ?? state.standingBody,
    deadlines: [...state.deadlines, ...deadlines].sort(earlierFirst),
  }),
  RecognitionRegistered: (state, { data: { unit, kind, deadlines } }) => ({
    ...state,
    subjects: {
      ...state.subjects,
      [unit]: { kind, status: 'registered', happened: [], proposal: null, reminded: false },
    },
    deadlines: [...state.deadlines, ...deadlines].sort(earlierFirst),
  }),
  RecognitionDossierSubmitted: (state, { data: { unit, happened } }) =>
    moved(state, unit, 'SubmitRecognitionDossier', { happened, proposal: null }),
  RecognitionDossierAppraised: (state, { data: { unit, proposal } }) =>
    moved(state, unit, 'AppraiseRecognitionDossier', { proposal }),
  RecognitionDossierReturned: (state, { data: { unit } }) =>
    moved(state, unit, 'ReturnRecognitionDossier', { proposal: null }),
  RecognitionDecided: (state, { data: { met, notMet } }) => {
    const recognised = met.reduce((now, unit) => moved(now, unit, 'DecideMet'), state);
    return notMet.reduce((now, { unit }) => moved(now, unit, 'DecideNotMet'), recognised);
  },
  RecognitionDelegated: (state, { data: { to } }) => ({ ...state, delegatedTo: to }),
  RecognitionRevoked: (state, { data: { unit } }) => moved(state, unit, 'RevokeRecognition'),
  RecognitionResultRecorded: (state) => state,
  RecognitionTargetSet: (state) => state,
  UnitClassified: (state) => state,
  RecognitionReminded: (state, { data: { what, units } }) =>
    what === 'registrationReminder'
      ? { ...state, called: reminded(state.called, units) }
      : { ...state, subjects: reminded(state.subjects, units) },
  RecognitionDeadlineReached: (state, { data }) => {
    const key = deadlineKey(data);
    return {
      ...state,
      deadlines: state.deadlines.filter((one) => deadlineKey(one) !== key),
      reached: [...state.reached, key],
    };
  },
};

function reminded<T extends { readonly reminded: boolean }>(
  all: { readonly [unit: string]: T },
  units: readonly string[],
): { readonly [unit: string]: T } {
  const now = units.map((unit) => [unit, { ...all[unit]!, reminded: true }] as const);
  return { ...all, ...Object.fromEntries(now) };
}

function moved(
  state: RecognitionState,
  unit: string,
  step: SubjectStep,
  changes: Partial<RecognitionSubject> = {},
): RecognitionState {
  const before = state.subjects[unit]!;
  const status = subjectLifecycle.next(before.status, step) ?? before.status;
  return { ...state, subjects: { ...state.subjects, [unit]: { ...before, ...changes, status } } };
}

function earlierFirst(a: RecognitionDeadline, b: RecognitionDeadline): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
