/** One subject: who registers, what its dossier answers, who may judge it, and what the norm refuses. */
import type { Actor } from '../kernel';
import {
  answers,
  BODY,
  NOT_HELD,
  planned,
  RecognitionYear,
  SCHOOL,
  STANDING,
} from '../testing/recognition-scene';
import { codeOf, eventsOf } from '../testing/scene';
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

  test('as a kind of subject that the unit is not is refused, by its own registration and by a call', () => {
    const misfit = { unit: 'a', kind: 'enterprise', unitKind: 'communeCommittee' };
    const other = { misfit: { ...misfit, fits: ['commune' as const] } };
    const refusal = {
      rejection: { code: 'recognition.unit-of-other-kind', params: { kinds: ['commune'] } },
    };
    expect(new RecognitionYear(other).register()).toMatchObject(refusal);
    expect(new RecognitionYear(other).call(['a'])).toMatchObject(refusal);
    const text = { vi: 'trừ lực lượng vũ trang', en: 'x' };
    const excluded = { misfit: { ...misfit, excluded: { trait: 'armedForces' as const, text } } };
    expect(new RecognitionYear(excluded).register()).toMatchObject({
      rejection: { code: 'recognition.excluded', params: { rule: text.vi } },
    });
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

  describe('by people of the body', () => {
    const data: Registration = {
      ...{ unit: 'b', trait: null, reference: '1', date: '2023-02-10' },
      kind: 'educationalInstitution',
    };
    const asked = (by: Actor, above: readonly string[], year = new RecognitionYear()) =>
      year.scene.ask('RegisterForRecognition', data, {
        ...{ by, at: '2023-02-10T02:00:00.000Z' },
        plan: planned([by.unit ?? '', 'ubnd'], { above }),
      });

    test('is only of a unit that stands under it: of another its own people alone', () => {
      expect(asked(BODY, ['ubnd-khac'])).toMatchObject({
        rejection: {
          code: 'recognition.not-under-body',
          params: { unit: 'b', authority: 'ubnd' },
        },
      });
      expect(codeOf(asked(BODY, []))).toBe('recognition.not-under-body');
      expect(codeOf(asked(BODY, ['xa', 'ubnd']))).toBe('accepted');
      expect(codeOf(asked({ ...SCHOOL, unit: 'b' }, []))).toBe('accepted');
      // What stands between the unit and the body enters it for the unit below.
      expect(codeOf(asked({ ...BODY, unit: 'xa' }, ['xa', 'ubnd']))).toBe('accepted');
    });

    test('is not by another that stands under the same body', () => {
      const sibling: Actor = { ...BODY, unit: 'xa-khac' };
      expect(codeOf(asked(sibling, ['ubnd']))).toBe('actor.not-allowed');
      const named = new RecognitionYear();
      named.call(['b']);
      const other: Actor = { ...STANDING, unit: 'phong' };
      expect(codeOf(asked(other, ['ubnd'], named))).toBe('actor.not-allowed');
      expect(codeOf(asked(STANDING, ['ubnd'], named))).toBe('accepted');
    });

    test('goes for the dossier as well', () => {
      const year = new RecognitionYear();
      asked({ ...SCHOOL, unit: 'b' }, [], year);
      const dossier = { unit: 'b', date: '2023-11-01', answers: answers(), documents: [] };
      const handIn = (above: readonly string[]) =>
        year.scene.ask('SubmitRecognitionDossier', dossier, {
          ...{ by: BODY, at: '2023-11-01T02:00:00.000Z' },
          plan: planned(['ubnd'], { above }),
        });
      expect(codeOf(handIn(['ubnd-khac']))).toBe('recognition.not-under-body');
      expect(codeOf(handIn(['ubnd']))).toBe('accepted');
    });
  });

  test('with a body that may recognise nobody is refused, and so are its call and its decision', () => {
    const noPower = { unit: 'ubnd', kind: 'recognitionSubject', levels: ['commune', 'province'] };
    const refusal = {
      rejection: {
        code: 'recognition.body-without-power',
        params: { ...noPower, norm: '124/2021/TT-BCA' },
      },
    };
    expect(new RecognitionYear({ noPower }).register()).toMatchObject(refusal);
    expect(new RecognitionYear({ noPower }).call(['a'])).toMatchObject(refusal);
    expect(new RecognitionYear({ noPower }).decide(['a'])).toMatchObject(refusal);
    const over = new RecognitionYear({ noPower: { ...noPower, levels: [] } });
    expect(codeOf(over.register())).toBe('recognition.body-over-nobody');
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
    year.submit('a', answers(), '2023-11-08');
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
