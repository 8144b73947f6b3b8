/** Each kind of evidence is found where it is recorded, and nowhere else: a near miss is not on record. */
import {
  deciderOf,
  roundDecider,
  step,
  type Evidence,
  type Loaded,
  type Nomination,
  type RoundState,
} from '../../libs/domain';
import { form } from '../../libs/domain/form/testing/fixture';
import { NOMINATION } from '../../libs/domain/commendation/testing/fixture';
import { opens, STREAM, submits } from '../../libs/domain/round/testing';
import { nominationEvidence } from '../../libs/planning/nomination-evidence';
import type { Question } from '../../libs/planning/question';
import { answering } from '../../libs/planning/testing/answering';

const models = [{ name: 'Tổ tự quản #2', place: 'x', summary: '' }];
const data = { form: 1, sections: { results: 'x' }, values: { registered: 1, models } };

function round(): unknown {
  let lived: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };
  for (const act of [
    opens({ heading: { form: form() } }),
    submits('nga-son', { report: { data } }),
  ]) {
    lived = step(roundDecider, lived, { waiting: [act], now: act.receivedAt }, STREAM).loaded;
  }
  return lived.state;
}

const STATES: { readonly [stream: string]: unknown } = {
  [STREAM]: round(),
  'directive/d-04': { rounds: { 'report~2018': {} }, indicators: { recognised: {} } },
  'recognition/ubnd/2018': { subjects: { 'nga-son': { status: 'revoked' } } },
  'commendation/k-1': { status: 'decided', nomination: { merit: 'thematic' } },
  'commendation/k-2': { status: 'reported', nomination: null },
};
function answer(question: Question): unknown {
  switch (question.ask) {
    case 'state':
      return STATES[question.stream] ?? deciderOf(question.stream).initial;
    case 'held':
      return question.sha256.startsWith('a');
    case 'event':
      return EVENTS[`${question.stream}@${question.version}`] ?? null;
    default:
      throw new Error(`it asks for ${question.ask}`);
  }
}

const EVENTS: { readonly [id: string]: string } = {
  'directive/d-04@4': 'UnitPraised',
  'directive/d-04@5': 'DirectiveIssued',
};

function found(kind: Evidence['kind'], ref: string, sha256: string | null = null) {
  const evidence: Evidence[] = [{ kind, ref, merit: null, sha256, note: '' }];
  const nomination: Nomination = { ...NOMINATION, evidence };
  return answering(nominationEvidence(nomination), answer)[0]!;
}

const OBLIGATION = 'd-04~report~2018~0~nga-son';

test.each<[Evidence['kind'], string, string]>([
  ['round', 'd-04~report~2018', 'd-04~report~2019'],
  ['round', 'd-04~report~2018', 'd-04~report~2018~0'],
  ['obligation', OBLIGATION, 'd-04~report~2018~0~quan-son'],
  ['submission', `${OBLIGATION}#1`, `${OBLIGATION}#2`],
  ['submission', `${OBLIGATION}#1`, OBLIGATION],
  ['model', `${OBLIGATION}#1#Tổ tự quản #2`, `${OBLIGATION}#1#Tổ tự quản`],
  ['indicator', 'd-04~recognised', 'd-05~recognised'],
])('%s: %s is on record, %s is not', (kind, known, unknown) => {
  expect(found(kind, known)).toEqual({ known: true, award: null });
  expect(found(kind, unknown)).toEqual({ known: false, award: null });
});

test('a recognition comes with whose it is and how it stands', () => {
  const ref = 'recognition/ubnd/2018';
  expect(found('recognition', `${ref}/nga-son`)).toEqual({
    ...{ known: true, award: null },
    recognition: { unit: 'nga-son', status: 'revoked' },
  });
  for (const unknown of [`${ref}/quan-son`, ref, 'recognition/ubnd/2019/nga-son']) {
    expect(found('recognition', unknown)).toEqual({ known: false, award: null });
  }
});

test('an award comes with its status and with how it was won, where its record says so', () => {
  expect(found('award', 'k-1').award).toEqual({ status: 'decided', merit: 'thematic' });
  expect(found('award', 'k-2').award).toEqual({ status: 'reported', merit: null });
  expect(found('award', 'k-3')).toEqual({ known: false, award: null });
  expect(found('award', 'k-1/x')).toEqual({ known: false, award: null });
});

test('a content is known by its hash; a title alone cannot be looked up', () => {
  expect(found('content', 'Báo cáo', 'a'.repeat(64)).known).toBe(true);
  expect(found('content', 'Báo cáo', 'b'.repeat(64)).known).toBe(false);
  expect(found('content', 'Báo cáo').known).toBe(true);
});

test('an entry that is not in its stream, or is no entry at all, is no occurrence', () => {
  expect(found('occurrence', 'directive/d-04@3').known).toBe(false);
  expect(found('occurrence', 'directive/d-04@5').known).toBe(false);
  expect(found('occurrence', 'directive/d-04').known).toBe(false);
  expect(found('occurrence', 'directive/d-04@4').known).toBe(true);
});
