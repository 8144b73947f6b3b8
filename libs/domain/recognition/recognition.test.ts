/** A year of recognition: who registers, what is answered, proposed and decided, and what the norm refuses. */
import type { Actor } from '../kernel';
import {
  answers,
  BODY,
  DECISION_DUE,
  NOT_HELD,
  planned,
  RecognitionYear,
  REGISTRATION_ENDS,
  SCHOOL,
  STANDING,
} from '../testing/recognition-scene';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';
import type { Registration } from './types';

const statusOf = (year: RecognitionYear, unit: string) => year.scene.state.subjects[unit]?.status;

describe('registration', () => {
  test('in the first quarter is in time', () => {
    const [event] = eventsOf(new RecognitionYear().register());
    expect(event).toMatchObject({
      type: 'RecognitionRegistered',
      data: { authority: 'ubnd', year: 2023, timeliness: { judged: 'inTime' } },
    });
  });

  test('after the first quarter is taken and flagged with both days', () => {
    const [event] = eventsOf(new RecognitionYear().register('a', {}, '2023-05-04'));
    const timeliness = { judged: 'late', first: '2023-01-01', last: '2023-03-31' };
    expect(event).toMatchObject({ data: { date: '2023-05-04', timeliness } });
  });

  test('on the last day of March is in time, the day after is late', () => {
    const judged = (date: string) =>
      eventsOf(new RecognitionYear().register('a', {}, date))[0]!.data as never as {
        timeliness: { judged: string };
      };
    expect(judged('2023-03-31').timeliness.judged).toBe('inTime');
    expect(judged('2023-04-01').timeliness.judged).toBe('late');
    expect(judged('2022-12-31').timeliness.judged).toBe('early');
  });

  test('of whom the norm excludes is refused with the rule', () => {
    const refused = new RecognitionYear().register('a', { trait: 'primaryOrPreSchool' });
    expect(refused).toMatchObject({
      rejection: {
        code: 'recognition.excluded',
        params: { norm: '124/2021/TT-BCA', rule: 'trừ tiểu học, mầm non' },
      },
    });
    const area = new RecognitionYear().register('a', { kind: 'residentialArea' });
    expect(codeOf(area)).toBe('recognition.kind-not-covered');
  });

  test('happens once a year, and never of the body that decides', () => {
    const year = new RecognitionYear();
    year.register();
    expect(codeOf(year.register())).toBe('recognition.not-possible-now');
    expect(codeOf(year.register('ubnd'))).toBe('recognition.own-unit');
  });

  test('is made by the unit itself or by people of the body', () => {
    const year = new RecognitionYear();
    const data: Registration = {
      ...{ unit: 'b', trait: null, reference: '1', date: '2023-02-10' },
      kind: 'agency',
    };
    const plan = planned(['a']);
    expect(codeOf(year.scene.ask('RegisterForRecognition', data, { by: SCHOOL, plan }))).toBe(
      'actor.not-allowed',
    );
    const ofBody = planned(['bcd-138', 'ubnd']);
    const by = STANDING;
    expect(codeOf(year.scene.ask('RegisterForRecognition', data, { by, plan: ofBody }))).toBe(
      'accepted',
    );
  });
});

