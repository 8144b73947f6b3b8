/** Puts a corrected value in its place, graded as decided by whoever corrected it, with the correcting document. */
import type { Stored } from '../kernel';
import type { DirectiveEvent, DirectiveState } from './types';

type Corrected = Stored<Extract<DirectiveEvent, { type: 'DirectiveCorrected' }>>;

export function foldCorrection(
  state: DirectiveState,
  { data, actor, at }: Corrected,
): DirectiveState {
  const { field, value, document } = data;
  const how = { grade: 'decided', by: actor, at, reason: `${data.reason} (${document})` } as const;
  const [draft, issue] = [state.draft!, state.issue!];
  switch (field) {
    case 'abstract':
      return { ...state, draft: { ...draft, abstract: { ...how, value } } };
    case 'symbol':
      return { ...state, issue: { ...issue, symbol: value } };
    case 'date':
      return { ...state, issue: { ...issue, date: value } };
    case 'signer': {
      const capacity = 'value' in issue.signer ? issue.signer.value.capacity : 'head';
      const signer = { ...how, value: { position: value, capacity } };
      return { ...state, issue: { ...issue, signer } };
    }
    default:
      return state;
  }
}
