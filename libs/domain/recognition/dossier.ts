/**
 * The dossier: answers to the norm's checklist with their evidence, and documents by hash. Of a norm whose checklist is
 * not in our copy no answers are asked, and none are taken.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import {
  planOf,
  refuseByStatus,
  refuseCommand,
  refuseOutside,
  refuseOwnUnit,
  refuseStranger,
  subjectOf,
  under,
  type Of,
} from './check';
import type { ChecklistItem } from './norm';
import { reaches } from './share';
import type { Answer, RecognitionEvent, RecognitionState } from './types';

export function submitDossier(
  state: RecognitionState,
  command: Of<'SubmitRecognitionDossier'>,
): Decision<RecognitionEvent> {
  const { unit, answers } = command.data;
  const refused =
    refuseCommand(command) ??
    refuseStranger(command, unit) ??
    refuseByStatus(state, unit, command.type);
  if (refused) return refused;
  const { checklist, norm } = planOf(command);
  const { kind } = subjectOf(state, unit)!;
  const items = checklist?.filter(({ kinds }) => kinds.includes(kind)) ?? null;
  const fault =
    items === null ? refuseAnswers(answers, norm.symbol) : refuseMismatch(answers, items);
  if (fault) return fault;
  const failing = (items ?? []).filter((item) => failed(item, answers));
  const codes = (zeroTolerance: boolean) =>
    failing
      .filter(({ measure }) => (measure.kind === 'zeroTolerance') === zeroTolerance)
      .map(({ code }) => code);
  return accept({
    type: 'RecognitionDossierSubmitted',
    data: {
      ...command.data,
      ...under(command),
      happened: codes(true),
      unfulfilled: codes(false),
    },
  });
}

/** "Met" cannot be proposed where an event of zero tolerance happened. */
export function appraiseDossier(
  state: RecognitionState,
  command: Of<'AppraiseRecognitionDossier'>,
): Decision<RecognitionEvent> {
  const { unit, proposal, reasons } = command.data;
  const fault =
    refuseJudge(state, command) ??
    refuseBlank(reasons, 'reasons') ??
    (proposal === 'met' ? refuseHappened(state, unit) : null);
  if (fault) return fault;
  const data = { ...command.data, ...under(command) };
  return accept({ type: 'RecognitionDossierAppraised', data });
}

export function returnDossier(
  state: RecognitionState,
  command: Of<'ReturnRecognitionDossier'>,
): Decision<RecognitionEvent> {
  const fault = refuseJudge(state, command) ?? refuseBlank(command.data.reason, 'reason');
  if (fault) return fault;
  const data = { ...command.data, ...under(command) };
  return accept({ type: 'RecognitionDossierReturned', data });
}

/** Zero tolerance: one such event, and the unit is not recognised that year. */
export function refuseHappened(state: RecognitionState, unit: string): Refusal | null {
  const items = subjectOf(state, unit)?.happened ?? [];
  return items.length === 0 ? null : refuse('recognition.zero-tolerance', { unit, items });
}

function refuseJudge(
  state: RecognitionState,
  command: Of<'AppraiseRecognitionDossier'> | Of<'ReturnRecognitionDossier'>,
): Refusal | null {
  const refused = refuseCommand(command);
  if (refused) return refused;
  const { unit } = command.data;
  const { line } = planOf(command);
  return (
    refuseOwnUnit(command, [unit], line) ??
    refuseOutside(command, line) ??
    refuseByStatus(state, unit, command.type)
  );
}

function refuseAnswers(answers: readonly Answer[], norm: string): Refusal | null {
  return answers.length === 0 ? null : refuse('recognition.checklist-not-held', { norm });
}

/** Each item that is the subject's is answered once, by its own measure; and nothing else is. */
function refuseMismatch(
  answers: readonly Answer[],
  items: readonly ChecklistItem[],
): Refusal | null {
  const named = answers.map(({ item }) => item);
  const missing = items.map(({ code }) => code).filter((code) => !named.includes(code));
  if (missing.length > 0) return refuse('recognition.answers-missing', { items: missing });
  for (const [index, { item, answer }] of answers.entries()) {
    const measure = items.find(({ code }) => code === item)?.measure.kind;
    if (measure === undefined || named.indexOf(item) < index || answer.kind !== measure) {
      return refuse('recognition.answer-misplaced', { item });
    }
    if (answer.kind === 'share' && !isShare(answer)) {
      const problem = `${answer.reached}/${answer.of}`;
      return refuse('value.invalid', { field: item, problem });
    }
  }
  return null;
}

function isShare({ reached, of }: { reached: number; of: number }): boolean {
  return Number.isInteger(reached) && Number.isInteger(of) && reached >= 0 && reached <= of;
}

/** A share of nothing has no value: it fulfils nothing. */
function failed({ code, measure }: ChecklistItem, answers: readonly Answer[]): boolean {
  const given = answers.find(({ item }) => item === code)?.answer;
  switch (given?.kind) {
    case 'zeroTolerance':
      return given.happened;
    case 'fulfilled':
      return !given.fulfilled;
    case 'share': {
      const percent = measure.kind === 'share' ? measure.atLeastPercent : 0;
      const target = { comparator: '>=', basisPoints: 100 * percent } as const;
      return reaches(given.reached, given.of, target) !== true;
    }
    case undefined:
      return true;
  }
}
