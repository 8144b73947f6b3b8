/** One round told act by act: after each the tables read as the folded state, and at the end every question has its answer. */
import {
  deciderOf,
  foldAll,
  parseRoundStream,
  step,
  type Decided,
  type RoundState,
} from '../../libs/domain';
import * as the from '../../libs/domain/round/testing';
import { createReads, emptyReadModel, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { dumpOf } from './support/readmodel-dump';
import { foldedRound, roundTables } from './support/readmodel-fold';
import { day, issue, ROUND, STORY } from './support/readmodel-story';

const { STREAM, schedule } = the;
const ref = parseRoundStream(STREAM)!;

let database: ReadmodelDatabase;
let reads: Reads;

beforeAll(async () => {
  database = await readmodelDatabase('story', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
});
afterAll(() => database.drop());

/** Two directives of one symbol, by two provinces. */
test('directives are registered and issued', async () => {
  await issue(database, 'd-04', 'ubnd-thanh-hoa', '2018-04-02');
  await issue(database, 'd-21', 'ubnd-hau-giang', '2018-05-18');
  await database.projectNew();
  const { items } = await reads.directives({});
  expect(items).toMatchObject([
    { directive: 'd-04', status: 'issued', symbol: '04/CT-UBND', issuedOn: '2018-04-02' },
    { directive: 'd-21', status: 'issued', issuer: 'ubnd-hau-giang' },
  ]);
});

test('after every act the tables read as the folded state', async () => {
  const decider = deciderOf(STREAM);
  let loaded = { state: decider.initial, version: 0 };
  const all: Decided[] = [];
  for (const command of STORY) {
    const stepped = step(decider, loaded, { waiting: [command], now: command.effectiveAt }, STREAM);
    await database.record(STREAM, stepped.decided, loaded.version);
    await database.projectNew();
    loaded = stepped.loaded;
    all.push(...stepped.decided);
    const state = foldAll(decider, all).state as RoundState;
    expect([command.type, await roundTables(database.pool, ref)]).toEqual([
      command.type,
      foldedRound(ref, state),
    ]);
  }
  const refused = all.filter(({ decision }) => !decision.ok);
  expect(refused.map(({ command, decision }) => [command.type, decision])).toEqual([]);
});

test('the round is listed with its counts, and shown with due times, rungs and letters', async () => {
  const { items } = await reads.rounds({ directive: 'd-04' }, day(30));
  expect(items).toMatchObject([
    {
      round: ROUND,
      status: 'closed',
      dueAt: the.DUE_AT,
      closedAt: day(29),
      counts: { total: 3, doneOnTime: 1, openOnTime: 1, openLate: 1, doneLate: 0 },
    },
  ]);
  const shown = await reads.round(ROUND, day(30));
  expect(shown!.schedules.map(({ schedule: id, dueAt }) => [id, dueAt])).toEqual([
    ['s0', the.DUE_AT],
    ['s1', day(19, 10)],
    ['s2', day(22, 10)],
  ]);
  expect(shown!.schedules[2]!.rungs.map(({ rung: id, state }) => [id, state])).toEqual([
    ['T+1', 'reached'],
    ['T+3', 'reached'],
    ['T+7', 'reached'],
  ]);
  expect(shown!.letters).toMatchObject([
    { letter: 'letter-1', units: ['tinh-gia'], issued: { number: '345/CAT-PV28' } },
  ]);
  expect(await reads.round('d-04~report~2019', day(30))).toBeNull();
});

test('what was accepted without having been passed on says so, on the obligation and in the story', async () => {
  const id = `${ROUND}~0~nga-son`;
  expect(await reads.obligation(id, day(30))).toMatchObject({
    status: 'accepted',
    passedOnAt: null,
    notPassedOn: 'pv28',
  });
  const { items } = await reads.timeline({ directive: 'd-04', limit: 100 });
  const said = items.filter(({ type }) => type === 'ReportAccepted').map(({ text }) => text);
  expect(said[0]!.vi).toContain('Lưu ý: chấp nhận khi pv28 chưa chuyển lên.');
  expect(said[0]!.en).toContain('Note: accepted without having been passed on by pv28.');
});

test('who has not submitted is asked with one flag; pages follow each other without a gap', async () => {
  const missing = await reads.obligations({ round: ROUND, missing: true }, day(30));
  expect(missing.items.map(({ unit }) => unit)).toEqual(['tinh-gia']);
  const late = await reads.obligations({ round: ROUND, standing: 'openLate' }, day(30));
  expect(late.items.map(({ unit }) => unit)).toEqual(['tinh-gia']);
  const one = await reads.obligations({ round: ROUND, limit: 2 }, day(30));
  const two = await reads.obligations({ round: ROUND, limit: 2, cursor: one.next }, day(30));
  expect([...one.items, ...two.items].map(({ unit }) => unit).sort()).toEqual([
    'nga-son',
    'sam-son',
    'tinh-gia',
  ]);
  expect(two.next).toBeNull();
});

test.each(['nonsense', Buffer.from('[1]').toString('base64url')])(
  'a cursor that no answer gave is refused: %s',
  async (cursor) => {
    await expect(reads.obligations({ round: ROUND, cursor }, day(30))).rejects.toMatchObject({
      code: 'paging.cursor-unreadable',
    });
  },
);

test('an obligation shows both times, every submission and what each rung came to', async () => {
  const shown = await reads.obligation(`${ROUND}~0~nga-son`, day(30));
  expect(shown).toMatchObject({
    standing: 'doneOnTime',
    acceptedSubmittedAt: day(9, 7),
    acceptedAt: day(17),
    title: the.heading.title,
  });
  expect(shown!.reports.map(({ ordinal, state }) => [ordinal, state])).toEqual([
    [1, 'returned'],
    [2, 'withdrawn'],
    [3, 'accepted'],
  ]);
  expect(shown!.outcomes.find(({ rung: id }) => id === 'T-7')).toMatchObject({
    outcome: 'issued',
    kind: 'reminder',
    audience: 'focal',
  });
});

test('why a unit owes by that time: every due time it had, the present one last, with its derivation', async () => {
  const why = await reads.why(ROUND, 'tinh-gia', day(30));
  expect(why!.schedules.map(({ schedule: id }) => id)).toEqual(['s0', 's1', 's2']);
  expect(why!.schedules[0]!.derivation).toEqual(schedule().derivation);
  expect(why!.obligation.outcomes.map(({ rung: id, outcome }) => [id, outcome])).toContainEqual([
    'T+1',
    'issued',
  ]);
  expect(await reads.why(ROUND, 'khong-co', day(30))).toBeNull();
});

test('a symbol that two issuers used asks which; the issuer, or the id, says it', async () => {
  expect(await reads.findDirective('04/CT-UBND')).toMatchObject({
    found: 'several',
    candidates: [{ directive: 'd-04' }, { directive: 'd-21' }],
  });
  for (const [text, issuer] of [
    ['04/CT-UBND', 'ubnd-hau-giang'],
    ['d-21', undefined],
  ] as const) {
    expect(await reads.findDirective(text, issuer)).toMatchObject({
      found: 'one',
      directive: { directive: 'd-21' },
    });
  }
  expect(await reads.findDirective('05/CT-UBND')).toEqual({ found: 'none' });
  expect((await reads.directives({ symbol: '4/CT-UBND' })).items).toHaveLength(2);
});

test('a report as of an instant says what was known then', async () => {
  const [before, then, end] = [
    await reads.report('d-04', day(1, 0)),
    await reads.report('d-04', day(16, 2)),
    await reads.report('d-04', day(30)),
  ];
  expect(before!.counts.total).toBe(0);
  expect(then!.counts).toMatchObject({ total: 3, openOnTime: 3 });
  expect(then!.urging).toMatchObject({ reminders: 3, letters: 0, lettersIssued: 0 });
  expect(then!.rounds).toMatchObject([{ status: 'open', closedAt: null }]);
  expect(end!.counts).toMatchObject({ total: 3, doneOnTime: 1, openOnTime: 1, openLate: 1 });
  expect(end!.urging).toMatchObject({
    letters: 1,
    escalations: 1,
    explanations: 1,
    lettersIssued: 1,
  });
  expect(end!.worst).toMatchObject([{ unit: 'tinh-gia', standing: 'openLate', lateDays: 7.6 }]);
  expect(end!.notStated.map(({ where }) => where)).toContain('draft.urgency');
  expect(await reads.report('d-99', day(30))).toBeNull();
});

test('the summary counts everything once', async () => {
  const summary = await reads.summary(day(30));
  expect(summary).toMatchObject({ rounds: 1, obligations: 3, counts: { total: 3 } });
  expect(summary.directives.map(({ directive, obligations }) => [directive, obligations])).toEqual([
    ['d-04', 3],
    ['d-21', 0],
  ]);
  expect(summary.entries).toBe(await database.ledger.lastSeq());
});

test('the register holds reports coming in with what became of them, and urging letters going out', async () => {
  const { items } = await reads.documents({ directive: 'd-04' });
  expect(
    items.map(({ direction, number, from, state }) => [direction, number, from, state]),
  ).toEqual([
    ['outgoing', '04/CT-UBND', 'ubnd-thanh-hoa', 'issued'],
    ['incoming', '12/BC-UBND', 'nga-son', 'returned'],
    ['incoming', '13/BC-UBND', 'nga-son', 'withdrawn'],
    ['incoming', '14/BC-UBND', 'nga-son', 'accepted'],
    ['incoming', '12/BC-UBND', 'sam-son', 'submitted'],
    ['outgoing', '345/CAT-PV28', 'ca-thanh-hoa', 'issued'],
  ]);
  expect(items[1]!.to).toEqual(['bcd-138']);
  const outgoing = await reads.documents({ direction: 'outgoing' });
  expect(outgoing.items.map(({ kind }) => kind)).toEqual([
    'directive',
    'directive',
    'urgingLetter',
  ]);
});

test('the timeline is sentences in both languages, none left without words', async () => {
  const { items } = await reads.timeline({ directive: 'd-04', limit: 500 });
  expect(items.map(({ text }) => text.vi)).toMatchSnapshot('Vietnamese');
  expect(items.map(({ text }) => text.en)).toMatchSnapshot('English');
  const ofUnit = await reads.timeline({ unit: 'sam-son' });
  expect(ofUnit.items.map(({ type }) => type)).toContain('ObligationUpheld');
});

test('what was built anew from the ledger is what was built entry by entry', async () => {
  const dump = () => dumpOf(database.pool);
  const before = await dump();
  await database.ledger.moveCursor(null, 'projector', 1);
  const client = await database.pool.connect();
  await emptyReadModel(client);
  client.release();
  expect(await database.ledger.cursor('projector')).toBe(0);
  expect(await reads.obligations({ round: ROUND }, day(30))).toEqual({ items: [], next: null });
  await database.projectAll([7, 100]);
  expect(await dump()).toEqual(before);
});
