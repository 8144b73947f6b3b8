/** Recognition as it is asked for: tables that say the same as a fold, rates in integers, and what is told from elsewhere. */
import fc from 'fast-check';
import {
  deciderOf,
  foldAll,
  step,
  type Command,
  type RecognitionPlan,
  type RecognitionState,
} from '../../libs/domain';
import { livesOf, STREAMS } from '../../libs/domain/testing/arbitraries';
import {
  answers,
  BODY,
  DECISION_DUE,
  NOT_HELD,
  planned,
  REGISTRATION_ENDS,
  SCHOOL,
  STANDING,
} from '../../libs/domain/testing/recognition-scene';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

let database: ReadmodelDatabase;
let reads: Reads;
let lives = 0;

beforeAll(async () => {
  database = await readmodelDatabase('recognition');
  reads = createReads(database.pool);
});
afterAll(() => database.drop());

const NOW = '2023-11-20T05:00:00.000Z';

type Ask = Pick<Command, 'type' | 'data' | 'actor'>;

async function play(stream: string, asks: readonly Ask[], plan?: Partial<RecognitionPlan>) {
  const waiting = asks.map((ask, n) => {
    // Each is entered on its own date.
    const { date = '2023-11-18' } = ask.data as { date?: string };
    const at = `${date}T0${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}:00.000Z`;
    const line = [ask.actor.unit ?? '', 'ubnd'];
    const times = { receivedAt: at, effectiveAt: at, plan: planned(line, plan) };
    return { ...ask, ...times, id: `c${String(n).padStart(3, '0')}`, stream };
  });
  const decider = deciderOf(stream);
  const beginning = { state: decider.initial, version: 0 };
  const { decided } = step(decider, beginning, { waiting, now: NOW }, stream);
  const refused = decided.flatMap(({ decision }) => (decision.ok ? [] : decision.rejection));
  expect(refused).toEqual([]);
  await database.record(stream, decided);
  await database.projectNew([7]);
}

/** `met` of `all` recognised, the rest not; all of them registered, answered and appraised before. */
function yearOf(all: number, met: number, given = answers()): Ask[] {
  const units = Array.from({ length: all }, (_, n) => `truong-${String(n + 1).padStart(2, '0')}`);
  const kind = 'educationalInstitution';
  const of = (unit: string) => ({ ...SCHOOL, unit });
  return [
    ...units.map((unit) => ({
      type: 'RegisterForRecognition',
      data: { unit, kind, trait: null, reference: '01/KH', date: '2023-02-10' },
      actor: of(unit),
    })),
    ...units.map((unit) => ({
      type: 'SubmitRecognitionDossier',
      data: { unit, date: '2023-11-01', answers: given, documents: [] },
      actor: of(unit),
    })),
    ...units.map((unit, n) => ({
      type: 'AppraiseRecognitionDossier',
      data: {
        ...{ unit, date: '2023-11-10', reasons: 'theo hồ sơ' },
        proposal: n < met ? 'met' : 'notMet',
      },
      actor: STANDING,
    })),
    {
      type: 'DecideRecognition',
      data: {
        ...{ number: '10/QĐ-UBND', date: '2023-11-18', met: units.slice(0, met) },
        notMet: units.slice(met).map((unit) => ({ unit, reason: 'chưa đủ tiêu chí' })),
      },
      actor: BODY,
    },
  ];
}

const TARGET: Ask = {
  type: 'SetRecognitionTarget',
  data: {
    target: {
      ...{ grade: 'stated', quote: 'trên 95%', place: 'bản tin' },
      value: { comparator: '>', basisPoints: 9500 },
    },
    directive: null,
  },
  actor: BODY,
};

const told = (result: object): Ask => ({
  type: 'RecordRecognitionResult',
  data: {
    ...{ kinds: null, source: null, directive: 'd-07' },
    by: { grade: 'inferred', value: 'ubnd', reason: 'suy ra' },
    result,
  },
  actor: BODY,
});

const subjectsOf = async (authority: string, year: number) =>
  (await reads.recognitionSubjects({ authority, year, limit: 500 })).items;

const yearRow = async (year: number) =>
  (await reads.recognitionYears({ authority: 'ubnd', year })).items[0]!;

