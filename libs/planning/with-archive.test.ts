/** When the file went to the archive stands on what people ask afterwards, beside whatever else is planned. */
import { deciderOf, type Actor } from '../domain';
import { needsPlan, plan } from './plan';
import { book, directive, org } from './testing/fixture';

const AT = '2026-01-10T02:00:00.000Z';
const HANDED = '2025-12-01T02:00:00.000Z';
const clock = { clock: null, reminded: false, fellDue: false };
const open = directive([]);
const handed = directive([], { archive: { ...clock, handedAt: HANDED } });
const actor: Actor = { id: 'x', role: 'leader', unit: 'v28' };
const REVIEW = 'directive/d-07/review/1';
const ROUND = 'directive/d-07/round/report/2018/0';

const planned = (type: string, stream: string, ofDirective = handed, data: object = {}) =>
  plan(
    { type, stream, data, actor },
    deciderOf(stream).initial,
    book({ org: org([]) }),
    AT,
    new Map(),
    {
      ofDirective,
    },
  );

test.each([
  ['DropConclusion', REVIEW],
  ['RecordConclusions', REVIEW],
  ['RecordLesson', REVIEW],
  ['JudgeTask', REVIEW],
  ['CorrectReport', ROUND],
  ['GiveExplanation', ROUND],
])('%s is told so once it is there, and not before', (type, stream) => {
  expect(planned(type, stream)).toMatchObject({ archivedAt: HANDED });
  expect(planned(type, stream, open) ?? {}).not.toHaveProperty('archivedAt');
});

test('also beside why it is impossible', () => {
  const owner = { kind: 'units', units: ['nobody'] };
  const data = { owner, to: ['nobody'], due: '2026-06-30' };
  expect(planned('DecideConclusion', REVIEW, handed, data)).toEqual({
    ...{ impossible: 'unit.unknown', params: { unit: 'nobody' }, archivedAt: HANDED },
  });
});

test('a report that does not say that it comes after the closing needs no plan', () => {
  const of = (data: object) => needsPlan({ type: 'SubmitReport', stream: ROUND, data, actor });
  expect([of({}), of({ afterClosing: true })]).toEqual([false, true]);
});
