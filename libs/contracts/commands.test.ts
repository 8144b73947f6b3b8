import { COMMANDS, PERSONAL_PATHS, PUBLIC_COMMANDS, RIGHTS } from './index';
import { CONTENT_PATHS, faultsOf, publicCommand, valuesAt } from './index';
import type { PublicCommand } from './index';

const IDS = { directive: () => 'd-new', commendation: () => 'k-new' };
const OBLIGATION = { obligationId: 'd-abc~report~2018~3~nga-son' };
const ACCENTED = 'báo cáo năm 2018 của huyện Nga Sơn';

function row(type: string): PublicCommand {
  return publicCommand(type)!;
}

function faults(type: string, body: unknown) {
  const result = row(type).body.safeParse(body);
  return result.success ? [] : faultsOf(result.error.issues);
}

test('awards are of a year, a month or a day that there is', () => {
  const none = { grade: 'notStated' };
  const when = (value: string) => ({
    ...{ directive: null, title: { vi: 'Khen', en: 'Commended' }, forms: none, split: none },
    ...{ awardingBodies: none, subjects: none, source: null },
    when: { grade: 'stated', value: [value], quote: 'q', place: 'p' },
  });
  for (const known of ['2025', '2025-12', '2025-02-28']) {
    expect(faults('RecordAwards', when(known))).toEqual([]);
  }
  for (const none of ['2025-13', '2025-00', '2025-02-30']) {
    expect(JSON.stringify(faults('RecordAwards', when(none)))).toContain('date.malformed');
  }
});

test('every row of the table stands under its own name', () => {
  for (const [type, command] of Object.entries(COMMANDS)) expect(command.type).toBe(type);
});

test('no two commands share a route, and no route has a colon, which Fastify reads as a parameter', () => {
  const routes = PUBLIC_COMMANDS.map((it) => it.route.replaceAll(/\{\w+\}/g, '{}'));
  expect(new Set(routes).size).toBe(routes.length);
  expect(routes.filter((route) => route.includes(':'))).toEqual([]);
});

