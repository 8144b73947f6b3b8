/** What a unit says of its own day is told and moves nothing; no step is dated before the one it rests on. */
import type { Actor } from '../kernel';
import {
  answers,
  BODY,
  planned,
  RecognitionYear,
  SCHOOL,
  STANDING,
} from '../testing/recognition-scene';
import { codeOf, eventsOf } from '../testing/scene';

const ENTERED = '2023-04-20T02:00:00.000Z';

function registered(by: Actor, date: string, at = ENTERED) {
  const year = new RecognitionYear();
  const kind = 'educationalInstitution';
  const data = { unit: 'a', kind, trait: null, reference: '01/KH', date } as const;
  const plan = planned([by.unit ?? '', 'ubnd']);
  return eventsOf(year.scene.ask('RegisterForRecognition', data, { by, at, plan }))[0]!.data;
}

describe('a registration entered later than its date', () => {
  test('by the unit itself is judged by the day of the entry, and says so', () => {
    expect(registered(SCHOOL, '2023-02-20')).toMatchObject({
      ...{ date: '2023-02-20', enteredOn: '2023-04-20', ownStatement: true },
      timeliness: { judged: 'late', last: '2023-03-31' },
    });
  });

  test('by people of the body is judged by the date on which they received it', () => {
    const data = registered(BODY, '2023-02-20');
    expect(data).toMatchObject({ enteredOn: '2023-04-20', timeliness: { judged: 'inTime' } });
    expect(data).not.toHaveProperty('ownStatement');
  });

  test('is none on the day itself, as the offices have it', () => {
    const data = registered(SCHOOL, '2023-03-31', '2023-03-31T16:59:00.000Z');
    expect(data).toMatchObject({ enteredOn: '2023-03-31', timeliness: { judged: 'inTime' } });
    expect(data).not.toHaveProperty('ownStatement');
    expect(registered(SCHOOL, '2023-03-31', '2023-03-31T17:00:00.000Z')).toMatchObject({
      ...{ enteredOn: '2023-04-01', ownStatement: true, timeliness: { judged: 'late' } },
    });
  });
});

describe('no step is dated before the one it rests on', () => {
  const early = (date: string, last: string, status: string) => ({
    rejection: { code: 'recognition.too-early', params: { unit: 'a', date, last, status } },
  });
  const judge = (year: RecognitionYear, type: string, data: object, by: Actor = STANDING) =>
    year.scene.ask(type as 'ReturnRecognitionDossier', { unit: 'a', ...data } as never, {
      ...{ by, plan: planned([by.unit ?? '', 'ubnd']) },
      at: '2024-02-01T02:00:00.000Z',
    });

  test('neither a dossier nor its return nor its appraisal', () => {
    const year = new RecognitionYear();
    year.register();
    expect(year.submit('a', answers(), '2023-02-09')).toMatchObject(
      early('2023-02-09', '2023-02-10', 'registered'),
    );
    year.submit();
    const appraisal = { date: '2023-10-31', proposal: 'met', reasons: 'đủ' };
    const before = early('2023-10-31', '2023-11-01', 'submitted');
    expect(judge(year, 'AppraiseRecognitionDossier', appraisal)).toMatchObject(before);
    const returned = { date: '2023-10-31', reason: 'thiếu' };
    expect(judge(year, 'ReturnRecognitionDossier', returned)).toMatchObject(before);
    const onTheDay = { ...appraisal, date: '2023-11-01' };
    expect(codeOf(judge(year, 'AppraiseRecognitionDossier', onTheDay))).toBe('accepted');
  });

  test('nor a decision of either outcome, nor its revocation', () => {
    const year = new RecognitionYear();
    year.upToAppraisal('a');
    const before = early('2023-11-09', '2023-11-10', 'appraised');
    expect(year.decide(['a'], [], { date: '2023-11-09' })).toMatchObject(before);
    const notMet = [{ unit: 'a', reason: 'chưa đủ' }];
    expect(year.decide([], notMet, { date: '2023-11-09' })).toMatchObject(before);
    year.decide(['a']);
    const revoked = { date: '2023-11-17', reason: 'sai' };
    expect(judge(year, 'RevokeRecognition', revoked, BODY)).toMatchObject(
      early('2023-11-17', '2023-11-18', 'met'),
    );
  });

  test('nor a decision for want of a dossier', () => {
    const year = new RecognitionYear({ decisions: null });
    year.register();
    const data = { number: '1', date: '2023-02-09', met: [], notMet: [], noDossier: ['a'] };
    const asked = year.scene.ask('DecideRecognition', data, {
      ...{ by: BODY, plan: planned(['ubnd'], { decisions: null }) },
      at: '2023-11-18T02:00:00.000Z',
    });
    expect(asked).toMatchObject(early('2023-02-09', '2023-02-10', 'registered'));
  });
});
