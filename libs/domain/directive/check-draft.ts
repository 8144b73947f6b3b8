/**
 * What a draft must be to be registered, and what a reader should be shown of it: differences between the closing
 * clause and the recipients' list, and a symbol that contradicts what the draft says it is. Nothing is corrected.
 */
import type { GradedField } from '../check-grades';
import { valueOf } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, type Refusal } from '../refusals';
import { isBlank, isPlainId } from '../spelling';
import { refuseSecret } from './secrecy';
import { parseSymbol } from './symbol';
import type { Addressee, DirectiveDraft, DraftWarning, RecipientDifference } from './types';

/** The type code that symbols of a directive carry. */
const DIRECTIVE_CODE = 'CT';

export function refuseDraft(draft: DirectiveDraft): Refusal | null {
  const secret = refuseSecret(draft.secrecy);
  if (secret) return secret;
  if (!isPlainId(draft.issuer)) return refuse('directive.field-empty', { field: 'issuer' });
  if (draft.addressees.length === 0) return refuse('directive.no-addressee');
  const date = valueOf(draft.date);
  if (date !== undefined && !isLocalDate(date)) {
    return refuse('date.invalid', { date, place: 'draft.date' });
  }
  return refuseTasks(draft);
}

/** Every value of a draft that carries a grade. */
export function gradedFieldsOf(draft: DirectiveDraft): readonly GradedField[] {
  return [
    { field: 'symbol', graded: draft.symbol },
    { field: 'date', graded: draft.date },
    { field: 'abstract', graded: draft.abstract },
    { field: 'signer', graded: draft.signer },
    { field: 'urgency', graded: draft.urgency },
    { field: 'recipients', graded: draft.recipients },
    { field: 'monitoringBody', graded: draft.monitoringBody },
    ...draft.tasks.flatMap(({ key, lead, coordinators }) => [
      { field: `tasks.${key}.lead`, graded: lead },
      { field: `tasks.${key}.coordinators`, graded: coordinators },
    ]),
    ...draft.parents.map(({ symbol, date }) => ({ field: `parents.${symbol}.date`, graded: date })),
    ...(draft.unnamedParents ?? []).map((graded, index) => ({
      field: `unnamedParents[${index}]`,
      graded,
    })),
    ...(draft.dissemination === undefined
      ? []
      : [{ field: 'dissemination', graded: draft.dissemination }]),
    ...(draft.criteriaToConsider ?? []).map((graded, index) => ({
      field: `criteriaToConsider[${index}]`,
      graded,
    })),
  ];
}

/** Classes of the closing clause and of the recipients "để thực hiện" that the other list lacks. */
export function differencesOf(draft: DirectiveDraft): readonly RecipientDifference[] {
  const lines = valueOf(draft.recipients);
  if (lines === undefined) return [];
  const clause = draft.addressees.flatMap(classOf);
  const executing = lines.flatMap(({ purpose, roleClasses }) =>
    purpose === 'execute' ? roleClasses : [],
  );
  return [
    ...lacking(clause, executing).map(
      (roleClass) => ({ kind: 'inClauseOnly', roleClass }) as const,
    ),
    ...lacking(executing, clause).map(
      (roleClass) => ({ kind: 'inRecipientsOnly', roleClass }) as const,
    ),
  ];
}

export function warningsOf(draft: DirectiveDraft): readonly DraftWarning[] {
  const symbol = valueOf(draft.symbol);
  if (symbol === undefined) return [];
  const read = parseSymbol(symbol);
  if (read.kind !== 'symbol') {
    return [{ code: 'symbol.unreadable', symbol, stated: draft.documentType, read: null }];
  }
  const warnings: DraftWarning[] = [];
  const type = read.contradicts ?? read.type;
  if (type !== DIRECTIVE_CODE) {
    warnings.push({ code: 'symbol.type-contradicts', symbol, stated: DIRECTIVE_CODE, read: type });
  }
  if (read.grammar !== draft.grammar) {
    const { grammar } = draft;
    const code = 'symbol.grammar-contradicts';
    warnings.push({ code, symbol, stated: grammar, read: read.grammar });
  }
  return warnings;
}

function refuseTasks({ tasks }: DirectiveDraft): Refusal | null {
  for (const [index, { key }] of tasks.entries()) {
    if (isBlank(key)) return refuse('directive.field-empty', { field: `tasks[${index}].key` });
    if (tasks.findIndex((task) => task.key === key) < index) {
      return refuse('directive.duplicate-task', { key });
    }
  }
  return null;
}

function classOf(addressee: Addressee): readonly string[] {
  return addressee.kind === 'class' ? [addressee.roleClass] : [];
}

function lacking(these: readonly string[], those: readonly string[]): readonly string[] {
  return [...new Set(these)].filter((one) => !those.includes(one));
}
