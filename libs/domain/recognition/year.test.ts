/** A body's year: decisions, delegation, the last days, what is known from elsewhere, classification. */
import type { Actor } from '../kernel';
import {
  BODY,
  DECISION_DUE,
  NOT_HELD,
  planned,
  RecognitionYear,
  REGISTRATION_ENDS,
  STANDING,
} from '../testing/recognition-scene';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';
import type { ChecklistItem } from './norm';

const statusOf = (year: RecognitionYear, unit: string) => year.scene.state.subjects[unit]?.status;

describe('a decision', () => {
  test('is whole or not at all', () => {
    const year = new RecognitionYear();
    year.upToAppraisal('a');
    year.register('b');
    expect(year.decide(['a', 'b'])).toMatchObject({
      rejection: { code: 'recognition.not-possible-now', params: { unit: 'b' } },
    });
    expect(statusOf(year, 'a')).toBe('appraised');
    expect(codeOf(year.decide(['a'], [{ unit: 'a', reason: 'x' }]))).toBe('unit.named-twice');
    expect(codeOf(year.decide([]))).toBe('unit.none-given');
  });

  test('after its date is taken and flagged, and one against the proposal is named', () => {
    const year = new RecognitionYear();
    year.upToAppraisal('a');
    const notMet = [{ unit: 'a', reason: 'kết luận thanh tra' }];
    expect(eventsOf(year.decide([], notMet, { date: '2023-11-20' }))[0]).toMatchObject({
      data: {
        by: 'ubnd',
        otherwise: 1,
        timeliness: [{ kind: 'educationalInstitution', judged: 'late', last: '2023-11-19' }],
      },
    });
  });

  test('is revoked by the body with a reason', () => {
    const year = new RecognitionYear();
    year.upToAppraisal('a');
    const revoke = () =>
      year.scene.ask(
        'RevokeRecognition',
        { unit: 'a', date: '2024-01-05', reason: 'hồ sơ không đúng' },
        { by: BODY, plan: planned(['ubnd']) },
      );
    expect(codeOf(revoke())).toBe('recognition.not-possible-now');
    year.decide(['a']);
    expect(codeOf(revoke())).toBe('accepted');
    expect(statusOf(year, 'a')).toBe('revoked');
  });
});

describe('delegation', () => {
  const ask = (changes: object = {}, by: Actor = BODY, year = new RecognitionYear()) =>
    year.scene.ask(
      'DelegateRecognition',
      { to: 'ubnd-huyen', date: '2023-01-05', reason: 'phân cấp' },
      { by, plan: planned([by.unit ?? ''], changes) },
    );

  test('goes one level down and no further', () => {
    const year = new RecognitionYear();
    expect(codeOf(ask({}, BODY, year))).toBe('accepted');
    expect(codeOf(ask({}, BODY, year))).toBe('recognition.already-delegated');
    const delegate: Actor = { ...BODY, unit: 'ubnd-huyen' };
    expect(codeOf(ask({}, delegate, year))).toBe('actor.not-allowed');
    const oneLevel = { delegation: { allowed: true, oneLevel: false } };
    expect(codeOf(ask(oneLevel))).toBe('recognition.not-one-level');
    const noLevel = { unit: 'ubnd-huyen', kind: 'districtCommittee', levels: ['commune'] };
    expect(ask({ delegation: { allowed: true, oneLevel: true, noLevel } })).toMatchObject({
      rejection: {
        code: 'recognition.level-without-power',
        params: { ...noLevel, norm: '124/2021/TT-BCA' },
      },
    });
  });

  test('is not made where the norm, as we hold it, has none', () => {
    expect(codeOf(ask(NOT_HELD))).toBe('recognition.delegation-not-provided');
  });
});