describe('the rate of a year', () => {
  test('39 of 40 is 97.5 % and above 95 %', async () => {
    await play('recognition/ubnd/2023', [...yearOf(40, 39), TARGET]);
    expect(await yearRow(2023)).toMatchObject({
      counts: { registered: 40, met: 39, notMet: 1, undecided: 0, registeredLate: 0 },
      rate: { met: 39, of: 40, basisPoints: 9750 },
      reached: true,
    });
  });

  test('38 of 40 is exactly 95.0 %, which fails a target of more than 95 %', async () => {
    await play('recognition/ubnd/2024', [...yearOf(40, 38), TARGET]);
    expect(await yearRow(2024)).toMatchObject({
      rate: { met: 38, of: 40, basisPoints: 9500 },
      reached: false,
    });
  });

  test('is no value when nobody registered, and what is told stands beside it', async () => {
    const above = {
      ...{ grade: 'stated', quote: 'hàng năm có trên 95%', place: 'bản tin' },
      value: { kind: 'bound', comparator: '>', basisPoints: 9500 },
    };
    await play('recognition/ubnd/2018', [told(above), told({ grade: 'notInCopy' }), TARGET]);
    expect(await yearRow(2018)).toMatchObject({
      counts: { registered: 0 },
      rate: { met: 0, of: 0, basisPoints: null },
      reached: null,
      results: [
        { result: above, reached: true },
        { result: { grade: 'notInCopy' }, reached: null },
      ],
    });
  });

  test('is asked for by body, year and subject', async () => {
    const of = async (asked: Parameters<Reads['recognitionYears']>[0]) =>
      (await reads.recognitionYears(asked)).items.map((it) => `${it.authority} ${it.year}`);
    expect(await of({ year: 2023 })).toEqual(['ubnd 2023']);
    expect(await of({ authority: 'ubnd' })).toEqual(['ubnd 2018', 'ubnd 2023', 'ubnd 2024']);
    expect(await of({ unit: 'truong-01' })).toEqual(['ubnd 2023', 'ubnd 2024']);
    expect(await of({ unit: 'truong-99' })).toEqual([]);
    expect(await of({ directive: 'd-07' })).toEqual(['ubnd 2018']);
  });
});

test('a year tells each subject with its norm, dossier, decision and reason', async () => {
  const subjects = await subjectsOf('ubnd', 2023);
  expect(subjects).toHaveLength(40);
  expect(subjects.at(-1)).toMatchObject({
    ...{ unit: 'truong-40', status: 'notMet', reason: 'chưa đủ tiêu chí' },
    ...{ decisionNumber: '10/QĐ-UBND', decidedOn: '2023-11-18', decisionBy: 'ubnd' },
    ...{ registeredOn: '2023-02-10', enteredOn: '2023-02-10', ownStatement: false },
    decision: { judged: 'inTime', last: '2023-11-19' },
    norm: { symbol: '124/2021/TT-BCA' },
    dossier: { happened: [], unfulfilled: [] },
    otherwise: false,
  });
  expect(await reads.recognitionYear('ubnd', 1999)).toBeNull();
});

test('a year tells the words of the checklists that its dossiers answer, and what they do not fulfil', async () => {
  const norm = { policy: 'recognition-norm/x@1', symbol: '124/2021/TT-BCA' };
  const items = [{ code: 'rated', text: { vi: 'Từ 70%', en: 'At least 70 %' } }];
  await database.pool.query(
    `INSERT INTO read.policies (policy_id, version, policy) VALUES ('recognition-norm/x', 1, $1), ('other', 1, $1)`,
    [JSON.stringify({ value: { kind: 'recognitionNorm', checklist: { value: items } } })],
  );
  const given = answers({ rated: { kind: 'share', reached: 6, of: 10 } });
  await play('recognition/ubnd/2015', yearOf(1, 1, given), { norm });
  expect((await reads.recognitionYear('ubnd', 2015))!.checklists).toEqual([
    { policy: norm.policy, items },
  ]);
  const [subject] = await subjectsOf('ubnd', 2015);
  expect(subject!.dossier).toMatchObject({ unfulfilled: ['rated'], contradicted: [], norm });
});