describe('a dossier', () => {
  test('answers every item of its kind, once and by its measure', () => {
    const year = new RecognitionYear();
    year.register();
    expect(year.submit('a', answers().slice(1))).toMatchObject({
      rejection: { code: 'recognition.answers-missing', params: { items: ['model'] } },
    });
    const wrong = answers({ model: { kind: 'zeroTolerance', happened: false } });
    expect(codeOf(year.submit('a', wrong))).toBe('recognition.answer-misplaced');
    const twice = [...answers(), ...answers().slice(0, 1)];
    expect(codeOf(year.submit('a', twice))).toBe('recognition.answer-misplaced');
    const more = answers({ rated: { kind: 'share', reached: 11, of: 10 } });
    expect(codeOf(year.submit('a', more))).toBe('value.invalid');
    expect(codeOf(year.submit())).toBe('accepted');
  });

  test('says which items are not fulfilled; a share of nothing fulfils nothing', () => {
    const unfulfilled = (reached: number, of: number) => {
      const year = new RecognitionYear();
      year.register();
      const given = answers({ rated: { kind: 'share', reached, of } });
      return (eventsOf(year.submit('a', given))[0]!.data as { unfulfilled: unknown }).unfulfilled;
    };
    expect(unfulfilled(7, 10)).toEqual([]);
    expect(unfulfilled(69, 100)).toEqual(['rated']);
    expect(unfulfilled(0, 0)).toEqual(['rated']);
  });

  test('is asked no answers where our copy lacks the checklist, and none are taken', () => {
    const year = new RecognitionYear(NOT_HELD);
    expect(eventsOf(year.register())[0]).toMatchObject({
      data: { timeliness: { judged: 'notJudged', last: null } },
    });
    expect(year.submit()).toMatchObject({
      rejection: {
        code: 'recognition.checklist-not-held',
        params: { norm: '23/2012/TT-BCA' },
      },
    });
    expect(codeOf(year.submit('a', []))).toBe('accepted');
  });

  test('with an event of zero tolerance is never met, neither proposed nor decided', () => {
    const year = new RecognitionYear();
    year.register();
    year.submit('a', answers({ events: { kind: 'zeroTolerance', happened: true } }));
    const refusal = {
      rejection: { code: 'recognition.zero-tolerance', params: { items: ['events'] } },
    };
    expect(year.appraise()).toMatchObject(refusal);
    year.appraise('a', 'notMet');
    expect(year.decide(['a'])).toMatchObject(refusal);
    expect(codeOf(year.decide([], [{ unit: 'a', reason: 'có vụ việc' }]))).toBe('accepted');
    expect(statusOf(year, 'a')).toBe('notMet');
  });

  test('is returned with a reason and submitted again', () => {
    const year = new RecognitionYear();
    year.register();
    year.submit();
    const data = { unit: 'a', date: '2023-11-05', reason: ' ' };
    const asking = { by: STANDING, plan: planned(['bcd-138', 'ubnd']) };
    expect(codeOf(year.scene.ask('ReturnRecognitionDossier', data, asking))).toBe('reason.missing');
    const returned = { ...data, reason: 'thiếu biên bản' };
    year.scene.ask('ReturnRecognitionDossier', returned, asking);
    expect(statusOf(year, 'a')).toBe('returned');
    year.submit();
    expect(statusOf(year, 'a')).toBe('submitted');
  });
});

describe('nobody judges his own unit', () => {
  const appraiser: Actor = { ...STANDING, unit: 'a' };

  test('when it appraises', () => {
    const year = new RecognitionYear();
    year.register();
    year.submit();
    const refused = year.appraise('a', 'met', appraiser, ['a', 'ubnd']);
    expect(refused).toMatchObject({
      rejection: { code: 'recognition.own-unit', params: { unit: 'a' } },
    });
  });

  test('nor one that it stands under', () => {
    const year = new RecognitionYear();
    year.register();
    year.submit();
    const below: Actor = { ...STANDING, unit: 'phong-hanh-chinh' };
    const refused = year.appraise('a', 'met', below, ['phong-hanh-chinh', 'a', 'ubnd']);
    expect(codeOf(refused)).toBe('recognition.own-unit');
  });

  test('when the one that was let decide decides', () => {
    const year = new RecognitionYear();
    year.upToAppraisal('a', 'b');
    year.scene.ask(
      'DelegateRecognition',
      { to: 'a', date: '2023-11-11', reason: 'phân cấp' },
      { by: BODY, plan: planned(['ubnd']) },
    );
    const by: Actor = { ...BODY, unit: 'a' };
    expect(codeOf(year.decide(['a', 'b'], [], { by }))).toBe('recognition.own-unit');
    expect(codeOf(year.decide(['b'], [], { by }))).toBe('accepted');
  });

  test('and a stranger judges nobody', () => {
    const year = new RecognitionYear();
    year.register();
    year.submit();
    const stranger: Actor = { ...STANDING, unit: 'bcd-tinh-khac' };
    expect(codeOf(year.appraise('a', 'met', stranger, ['bcd-tinh-khac']))).toBe(
      'actor.not-allowed',
    );
  });
});

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
    const bound = { kind: 'bound', comparator: 'above', basisPoints: 9500 };
    expect(eventsOf(record(bound))[0]).toMatchObject({
      type: 'RecognitionResultRecorded',
      data: { result: { value: bound, quote: 'trên 95%' } },
    });
    expect(codeOf(record(bound, ' '))).toBe('value.ungrounded');
    expect(codeOf(record({ kind: 'ratio', met: 41, of: 40 }))).toBe('value.invalid');
    expect(codeOf(record({ kind: 'ratio', met: 0, of: 0 }))).toBe('accepted');
    expect(codeOf(record({ ...bound, basisPoints: 10_001 }))).toBe('value.invalid');
  });

  test('is a target too, of whole hundredths of a percent', () => {
    const target = (basisPoints: number) =>
      new RecognitionYear().scene.ask(
        'SetRecognitionTarget',
        {
          target: {
            ...{ grade: 'stated', quote: '>95%', place: 'bản tin' },
            value: { comparator: 'above', basisPoints },
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
    expect(codeOf(classify({ ...plan, line: ['a', 'ubnd'] }, { ...STANDING, unit: 'a' }))).toBe(
      'recognition.own-unit',
    );
    expect(codeOf(classify(undefined as never))).toBe('plan.missing');
  });
});
