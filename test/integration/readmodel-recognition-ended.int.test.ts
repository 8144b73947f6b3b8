/**
 * Units of a year of recognition that ended in it: the lists say what became of each and who stands for it now, and that it
 * was not reminded afterwards. Real PostgreSQL.
 */
import { deciderOf, foldAll, step, type Command } from '../../libs/domain';
import {
  BODY,
  planned,
  REGISTRATION_REMINDER,
  SCHOOL,
} from '../../libs/domain/testing/recognition-scene';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const OPERATOR = { id: 'quan-tri', role: 'operator', unit: null } as const;
const END = '2023-03-01';

let database: ReadmodelDatabase;
let reads: Reads;
beforeAll(async () => {
  database = await readmodelDatabase('recognition-ended');
  reads = createReads(database.pool);
});
afterAll(() => database.drop());

type Ask = Pick<Command, 'type' | 'data' | 'actor'> & { readonly at: string };

async function play(stream: string, asks: readonly Ask[], now: string, plan?: unknown) {
  const waiting = asks.map(({ at, ...ask }, n) => ({
    ...{ ...ask, stream, id: `${stream}-${n}`, receivedAt: at, effectiveAt: at },
    ...(plan === undefined ? {} : { plan }),
  }));
  const decider = deciderOf(stream);
  const { decided } = step(
    decider,
    { state: decider.initial, version: 0 },
    { waiting, now },
    stream,
  );
  const refused = decided.flatMap(({ decision }) => (decision.ok ? [] : decision.rejection));
  expect(refused).toEqual([]);
  await database.record(stream, decided);
  await database.projectNew([7]);
  return foldAll(decider, decided).state;
}

const unit = (id: string) => ({
  ...{ id, name: { vi: `Trường ${id}`, en: id }, aliases: [], parent: null, kind: 'school' },
  ...{ roleClasses: [], from: '2010-01-01', source: 'nguồn', contacts: [] },
});

test('what became of a unit, who stands for it, and no reminder after its end', async () => {
  const at = '2023-01-05T02:00:00.000Z';
  const change = {
    ...{ id: 's1', title: 'Sắp xếp', on: END, source: 'nghị quyết', register: [] },
    changes: [
      { kind: 'merge', units: ['a'], into: 'x' },
      { kind: 'split', unit: 'b', into: ['x', 'y'] },
      { kind: 'split', unit: 'c', into: ['x', 'y'] },
    ],
    heirs: [{ unit: 'b', heir: 'y', reason: 'trụ sở ở đó' }],
  };
  const units = ['a', 'b', 'c', 'd', 'x', 'y'].map(unit);
  const org = [
    { type: 'RegisterUnits', data: { units }, actor: OPERATOR, at },
    { type: 'ReorganiseUnits', data: change, actor: OPERATOR, at: `${END}T02:00:00.000Z` },
  ];
  await play('org', org, `${END}T03:00:00.000Z`);
  const kind = 'educationalInstitution';
  const called = ['a', 'b', 'c', 'd'].map((one) => ({ unit: one, kind }));
  const call = {
    ...{ type: 'CallForRegistration', actor: BODY, at: '2023-01-10T02:00:00.000Z' },
    data: { units: called, standingBody: null, reference: '02/KH', date: '2023-01-10' },
  };
  const register = {
    ...{ type: 'RegisterForRecognition', at: '2023-02-01T02:00:00.000Z' },
    actor: { ...SCHOOL, unit: 'c' },
    data: { unit: 'c', kind, trait: null, reference: '01/KH', date: '2023-02-01' },
  };
  const plan = planned(['ubnd', 'c'], { deadlines: [REGISTRATION_REMINDER] });
  await play('recognition/ubnd/2023', [call, register], REGISTRATION_REMINDER.at, plan);

  const of = { authority: 'ubnd', year: 2023 };
  const rows = (await reads.recognitionCalled(of)).items;
  const ended = { on: END, how: 'split', successors: ['x', 'y'] };
  expect(rows.map((it) => [it.unit, it.ended, it.remindedAt])).toEqual([
    ['a', { ...ended, how: 'merged', successors: ['x'], heir: 'x', heirName: name('x') }, null],
    ['b', { ...ended, heir: 'y', heirName: name('y') }, null],
    ['c', { ...ended, heir: null, heirName: null }, null],
    ['d', null, REGISTRATION_REMINDER.at],
  ]);
  expect((await reads.recognitionSubjects({ ...of, undecided: true })).items).toMatchObject([
    { unit: 'c', status: 'registered', ended: { on: END, heir: null } },
  ]);
});

const name = (id: string) => ({ vi: `Trường ${id}`, en: id });