describe('the last days', () => {
  test('are heard of once, with who registered and who is undecided', () => {
    const year = new RecognitionYear();
    year.register('b');
    year.register('a');
    expect(year.scene.nextWakeup).toBe(REGISTRATION_ENDS.at);
    const wake = (at: string) => eventsOf(year.scene.ask('WakeUp', {}, { at, by: SYSTEM }));
    expect(wake(REGISTRATION_ENDS.at)[0]).toMatchObject({
      data: {
        ...{ what: 'registrationEnds', registered: 2, undecided: 2, units: ['a', 'b'], more: 0 },
        told: ['ubnd'],
      },
    });
    year.submit('a');
    year.appraise('a');
    year.decide(['a'], [], { date: '2023-11-17' });
    expect(wake(DECISION_DUE.at)[0]).toMatchObject({
      data: { what: 'decisionDue', registered: 2, undecided: 1, units: ['b'], more: 0 },
    });
    expect(year.scene.nextWakeup).toBeNull();
  });

  test('name at most 300 units, and say how many more there are: an entry holds 60 KiB', () => {
    const year = new RecognitionYear();
    const long = (n: number) => `${'x'.repeat(58)}-${String(n).padStart(4, '0')}`;
    for (let n = 0; n < 700; n += 1) year.register(long(n));
    const [event] = eventsOf(
      year.scene.ask('WakeUp', {}, { at: REGISTRATION_ENDS.at, by: SYSTEM }),
    );
    expect(event).toMatchObject({ data: { registered: 700, more: 400 } });
    expect(JSON.stringify(event).length).toBeLessThan(30_000);
  });

  test('that came are not heard of again, though a registration from before is decided after', () => {
    const year = new RecognitionYear();
    year.register('a');
    year.scene.ask('WakeUp', {}, { at: REGISTRATION_ENDS.at, by: SYSTEM });
    expect(eventsOf(year.register('b'))[0]).toMatchObject({ data: { deadlines: [] } });
    expect(year.scene.nextWakeup).toBe(DECISION_DUE.at);
  });

  test('that are past when a unit registers are not heard of afterwards', () => {
    const year = new RecognitionYear();
    year.register('a', {}, '2023-06-01');
    expect(year.scene.nextWakeup).toBe(DECISION_DUE.at);
  });
});

test('a year holds so many that a run can load it: beyond that nobody registers or is called', () => {
  const year = new RecognitionYear();
  const all = Array.from({ length: 8_000 }, (_, n) => `${'x'.repeat(59)}${10_000 + n}`);
  for (let from = 0; from < 8_000; from += 300) year.call(all.slice(from, from + 300));
  expect(year.register('a')).toMatchObject({
    rejection: { code: 'recognition.year-full', params: { count: 8_000, most: 8_000 } },
  });
  expect(codeOf(year.call(['a']))).toBe('recognition.year-full');
  const bytes = (state: unknown) => JSON.stringify(state).length;
  expect(bytes(year.scene.state)).toBeLessThan(2 * 1024 * 1024 * 0.9);
  // As long as a subject commonly gets: registered late, and an item not fulfilled.
  const one = new RecognitionYear({ checklist: LONG });
  one.register(all[0], {}, '2023-06-01');
  const [item = ''] = LONG.map(({ code }) => code);
  const failed = { kind: 'fulfilled', fulfilled: false } as const;
  one.submit(all[0], [{ item, answer: failed, evidence: 'x' }]);
  one.scene.ask(
    'ReturnRecognitionDossier',
    { unit: all[0]!, date: '2023-11-02', reason: 'x' },
    { by: STANDING, plan: planned(['bcd-138', 'ubnd']) },
  );
  expect(one.scene.state.subjects[all[0]!]).toMatchObject({ late: true, unfulfilled: [item] });
  expect(8_000 * bytes(one.scene.state.subjects)).toBeLessThan(2 * 1024 * 1024 * 0.95);
});

const LONG: readonly ChecklistItem[] = [
  {
    ...{ code: 'sub-units-rated', kinds: ['educationalInstitution'], source: 'x' },
    ...{ text: { vi: 'x', en: 'x' }, measure: { kind: 'fulfilled' } },
  },
];

