/**
 * Issue in two steps: the directive asks its series for a number, and is issued when the series has given it or
 * handed back when the number its text states belongs to another.
 */
import { refuseGrade } from '../check-grades';
import { accept, valueOf, type Decision, type Graded } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { isPlainId } from '../spelling';
import { seriesStream } from '../streams';
import { refuseCommand, type Of } from './check';
import { parseSymbol, patternOf, sameSymbol, writeSymbol } from './symbol';
import type { DirectiveDraft, DirectiveEvent, DirectiveState, IssueData, Urgency } from './types';

type Numbering = {
  readonly number: number | null;
  readonly symbol: string | null;
  readonly symbolPattern: string;
};

export function issueDirective(
  state: DirectiveState,
  command: Of<'IssueDirective'>,
): Decision<DirectiveEvent> {
  const { data, actor } = command;
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const draft = state.draft!;
  const fault =
    refuseIssue(draft, data) ?? refuseGrade({ field: 'signer', graded: data.signer }, actor);
  if (fault) return fault;
  const numbering = numberingOf(draft, data);
  if ('ok' in numbering) return numbering;
  const span = data.numbering?.span ?? (draft.grammar === 'state' ? data.date.slice(0, 4) : 'all');
  if (!isPlainId(span)) return refuse('series.bad-span', { span });
  const { date, signer } = data;
  const { issuer, documentType } = draft;
  const series = seriesStream(issuer, documentType, span);
  return accept({
    type: 'IssueRequested',
    data: {
      directive: state.id,
      issuer,
      series,
      date,
      signer,
      urgency: urgencyOf(draft, command),
      ...numbering,
      ...assumedSpan(data, span),
    },
  });
}

/** What the text has, unless whoever issues decides otherwise. */
function urgencyOf({ urgency }: DirectiveDraft, command: Of<'IssueDirective'>): Graded<Urgency> {
  const value = command.data.urgency;
  if (value === undefined || value === valueOf(urgency)) return urgency;
  const { actor, effectiveAt } = command;
  return { grade: 'decided', value, by: actor, at: effectiveAt, reason: 'nêu khi ban hành' };
}

function assumedSpan({ numbering }: IssueData, span: string) {
  if (numbering?.assumed === undefined) return {};
  const text = {
    vi: `Số được lấy theo sổ ${span} của cơ quan ban hành`,
    en: `The number is taken from the issuer's series ${span}`,
  };
  return {
    assumptions: [{ code: 'series.assumed', policy: null, source: numbering.assumed, text }],
  };
}

function refuseIssue(draft: DirectiveDraft, data: IssueData): Refusal | null {
  if (!isLocalDate(data.date)) return refuse('date.invalid', { date: data.date, place: 'date' });
  if (draft.date.grade === 'stated' && draft.date.value !== data.date) {
    return refuse('issue.date-differs', { stated: draft.date.value, given: data.date });
  }
  return 'value' in data.signer ? refuseBlank(data.signer.value.position, 'signer.position') : null;
}

/** What the text states wins; a bare number is written by the issuer's pattern, and so is one still to be allotted. */
function numberingOf(draft: DirectiveDraft, data: IssueData): Numbering | Refusal {
  const inDraft = draft.symbol.grade === 'stated' ? draft.symbol.value : null;
  const text = data.symbol ?? inDraft;
  const pattern = data.numbering?.pattern ?? (inDraft === null ? null : patternOf(inDraft));
  const usable = pattern !== null && patternOf(writeSymbol(pattern, 1)) !== null;
  if (text === null) {
    if (!usable) return refuse('symbol.pattern-missing', { pattern });
    return { number: null, symbol: null, symbolPattern: pattern };
  }
  const read = parseSymbol(text);
  if (read.kind === 'unreadable') return refuse('symbol.unreadable', { symbol: text });
  if (read.kind === 'short' && !usable) return refuse('symbol.pattern-missing', { pattern });
  const symbol = read.kind === 'symbol' ? read.written : writeSymbol(pattern!, read.number);
  if (inDraft !== null && parseSymbol(inDraft).kind === 'symbol' && !sameSymbol(inDraft, symbol)) {
    return refuse('issue.symbol-differs', { stated: inDraft, given: text });
  }
  return { number: read.number, symbol, symbolPattern: patternOf(symbol) ?? pattern ?? '' };
}
