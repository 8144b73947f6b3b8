/**
 * What each event makes of the body's year. A year may have thousands of subjects, so what many events in a row do to them
 * is folded into one copy.
 */
import type { Folding } from '../dispatch';
import type { Fold, LocalDate, Stored } from '../kernel';
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

type Subjects = { readonly [unit: string]: RecognitionSubject };

const subjectsMoved = (state: RecognitionState, event: Stored<RecognitionEvent>) => ({
  ...state,
  subjects: { ...state.subjects, ...Object.fromEntries(subjectsAfter(state.subjects, event)!) },
});

export const RECOGNITION_FOLDS: Folding<RecognitionState, RecognitionEvent> = {
  // Called again, a unit is not reminded again.
  RegistrationCalled: (state, { data: { units, standingBody, deadlines } }) => ({
    ...state,
    called: {
      ...Object.fromEntries(units.map(({ unit, kind }) => [unit, { kind, reminded: false }])),
      ...state.called,
    },
    standingBody: standingBody ?? state.standingBody,
    deadlines: withDeadlines(state.deadlines, deadlines),
  }),
  RecognitionRegistered: (state, event) => ({
    ...subjectsMoved(state, event),
    deadlines: withDeadlines(state.deadlines, event.data.deadlines),
  }),
  RecognitionDossierSubmitted: subjectsMoved,
  RecognitionDossierAppraised: subjectsMoved,
  RecognitionDossierReturned: subjectsMoved,
  RecognitionDecided: subjectsMoved,
  RecognitionDelegated: (state, { data: { to } }) => ({ ...state, delegatedTo: to }),
  RecognitionRevoked: subjectsMoved,
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

/** Events about subjects in a row copy the set of subjects once, and every other event what `evolve` copies. */
export function foldSubjects(
  from: RecognitionState,
  evolve: (state: RecognitionState, event: Stored<RecognitionEvent>) => RecognitionState,
): Fold<RecognitionState, RecognitionEvent> {
  let state = from;
  let own: { [unit: string]: RecognitionSubject } | null = null;
  return {
    get state() {
      return state;
    },
    add(event) {
      const after = subjectsAfter(state.subjects, event);
      if (after === null) {
        const next = evolve(state, event);
        if (next.subjects !== state.subjects) own = null;
        state = next;
        return;
      }
      own ??= { ...state.subjects };
      for (const [unit, subject] of after) own[unit] = subject;
      const deadlines =
        event.type === 'RecognitionRegistered'
          ? withDeadlines(state.deadlines, event.data.deadlines)
          : state.deadlines;
      state = { ...state, subjects: own, deadlines };
    },
  };
}

type Moved = readonly (readonly [unit: string, subject: RecognitionSubject])[];

/** The subjects that the event changes, as they are then; null when it is about none. */
function subjectsAfter(subjects: Subjects, event: Stored<RecognitionEvent>): Moved | null {
  const moved = (
    unit: string,
    step: SubjectStep,
    changes: Partial<RecognitionSubject> = {},
  ): Moved[number] => {
    const before = subjects[unit]!;
    const { date: on } = event.data as { readonly date: LocalDate };
    const status = subjectLifecycle.next(before.status, step) ?? before.status;
    return [unit, { ...before, ...changes, status, on }];
  };
  switch (event.type) {
    case 'RecognitionRegistered': {
      const { unit, kind, timeliness, date: on } = event.data;
      const late = timeliness.judged === 'late' ? ({ late: true } as const) : {};
      const status = 'registered';
      return [[unit, { kind, status, happened: [], proposal: null, reminded: false, on, ...late }]];
    }
    case 'RecognitionDossierSubmitted': {
      const { unit, happened, unfulfilled } = event.data;
      return [
        handedIn(
          moved(unit, 'SubmitRecognitionDossier', { happened, proposal: null }),
          unfulfilled,
        ),
      ];
    }
    case 'RecognitionDossierAppraised': {
      const { unit, proposal } = event.data;
      return [moved(unit, 'AppraiseRecognitionDossier', { proposal })];
    }
    case 'RecognitionDossierReturned':
      return [moved(event.data.unit, 'ReturnRecognitionDossier', { proposal: null })];
    case 'RecognitionDecided': {
      const { met, notMet, noDossier = [] } = event.data;
      return [
        ...met.map((unit) => moved(unit, 'DecideMet')),
        ...notMet.map(({ unit }) => moved(unit, 'DecideNotMet')),
        ...noDossier.map(({ unit }) => moved(unit, 'DecideNoDossier')),
      ];
    }
    case 'RecognitionRevoked':
      return [moved(event.data.unit, 'RevokeRecognition')];
    default:
      return null;
  }
}

/** A dossier that fulfils all takes no room for it: a year has thousands. */
function handedIn([unit, subject]: Moved[number], unfulfilled: readonly string[]): Moved[number] {
  const { unfulfilled: _before, ...rest } = subject;
  return [unit, unfulfilled.length === 0 ? rest : { ...rest, unfulfilled }];
}

function withDeadlines(
  known: readonly RecognitionDeadline[],
  added: readonly RecognitionDeadline[],
): readonly RecognitionDeadline[] {
  return added.length === 0 ? known : [...known, ...added].sort(earlierFirst);
}

function reminded<T extends { readonly reminded: boolean }>(
  all: { readonly [unit: string]: T },
  units: readonly string[],
): { readonly [unit: string]: T } {
  const now = units.map((unit) => [unit, { ...all[unit]!, reminded: true }] as const);
  return { ...all, ...Object.fromEntries(now) };
}

function earlierFirst(a: RecognitionDeadline, b: RecognitionDeadline): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
