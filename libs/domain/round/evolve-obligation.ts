/** How an act of people changes one obligation; everything else of the round stays as it is. */
import type { Fold, Stored } from '../kernel';
import type { Obligation, RoundEvent, RoundState } from './types';

type RoundStored = Stored<RoundEvent>;

export function evolveObligation(state: RoundState, event: RoundStored): RoundState {
  const after = obligationAfter(state, event);
  if (after === null) return state;
  return { ...state, obligations: { ...state.obligations, [after.unit]: after } };
}

/** Acts of people in a row copy the set of obligations once, and every other event what `evolve` copies. */
export function foldObligations(
  from: RoundState,
  evolve: (state: RoundState, event: RoundStored) => RoundState,
): Fold<RoundState, RoundEvent> {
  let state = from;
  let own: { [unit: string]: Obligation } | null = null;
  return {
    get state() {
      return state;
    },
    add(event) {
      const after = obligationAfter(state, event);
      if (after === null) {
        const next = evolve(state, event);
        if (next !== state) own = null;
        state = next;
        return;
      }
      if (own === null) {
        own = { ...state.obligations };
        state = { ...state, obligations: own };
      }
      own[after.unit] = after;
    },
  };
}

/** Null when no obligation changes by what people did. */
function obligationAfter(state: RoundState, event: RoundStored): Obligation | null {
  if (!('unit' in event.data)) return null;
  const { unit } = event.data;
  if (!Object.hasOwn(state.obligations, unit)) return null;
  const before = state.obligations[unit]!;
  const after = changed(before, event);
  return after === before ? null : after;
}

/** What ends with the obligation: an open request for extension, and a paper nobody confirmed. */
const SETTLED = { extension: null, paper: null } as const;

function changed(obligation: Obligation, event: RoundStored): Obligation {
  switch (event.type) {
    case 'ReportSubmitted': {
      const submissions = [...obligation.submissions, event.data.submission];
      return { ...obligation, status: 'submitted', submissions, paper: null };
    }
    case 'ReportWithdrawn':
      return { ...obligation, status: 'open' };
    case 'ReportAccepted': {
      const acceptedSubmission = event.data.submission;
      const acceptedAt = event.at;
      const accepted = { acceptedSubmission, acceptedAt, figures: acceptedSubmission };
      return { ...obligation, ...SETTLED, status: 'accepted', ...accepted };
    }
    case 'ReportReturned':
      return { ...obligation, status: 'returned' };
    case 'ObligationRefused':
      return { ...obligation, status: 'refused' };
    case 'ObligationUpheld':
      return { ...obligation, status: 'open' };
    case 'ObligationWaived':
      return { ...obligation, ...SETTLED, status: 'waived' };
    case 'ObligationNotApplicable':
      return { ...obligation, ...SETTLED, status: 'notApplicable' };
    case 'ExplanationGiven':
      return { ...obligation, explanationGivenAt: event.at };
    default:
      return asked(obligation, event);
  }
}

/** Requests, substitutions and paper: what is recorded beside the status. */
function asked(obligation: Obligation, event: RoundStored): Obligation {
  switch (event.type) {
    case 'ExtensionRequested':
      return { ...obligation, extension: event.data.request };
    case 'ExtensionDenied':
    case 'CounterProposalDeclined':
      return { ...obligation, extension: null };
    case 'ExtensionCountered': {
      if (!obligation.extension) return obligation;
      const extension = { ...obligation.extension, counterDate: event.data.date };
      return { ...obligation, extension };
    }
    case 'UnitSubstituted': {
      const { by, from, to } = event.data;
      return { ...obligation, substitute: { by, from, to } };
    }
    case 'PaperReportEntered': {
      const { receivedOnPaperAt, report, claimedBy } = event.data;
      const paper = { claimedReceivedAt: receivedOnPaperAt, report, claimedBy };
      return { ...obligation, paper };
    }
    case 'PaperReportRejected':
      return { ...obligation, paper: null };
    case 'ReportPassedOn':
      return { ...obligation, passedOn: event.data.submission };
    case 'CorrectionSubmitted': {
      const { submission } = event.data;
      const submissions = [...obligation.submissions, submission];
      return { ...obligation, submissions, correction: submission.ordinal };
    }
    case 'CorrectionAccepted':
      return { ...obligation, correction: null, figures: event.data.submission };
    case 'CorrectionRejected':
      return { ...obligation, correction: null };
    default:
      return obligation;
  }
}