test('a year tells units by their names, and of a revocation the day, the person and the reason', async () => {
  for (const id of ['ubnd', 'ubnd-xa']) {
    await database.pool.query(
      `INSERT INTO read.units (unit_id, name, role_classes, search, record)
       VALUES ($1, $2, '[]', '', '{}')`,
      [id, JSON.stringify({ vi: `Tên ${id}`, en: id })],
    );
  }
  const delegate: Ask = {
    ...{ type: 'DelegateRecognition', actor: BODY },
    data: { to: 'ubnd-xa', date: '2023-01-05', reason: 'phân cấp' },
  };
  const revoke: Ask = {
    ...{ type: 'RevokeRecognition', actor: BODY },
    data: { unit: 'truong-01', date: '2023-11-20', reason: 'hồ sơ không đúng' },
  };
  const inCopy = { grade: 'notInCopy' };
  await play('recognition/ubnd/2014', [delegate, ...yearOf(2, 2), told(inCopy), revoke]);
  const detail = (await reads.recognitionYear('ubnd', 2014))!;
  expect(detail.delegation).toMatchObject({ to: 'ubnd-xa', toName: { vi: 'Tên ubnd-xa' } });
  expect(detail.results).toMatchObject([{ byName: { vi: 'Tên ubnd' } }]);
  expect(await subjectsOf('ubnd', 2014)).toMatchObject([
    {
      ...{ unit: 'truong-01', status: 'revoked', decisionNumber: '10/QĐ-UBND' },
      revocation: {
        ...{ date: '2023-11-20', reason: 'hồ sơ không đúng' },
        ...{ actor: BODY, unitName: { vi: 'Tên ubnd' } },
      },
    },
    { unit: 'truong-02', status: 'met', revocation: null },
  ]);
});

test('a unit that registered with two bodies for one year is told with the other', async () => {
  await play('recognition/ubnd-xa/2014', yearOf(1, 1).slice(0, 1));
  expect(await subjectsOf('ubnd', 2014)).toMatchObject([
    { unit: 'truong-01', elsewhere: [{ authority: 'ubnd-xa', name: { vi: 'Tên ubnd-xa' } }] },
    { unit: 'truong-02', elsewhere: [] },
  ]);
});

test('a year tells its last days: to come, and who was registered and undecided when they were reached', async () => {
  const stream = 'recognition/ubnd/2025';
  const deadlines = [
    { ...REGISTRATION_ENDS, at: '2023-11-18T06:00:00.000Z' },
    { ...DECISION_DUE, at: '2023-11-20T06:00:00.000Z' },
  ];
  await play(stream, yearOf(3, 3).slice(0, 3), { deadlines });
  expect((await reads.recognitionYear('ubnd', 2025))!.deadlines).toMatchObject([
    {
      ...{ what: 'registrationEnds', last: '2023-03-31' },
      ...{ registered: 3, undecided: 3, more: 0 },
      units: ['truong-01', 'truong-02', 'truong-03'],
    },
    { what: 'decisionDue', registered: null, undecided: null },
  ]);
});

test('subjects come page by page, and whoever is undecided is asked for by that', async () => {
  const of = { authority: 'ubnd', year: 2023 };
  const first = await reads.recognitionSubjects({ ...of, limit: 25 });
  const rest = await reads.recognitionSubjects({ ...of, limit: 25, cursor: first.next });
  expect([first.items.length, rest.items.length, rest.next]).toEqual([25, 15, null]);
  expect((await reads.recognitionSubjects({ ...of, status: 'notMet' })).items).toHaveLength(1);
  expect((await reads.recognitionSubjects({ ...of, undecided: true })).items).toEqual([]);
});

test('not met for want of a dossier is told with what shows it, and who else waits is listed', async () => {
  const stream = 'recognition/ubnd/2022';
  const kind = 'educationalInstitution';
  const window = { first: '2023-11-16', last: '2023-11-19', assessedUntil: '2023-11-15' };
  const decisions = [{ kind, ...window }] as const;
  const ruling = { number: '11/QĐ-UBND', date: '2023-11-18', met: [], notMet: [] };
  const decide = {
    ...{ type: 'DecideRecognition', actor: BODY },
    data: { ...ruling, noDossier: ['truong-01'] },
  };
  await play(stream, [...yearOf(2, 2).slice(0, 2), decide], { decisions });
  expect(await subjectsOf('ubnd', 2022)).toMatchObject([
    {
      ...{ unit: 'truong-01', status: 'notMet', reason: null, decisionNumber: '11/QĐ-UBND' },
      noDossier: { status: 'registered', last: '2023-11-15' },
      decision: { judged: 'inTime' },
    },
    { unit: 'truong-02', status: 'registered', noDossier: null },
  ]);
  const waiting = { authority: 'ubnd', year: 2022, undecided: true };
  expect((await reads.recognitionSubjects(waiting)).items.map((it) => it.unit)).toEqual([
    'truong-02',
  ]);
});

