/** A later instrument by HTTP: where it is put on record, by whom, and what is refused with a way on. */
import { DRAFT, expectProblem, stated } from './support/api-fixtures';
import { ask, CLERK, startDoor, type Door } from './support/api-process';

let door: Door;
let page: string;
beforeAll(async () => {
  door = await startDoor();
  const parents = [
    {
      ...{ relation: 'cites', symbol: '23/2012/TT-BCA', issuer: 'Bộ Công an' },
      ...{ date: stated('2012-04-27'), basis: 'stated', quote: null },
    },
  ];
  const { body } = await post('/v1/directives', { draft: { ...DRAFT, parents }, duties: [] });
  page = String(body.resource);
  const issue = { symbol: '04/CT-UBND', date: '2018-04-02', signer: { grade: 'notInCopy' } };
  expect((await post(`${page}/issue`, issue)).status).toBe(200);
});
afterAll(() => door.stop());

const post = (path: string, body: unknown, actor = CLERK['x-dondoc-actor']) =>
  ask(door.url, path, { body, headers: { 'x-dondoc-actor': actor } });
const note = (changes: object, actor?: string) =>
  post(
    `${page}/later-instruments`,
    {
      instrument: { symbol: '05/CT-UBND', issuer: 'ubnd-thanh-hoa', date: '2018-11-01' },
      relation: { grade: 'assumed', value: 'besides', reason: 'cùng nội dung' },
      reason: 'cùng nội dung',
      ...changes,
    },
    actor,
  );

test('is taken with a receipt; the same again is refused, in the words of what is noted', async () => {
  const { status, body } = await note({});
  expect(status).toBe(200);
  expect(body.outcome).toMatchObject({ accepted: true, events: ['LaterInstrumentNoted'] });
  const again = await note({});
  expectProblem(again, 409, 'instrument.noted-already');
  expect(again.body.title).toBe(
    'Đã ghi nhận văn bản 05/CT-UBND đối với 04/CT-UBND: cùng nội dung, chưa thấy thay thế (giả định)',
  );
});

test('about what is not cited is refused with what is', async () => {
  const answer = await note({ about: '09-CT/TW' });
  expectProblem(answer, 422, 'instrument.not-cited');
  expect(answer.body.params).toEqual({ about: '09-CT/TW', cited: ['23/2012/TT-BCA'] });
});

test('stated to replace the directive it is sent to where its force is changed', async () => {
  const relation = stated('replaces');
  const answer = await note({ relation });
  expectProblem(answer, 422, 'instrument.supersedes');
  expect(answer.body.detail).toContain('SupersedeDirective');
});

test('whoever is of another body is refused, and so is a value that is none', async () => {
  expectProblem(await note({}, 'x;clerk;ubnd-hau-giang'), 403, 'actor.not-allowed');
  expectProblem(await note({ relation: stated('repeals') }), 400, 'field.value');
  const decided = { grade: 'decided', value: 'besides', by: {}, at: '', reason: 'x' };
  expect((await note({ relation: decided })).body.place).toBe('/relation/grade');
});