test('the names in a route are exactly the parameters that are checked', () => {
  for (const { type, route, params } of PUBLIC_COMMANDS) {
    const named = [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const shape = (params as unknown as { shape: Record<string, unknown> }).shape;
    expect([type, Object.keys(shape).sort()]).toEqual([type, named.sort()]);
  }
});

test('every open command asks for a right that somebody has', () => {
  for (const { right } of PUBLIC_COMMANDS) expect(RIGHTS[right].length).toBeGreaterThan(0);
});

test('no role may pass as the system', () => {
  expect(Object.values(RIGHTS).flat()).not.toContain('system');
});

test('a command on an obligation goes to the shard its id names, with the unit from the id', () => {
  const body = row('WithdrawReport').body.parse({ reason: 'nhầm kỳ' });
  expect(row('WithdrawReport').address(OBLIGATION, body, IDS)).toEqual({
    stream: 'directive/d-abc/round/report/2018/3',
    data: { unit: 'nga-son', reason: 'nhầm kỳ' },
  });
});

test('a unit in the body cannot speak for another: it is an unknown field', () => {
  expect(faults('WithdrawReport', { reason: 'x', unit: 'tho-xuan' })).toEqual([
    { code: 'field.unknown', place: '/unit', params: { keys: 'unit' } },
  ]);
});

test('accents in NFD come out in NFC, and blanks at the ends are gone', () => {
  const parsed = row('WithdrawReport').body.parse({ reason: `  ${ACCENTED.normalize('NFD')}\n` });
  expect(parsed).toEqual({ reason: ACCENTED });
});

test('paragraphs are kept, other control characters are refused with their place', () => {
  expect(row('WithdrawReport').body.parse({ reason: 'một\r\nhai' })).toEqual({
    reason: 'một\nhai',
  });
  for (const hidden of ['a\u0000b', 'a\u202eb', 'a\ud800b', 'a\u001bb']) {
    expect(faults('WithdrawReport', { reason: hidden })).toEqual([
      { code: 'text.control-character', place: '/reason', params: {} },
    ]);
  }
});

test('a date that does not exist is refused', () => {
  const body = { proposedDate: '2019-02-29', reason: 'mưa lũ' };
  expect(faults('RequestExtension', body)).toEqual([
    { code: 'date.malformed', place: '/proposedDate', params: {} },
  ]);
  expect(faults('RequestExtension', { ...body, proposedDate: '2020-02-29' })).toEqual([]);
});

test('an instant has one form only', () => {
  const body = { by: 'pv28', to: '2018-12-20T10:00:00.000Z', reason: 'sáp nhập' };
  expect(faults('SubstituteUnit', { ...body, from: '2018-12-18 17:00' })).toEqual([
    { code: 'instant.malformed', place: '/from', params: {} },
  ]);
});

test('a value decided by a person cannot be smuggled in with a draft', () => {
  const value = { kind: 'once' };
  const decided = { grade: 'decided', value, by: { id: 'x' }, at: '…', reason: 'x' };
  const [fault] = faults('SetUpDuty', {
    duty: {
      id: 'plan',
      kind: 'plan',
      title: { vi: 'Kế hoạch', en: 'Plan' },
      owes: { grade: 'notStated' },
      to: { grade: 'notStated' },
      cadence: decided,
      due: { grade: 'notStated' },
      acceptance: 'byReceiver',
    },
  });
  expect(fault).toMatchObject({ code: 'field.value', place: '/duty/cadence/grade' });
});

test('a report that says there is nothing to report needs no words, and neither does one in a file', () => {
  const submit = row('SubmitReport').body;
  const nothing = submit.safeParse({ report: { nil: true } });
  expect(nothing.data).toMatchObject({ report: { nil: true, summary: '', files: [] } });
  expect(submit.safeParse({ report: { summary: ' ', nil: true } }).success).toBe(true);
  expect(faults('SubmitReport', { report: { summary: 'x'.repeat(8_001) } })).toMatchObject([
    { place: '/report/summary' },
  ]);
});

test('mail addresses and names of those commended are the personal values', () => {
  const found = Object.entries(PERSONAL_PATHS).filter(([, paths]) => paths.length > 0);
  expect(Object.fromEntries(found)).toEqual({
    RegisterUnits: [['units', '*', 'contacts', '*', 'email']],
    SetContacts: [['contacts', '*', 'email']],
    ReorganiseUnits: [['register', '*', 'contacts', '*', 'email']],
    NominateForCommendation: [['subjects', '*', 'name']],
    RecordAwards: [['subjects', 'value', '*', 'name']],
  });
});

test('contents are found by the hashes that reports and sources name', () => {
  const sha256 = 'a'.repeat(64);
  const data = { report: { contentSha256: null, files: [{ sha256 }, { sha256 }] } };
  expect(valuesAt(data, CONTENT_PATHS.SubmitReport!)).toEqual([sha256, sha256]);
});

describe('a value of a form', () => {
  const model = { name: 'Camera', place: 'Nga Sơn', summary: '' };
  const submitted = (value: unknown) =>
    faults('SubmitReport', {
      report: { summary: 'x', data: { form: 1, values: { models: value } } },
    });
  const place = '/report/data/values/models';

  test('names the field and its limit when a list is too long, and not another type', () => {
    expect(submitted(Array(200).fill(model))).toEqual([]);
    expect(submitted(Array(201).fill(model))).toEqual([
      { code: 'field.too-big', place, params: { limit: 200 } },
    ]);
    expect(submitted([model, { ...model, place: undefined }])).toMatchObject([
      { code: 'field.missing', place: `${place}/1/place` },
    ]);
    expect(submitted('x'.repeat(8_001))).toMatchObject([
      { code: 'field.too-big', place, params: { limit: 8_000 } },
    ]);
  });

  test('of no type at all lists the types', () => {
    expect(submitted(true)).toMatchObject([
      { code: 'field.type', place, params: { expected: 'number | string | object | array' } },
    ]);
  });
});