test('of a norm that is not in our copy nothing is judged late', async () => {
  await play('recognition/ubnd/2019', yearOf(2, 1, []), NOT_HELD);
  const subjects = await subjectsOf('ubnd', 2019);
  expect(subjects.map((it) => [it.registration.judged, it.decision?.judged])).toEqual([
    ['notJudged', 'notJudged'],
    ['notJudged', 'notJudged'],
  ]);
});

test('a norm used before its date is listed among the assumptions, once with its years', async () => {
  const assumption = {
    ...{ code: 'policy.before-its-date', policy: 'recognition-norm@1', source: 'nguồn' },
    text: { vi: 'x', en: 'x' },
  };
  const assumptions = [assumption];
  await play('recognition/ubnd/2016', yearOf(2, 2), { assumptions });
  await play('recognition/ubnd/2017', yearOf(2, 2), { assumptions });
  const { items } = await reads.assumptions({});
  // Beside it, that no call named the standing body, of every year played here.
  expect(items).toHaveLength(2);
  expect(items).toContainEqual(
    expect.objectContaining({ code: 'recognition.standing-body-not-named' }),
  );
  expect(items.filter(({ policy }) => policy !== null)).toMatchObject([
    { directive: 'recognition/ubnd', policy: 'recognition-norm@1', periods: ['2016', '2017'] },
  ]);
});

const BEGUN = planned(['bo-cong-an'], { deadlines: [], above: ['bo-cong-an'] });
/** Two dossiers wait for the decision, a third unit has only registered. */
const begun: readonly Command[] = yearOf(3, 0)
  .slice(0, 8)
  .filter((_, n) => n !== 5)
  .map(({ type, data, actor }, n) => ({
    ...{ type, actor: { ...actor, unit: 'bo-cong-an' } },
    data: { ...(data as object), unit: 'abc'[n < 3 ? n : (n - 3) % 2], date: '2014-08-01' },
    ...{ id: `b${n}`, stream: '', plan: BEGUN },
    ...{ receivedAt: `2014-08-01T00:0${n}:00.000Z`, effectiveAt: `2014-08-01T00:0${n}:00.000Z` },
  }));

test('a year of any life reads as its folded state', async () => {
  const [, commands] = STREAMS.find(([stream]) => stream.startsWith('recognition/'))!;
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
  let recognised = 0;
  const authority = 'bo-cong-an';
  await fc.assert(
    fc.asyncProperty(livesOf('recognition/x/2014', commands), sizes, async (life, batches) => {
      const year = 3000 + (lives += 1);
      const stream = `recognition/${authority}/${year}`;
      const decider = deciderOf(stream);
      const beginning = { state: decider.initial, version: 0 };
      const waiting = [...begun, ...life].map((command) => ({ ...command, stream }));
      const now = '2014-08-31T00:00:00.000Z';
      const { decided } = step(decider, beginning, { waiting, now }, stream);
      await database.record(stream, decided);
      await database.projectNew(batches);
      const { subjects, called } = foldAll(decider, decided).state as RecognitionState;
      const detail = await reads.recognitionYear(authority, year);
      const rows = await subjectsOf(authority, year);
      const shown = rows.map((it) => [
        ...[it.unit, it.kind, it.status, it.proposal, it.remindedAt !== null],
        it.dossier?.happened ?? [],
      ]);
      const folded = Object.entries(subjects).map(([unit, it]) => [
        ...[unit, it.kind, it.status, it.proposal, it.reminded],
        it.happened,
      ]);
      expect(shown).toEqual(folded.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
      expect(
        (await reads.recognitionCalled({ authority, year, limit: 500 })).items.map((it) => [
          it.unit,
          it.kind,
          it.remindedAt !== null,
        ]),
      ).toEqual(
        Object.entries(called)
          .map(([unit, it]) => [unit, it.kind, it.reminded])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );
      recognised += detail?.counts.met ?? 0;
    }),
    { numRuns: 60 },
  );
  expect(recognised).toBeGreaterThan(0);
});