describe('what is known from elsewhere', () => {
  const told = {
    kinds: null,
    by: { grade: 'inferred', value: 'ubnd', reason: 'bản tin không nêu tên tỉnh' },
    source: null,
    directive: null,
  } as const;
  const clerk: Actor = { ...BODY, role: 'clerk' };
  const asking = { by: clerk, plan: planned(['ubnd']) };
  const record = (value: object, quote = 'trên 95%') =>
    new RecognitionYear().scene.ask(
      'RecordRecognitionResult',
      { ...told, result: { grade: 'stated', value: value as never, quote, place: 'bản tin' } },
      asking,
    );

  test('stays as it is told, with its quote', () => {
    const bound = { kind: 'bound', comparator: '>', basisPoints: 9500 };
    expect(eventsOf(record(bound))[0]).toMatchObject({
      type: 'RecognitionResultRecorded',
      data: { result: { value: bound, quote: 'trên 95%' } },
    });
    expect(codeOf(record(bound, ' '))).toBe('value.ungrounded');
    expect(codeOf(record({ kind: 'ratio', met: 41, of: 40 }))).toBe('value.invalid');
    expect(codeOf(record({ kind: 'ratio', met: 0, of: 0 }))).toBe('accepted');
    expect(codeOf(record({ ...bound, basisPoints: 10_001 }))).toBe('value.invalid');
  });

  test('is told by the body, by those above it or by the operator, and by nobody else', () => {
    const result = { ...told, result: { grade: 'notInCopy', note: 'x' } };
    const target = { target: { grade: 'notInCopy', note: 'x' }, directive: null };
    const tells = (by: Actor, above: readonly string[]) => {
      const plan = planned([by.unit ?? ''], { remit: { above: { ubnd: above } } });
      const year = new RecognitionYear();
      return [
        codeOf(year.scene.ask('RecordRecognitionResult', result as never, { by, plan })),
        codeOf(year.scene.ask('SetRecognitionTarget', target as never, { by, plan })),
      ];
    };
    const other: Actor = { ...clerk, unit: 'co-quan-11' };
    expect(tells(other, ['bo'])).toEqual(['actor.not-in-remit', 'actor.not-in-remit']);
    expect(tells({ ...clerk, unit: 'bo' }, ['bo'])).toEqual(['accepted', 'accepted']);
    expect(tells(clerk, [])).toEqual(['accepted', 'accepted']);
    const operator: Actor = { id: 'quan-tri', role: 'operator', unit: null };
    expect(tells(operator, [])).toEqual(['accepted', 'accepted']);
  });

  test('is a target too, of whole hundredths of a percent', () => {
    const target = (basisPoints: number) =>
      new RecognitionYear().scene.ask(
        'SetRecognitionTarget',
        {
          target: {
            ...{ grade: 'stated', quote: '>95%', place: 'bản tin' },
            value: { comparator: '>', basisPoints },
          },
          directive: null,
        } as never,
        asking,
      );
    expect(codeOf(target(9500))).toBe('accepted');
    expect(codeOf(target(95.5))).toBe('value.invalid');
  });
});

describe('classification', () => {
  const classify = (plan: object, by: Actor = STANDING) =>
    new RecognitionYear().scene.ask(
      'ClassifyUnit',
      { unit: 'a', level: 'kha', date: '2023-12-01', reason: 'theo kết quả năm' },
      { by, plan },
    );
  const levels = [{ code: 'kha', text: { vi: 'Khá', en: 'Fair' } }];
  const plan = { policy: 'classification/ubnd@1', levels, line: ['bcd-138', 'ubnd'] };

  test("takes a level of the body's own policy, and no other", () => {
    expect(eventsOf(classify(plan))[0]).toMatchObject({
      data: { levelText: { vi: 'Khá' }, policy: 'classification/ubnd@1' },
    });
    expect(codeOf(classify({ ...plan, levels: [{ code: 'tot', text: levels[0]!.text }] }))).toBe(
      'classification.level-unknown',
    );
  });

  test('without an adopted policy, of one own unit, or without a plan is refused', () => {
    const impossible = { impossible: 'classification.no-policy', params: {} };
    expect(codeOf(classify(impossible))).toBe('classification.no-policy');
    const heir = { ...plan, line: ['x', 'ubnd'], kin: ['a'] };
    expect(codeOf(classify(heir, { ...STANDING, unit: 'x' }))).toBe('recognition.own-unit');
    expect(codeOf(classify({ ...plan, line: ['a', 'ubnd'] }, { ...STANDING, unit: 'a' }))).toBe(
      'recognition.own-unit',
    );
    expect(codeOf(classify(undefined as never))).toBe('plan.missing');
  });
});
