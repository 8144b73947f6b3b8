/**
 * The dossier: answers to the norm's checklist with their evidence, and documents by hash. Of a norm whose checklist is
 * not in our copy no answers are asked, and none are taken.
 */
import type { Assumption } from '../directive/plan';
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { failingOf, refuseAnswers, refuseMismatch } from './checklist';
import {
  planOf,
  refuseByStatus,
  refuseCommand,
  refuseOutside,
  refuseOwnUnit,
  refuseStranger,
  refuseTooEarly,
  subjectOf,
  under,
  type Of,
} from './check';
import type { RecognitionEvent, RecognitionState, UnderNorm } from './types';

export function submitDossier(
  state: RecognitionState,
  command: Of<'SubmitRecognitionDossier'>,
): Decision<RecognitionEvent> {
  const { unit, answers } = command.data;
  const refused =
    refuseCommand(command) ??
    refuseStranger(state, command, unit) ??
    refuseByStatus(state, unit, command.type) ??
    refuseTooEarly(state, unit, command.data.date);
  if (refused) return refused;
  const { checklist, norm } = planOf(command);
  const { kind } = subjectOf(state, unit)!;
  const items = checklist?.filter(({ kinds }) => kinds.includes(kind)) ?? null;
  const fault =
    items === null ? refuseAnswers(answers, norm.symbol) : refuseMismatch(answers, items);
  if (fault) return fault;
  const failing = failingOf(items ?? [], answers, subjectOf(state, unit)!);
  return accept({
    type: 'RecognitionDossierSubmitted',
    data: {
      ...command.data,
      ...under(command),
      ...failing,
      ...(planOf(command).inherits?.includes(unit) ? { heir: command.actor.unit! } : {}),
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
  const { unfulfilled = [] } = subjectOf(state, unit)!;
  const against = proposal === 'met' && unfulfilled.length > 0 ? { unfulfilled } : {};
  const data = { ...command.data, ...underUnnamed(state, command), ...against };
  return accept({ type: 'RecognitionDossierAppraised', data });
}

export function returnDossier(
  state: RecognitionState,
  command: Of<'ReturnRecognitionDossier'>,
): Decision<RecognitionEvent> {
  const fault = refuseJudge(state, command) ?? refuseBlank(command.data.reason, 'reason');
  if (fault) return fault;
  const { assessments } = planOf(command);
  const { kind } = subjectOf(state, command.data.unit)!;
  const { last, derivation = [] } = assessments?.find(({ kinds }) => kinds.includes(kind)) ?? {};
  const due = last === undefined ? null : { last, derivation };
  const data = { ...command.data, ...underUnnamed(state, command), due };
  return accept({ type: 'RecognitionDossierReturned', data });
}

/** Zero tolerance: one such event, and the unit is not recognised that year. */
export function refuseHappened(state: RecognitionState, unit: string): Refusal | null {
  const items = subjectOf(state, unit)?.happened ?? [];
  return items.length === 0 ? null : refuse('recognition.zero-tolerance', { unit, items });
}

type Judging = Of<'AppraiseRecognitionDossier'> | Of<'ReturnRecognitionDossier'>;

function refuseJudge(state: RecognitionState, command: Judging): Refusal | null {
  const refused = refuseCommand(command);
  if (refused) return refused;
  const { unit } = command.data;
  const { line } = planOf(command);
  return (
    refuseOwnUnit(command, [unit], line) ??
    refuseOtherBody(state, command) ??
    refuseByStatus(state, unit, command.type) ??
    refuseTooEarly(state, unit, command.data.date)
  );
}

/** The standing body that the year's call names, its heir, or whom the body let decide; of no call, anybody of the body. */
function refuseOtherBody({ standingBody, delegatedTo }: RecognitionState, command: Judging) {
  const { line, inherits = [] } = planOf(command);
  if (standingBody === null) return refuseOutside(command, line);
  const unit = command.actor.unit ?? '';
  if ([standingBody, delegatedTo].includes(unit) || inherits.includes(standingBody)) return null;
  return refuse('recognition.not-standing-body', { unit, standingBody, command: command.type });
}

/** That anybody of the body may appraise while no call names its standing body is our reading, and listed as such. */
function underUnnamed({ standingBody }: RecognitionState, command: Judging): UnderNorm {
  const { assumptions, ...rest } = under(command);
  const known = standingBody !== null ? assumptions : [...assumptions, UNNAMED];
  return { ...rest, assumptions: known };
}

const UNNAMED: Assumption = {
  code: 'recognition.standing-body-not-named',
  policy: null,
  source: 'Chưa có văn bản phát động đăng ký nêu cơ quan thường trực của năm',
  text: {
    vi: 'Không nêu cơ quan thường trực thẩm định: người của cơ quan công nhận và đơn vị trực thuộc đều được thẩm định, trừ đơn vị của chính mình',
    en: 'No standing body is named to appraise: people of the body that decides, and of what stands under it, may, but never their own unit',
  },
};
