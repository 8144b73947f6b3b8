/** Later instruments on a directive's page and among its assumptions: the newest note counts, the older ones stay on record. */
import { deciderOf, step, type Actor, type Loaded } from '../../libs/domain';
import { CLERK, DRAFT, LEADER, stated } from '../../libs/domain/testing/directive-07';
import { SYSTEM } from '../../libs/domain/testing/scene';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const STREAM = 'directive/d-07';
const ISSUED = '2014-08-15T02:00:00.000Z';
const FIRST = '2025-05-08T02:00:00.000Z';
const SECOND = '2025-06-02T02:00:00.000Z';
const THIRD = '2025-07-02T02:00:00.000Z';

let database: ReadmodelDatabase;
let reads: Reads;
let loaded: Loaded<unknown> = { state: deciderOf(STREAM).initial, version: 0 };

/** Decides and records one command at its instant; nothing may be refused. */
async function act(at: string, type: string, data: object, actor: Actor = CLERK): Promise<void> {
  const times = { receivedAt: at, effectiveAt: at };
  const command = { id: `${type} ${loaded.version}`, stream: STREAM, type, data, actor, ...times };
  const done = step(deciderOf(STREAM), loaded, { waiting: [command], now: at }, STREAM);
  expect(done.decided.map(({ decision }) => decision)).toMatchObject([{ ok: true }]);
  await database.record(STREAM, done.decided, loaded.version);
  loaded = done.loaded;
  await database.projectNew();
}

const note = (changes: object = {}) => ({
  instrument: { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2025-05-07' },
  about: null,
  relation: { grade: 'assumed', value: 'besides', reason: 'chưa thấy điều khoản thay thế' },
  effectiveOn: null,
  reason: 'chưa thấy điều khoản thay thế',
  ...changes,
});
const CIRCULAR = note({
  instrument: { symbol: '124/2021/TT-BCA', issuer: 'bo-cong-an', date: '2021-12-28' },
  about: '23/2012/TT-BCA',
  relation: { grade: 'assumed', value: 'replaces', reason: 'cùng tên gọi' },
});

const assumed = async () =>
  (await reads.assumptions({ directive: 'd-07' })).items.map(({ text, source }) => [
    text.vi,
    source,
  ]);
const counted = async () => (await reads.summary(THIRD)).directives[0]!.assumptions;
const IN_FORCE = [
  'Chỉ thị này còn hiệu lực: giả định, vì 06/CT-BCA-V05 ngày 2025-05-07 cùng nội dung, chưa thấy điều khoản thay thế',
  'chưa thấy điều khoản thay thế',
];
const OF_CIRCULAR = [
  '23/2012/TT-BCA mà chỉ thị này dẫn chiếu đã được 124/2021/TT-BCA ngày 2021-12-28 thay thế: giả định',
  'cùng tên gọi; chưa thấy điều khoản thay thế',
];

beforeAll(async () => {
  database = await readmodelDatabase('later', '2014-08-01T00:00:00.000Z');
  reads = createReads(database.pool);
  const parent = {
    ...{ relation: 'cites', symbol: '23/2012/TT-BCA', issuer: 'bo-cong-an' },
    ...{ date: stated('2012-04-27'), basis: 'stated', quote: null },
  };
  const draft = { ...DRAFT, parents: [parent] };
  await act(ISSUED, 'RegisterDirective', { draft, duties: [] });
  const issue = { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer: DRAFT.signer };
  await act(ISSUED, 'IssueDirective', issue, LEADER);
  const given = { number: 7, symbol: '07/CT-BCA-V28', series: 's' };
  await act(ISSUED, 'ConfirmIssue', given, SYSTEM);
});
afterAll(() => database.drop());

test('a directive of which nothing is noted shows none and assumes none', async () => {
  expect((await reads.directive('d-07'))!.laterInstruments).toEqual([]);
  expect([await assumed(), await counted()]).toEqual([[], 0]);
});

test('that it is still in force beside a later one is an assumption, with what the person gave', async () => {
  await act(FIRST, 'NoteLaterInstrument', note());
  await act(FIRST, 'NoteLaterInstrument', CIRCULAR);
  expect((await reads.directive('d-07'))!.laterInstruments).toMatchObject([
    { ...note(), at: FIRST, actor: CLERK, issuerName: null, before: [] },
    { about: '23/2012/TT-BCA', before: [] },
  ]);
  expect([await assumed(), await counted()]).toEqual([[IN_FORCE, OF_CIRCULAR], 2]);
});

test('and its history tells it in a sentence, with how it is known', async () => {
  const { items } = await reads.timeline({ directive: 'd-07' });
  const [said] = items.filter(({ type }) => type === 'LaterInstrumentNoted');
  expect(said!.text).toEqual({
    vi: 'Ghi nhận văn bản sau này 06/CT-BCA-V05 ngày 07/05/2025 của bo-cong-an đối với chỉ thị này: cùng nội dung, chưa thấy thay thế (giả định): chưa thấy điều khoản thay thế.',
    en: 'The later instrument 06/CT-BCA-V05 of 07/05/2025 by bo-cong-an was noted for this directive: same subject, replaces nothing as far as known (assumed): chưa thấy điều khoản thay thế.',
  });
});

test('a newer note takes its place; a page of the time before still says what was assumed then', async () => {
  const relation = stated('amends');
  await act(SECOND, 'NoteLaterInstrument', note({ relation, effectiveOn: '2025-06-01' }));
  const [, amended] = (await reads.directive('d-07'))!.laterInstruments;
  expect(amended).toMatchObject({ relation, before: [{ relation: note().relation, at: FIRST }] });
  expect([await assumed(), await counted()]).toEqual([[OF_CIRCULAR], 1]);
  const onPage = async (asOf: string) =>
    (await reads.report('d-07', asOf))!.assumptions.map(({ text }) => text.vi);
  expect(await onPage(FIRST)).toEqual([IN_FORCE[0], OF_CIRCULAR[0]]);
  expect(await onPage(SECOND)).toEqual([OF_CIRCULAR[0]]);
});

test('out of force, nothing is assumed of its force any more; of what it cites it is', async () => {
  const other = { symbol: '09/CT-BCA', issuer: 'bo-cong-an', date: '2025-06-20' };
  await act(SECOND, 'NoteLaterInstrument', note({ instrument: other }));
  expect(await assumed()).toHaveLength(2);
  await act(THIRD, 'SupersedeDirective', { by: '09/CT-BCA', reason: 'thay thế' }, LEADER);
  expect(await assumed()).toEqual([OF_CIRCULAR]);
  await act(THIRD, 'NoteLaterInstrument', note());
  expect([await assumed(), await counted()]).toEqual([[OF_CIRCULAR], 1]);
});

test('projected again from the first entry the answers are the same', async () => {
  const before = [await assumed(), (await reads.directive('d-07'))!.laterInstruments];
  await database.owner.query(
    'TRUNCATE read.directives, read.duties, read.timeline, read.assumptions',
  );
  await database.owner.query('TRUNCATE read.planned_rounds, read.documents');
  await database.projectAll([2]);
  expect([await assumed(), (await reads.directive('d-07'))!.laterInstruments]).toEqual(before);
});
