/**
 * The days of a year of recognition, as mail that really arrives: each once, also when the notifier reads everything a
 * second time; nobody hears of what is done, and what cannot be sent is seen.
 */
import type { Actor } from '../../libs/domain';
import {
  ALL_DAYS,
  BODY,
  DECISION_DUE,
  DECISION_OVERDUE,
  DOSSIER_REMINDER,
  planned,
  REGISTRATION_ENDS,
  REGISTRATION_REMINDER,
  SCHOOL,
} from '../../libs/domain/testing/recognition-scene';
import { openOffice, register, type Office } from './support/notifier-office';
import { deliveries, play, readAgain, subjects, wake, type Ask } from './support/notifier-play';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ mode: 'live' });
});
afterEach(() => office.close());

describe('a year of recognition', () => {
  const STREAM = 'recognition/ubnd/2023';
  const plan = planned(['ubnd'], { deadlines: ALL_DAYS });
  const called = (units: readonly string[]): Ask => ({
    type: 'CallForRegistration',
    data: {
      units: units.map((unit) => ({ unit, kind: 'educationalInstitution' })),
      ...{ standingBody: 'bcd-138', reference: '02/KH', date: '2023-01-10' },
    },
    actor: BODY,
    plan,
    at: '2023-01-10T02:00:00.000Z',
  });
  const registered = (unit: string): Ask => ({
    type: 'RegisterForRecognition',
    data: {
      ...{ unit, kind: 'educationalInstitution', trait: null },
      ...{ reference: '01/KH', date: '2023-02-10' },
    },
    actor: { ...SCHOOL, unit },
    plan,
    at: '2023-02-10T02:00:00.000Z',
  });

  test('reminds whoever is missing in time and once, and tells the body; nobody of what is done', async () => {
    await register(office.ledger, [
      { unit: 'a', address: 'a@example.vn' },
      { unit: 'b', address: 'b@example.vn' },
      { unit: 'khu-1', address: null },
      { unit: 'ubnd', address: 'ubnd@example.vn' },
      { unit: 'bcd-138', address: 'bcd@example.vn' },
    ]);
    await office.start();
    await play(office, STREAM, [
      called(['a', 'b', 'khu-1']),
      registered('a'),
      ...ALL_DAYS.toSorted((x, y) => (x.at < y.at ? -1 : 1)).map(wake),
    ]);
    await office.attempted();
    const expected = {
      // It registered, and sent no dossier.
      a: ['Còn 7 ngày làm việc, chưa nộp hồ sơ'],
      b: ['Còn 7 ngày làm việc, chưa đăng ký'],
      body: ['2 đơn vị chưa đăng ký', 'Đến hạn quyết định 1 đơn vị', 'Quá hạn quyết định 1 đơn vị'],
    };
    const told = (address: string) => subjects(office, address).map((it) => it?.split(':')[0]);
    expect(told('a@example.vn')).toEqual(expected.a);
    expect(told('b@example.vn')).toEqual(expected.b);
    expect(told('ubnd@example.vn')).toEqual(expected.body);
    expect(told('bcd@example.vn')).toEqual(expected.body);
    expect(office.mail.received).toHaveLength(8);

    await readAgain(office);
    expect(office.mail.received).toHaveLength(8);
    expect(await deliveries(office, STREAM)).toEqual([
      'a dossierReminder sent',
      'b registrationReminder sent',
      ...['decisionDue', 'decisionOverdue', 'registrationEnds'].map((it) => `bcd-138 ${it} sent`),
      'khu-1 registrationReminder no contact',
      ...['decisionDue', 'decisionOverdue', 'registrationEnds'].map((it) => `ubnd ${it} sent`),
    ]);
  });

  const standing: Actor = { ...BODY, role: 'standingBody', unit: 'bcd-138' };
  const submitted: Ask = {
    type: 'SubmitRecognitionDossier',
    data: { unit: 'a', date: '2023-11-01', answers: [], documents: [] },
    ...{ actor: { ...SCHOOL, unit: 'a' }, at: '2023-11-01T02:00:00.000Z' },
    plan: { ...plan, checklist: null },
  };

  test('tells a unit at once and once that its dossier came back, with the reason and the day', async () => {
    await register(office.ledger, [
      { unit: 'a', address: 'a@example.vn' },
      { unit: 'bcd-138', address: 'bcd@example.vn' },
    ]);
    await office.start();
    const kinds = ['educationalInstitution'] as const;
    const assessments = [{ kinds, last: '2023-11-15', derivation: [] }];
    const again: Ask = {
      type: 'ReturnRecognitionDossier',
      data: { unit: 'a', date: '2023-11-02', reason: 'thiếu biên bản họp' },
      ...{ actor: standing, at: '2023-11-02T02:00:00.000Z' },
      plan: planned(['bcd-138', 'ubnd'], { assessments }),
    };
    await play(office, STREAM, [registered('a'), submitted, again]);
    await office.attempted();
    expect(subjects(office, 'a@example.vn')).toEqual([
      expect.stringMatching(/^Hồ sơ bị trả lại: .*15\/11\/2023/),
    ]);
    expect(office.mail.received[0]!.mail.text).toContain('thiếu biên bản họp');
    await readAgain(office);
    expect(office.mail.received).toHaveLength(1);
    expect(await deliveries(office, STREAM)).toEqual(['a dossierReturned sent']);
  });

  test('in which all is done in time mails nobody', async () => {
    await register(office.ledger, [
      { unit: 'a', address: 'a@example.vn' },
      { unit: 'ubnd', address: 'ubnd@example.vn' },
    ]);
    await office.start();
    const of = { unit: 'a', date: '2023-11-01' };
    const line = planned(['bcd-138', 'ubnd']);
    await play(office, STREAM, [
      called(['a']),
      registered('a'),
      wake(REGISTRATION_REMINDER),
      wake(REGISTRATION_ENDS),
      submitted,
      wake(DOSSIER_REMINDER),
      {
        type: 'AppraiseRecognitionDossier',
        data: { ...of, date: '2023-11-10', proposal: 'met', reasons: 'đủ' },
        ...{ actor: standing, plan: line, at: '2023-11-10T02:00:00.000Z' },
      },
      {
        type: 'DecideRecognition',
        data: { number: '10/QĐ', date: '2023-11-18', met: ['a'], notMet: [] },
        ...{ actor: BODY, plan, at: '2023-11-18T02:00:00.000Z' },
      },
      wake(DECISION_DUE),
      wake(DECISION_OVERDUE),
    ]);
    await office.attempted();
    expect(office.mail.received).toEqual([]);
  });

  test('two bodies that remind one person at one instant send one message', async () => {
    await register(office.ledger, [{ unit: 'a', address: 'a@example.vn' }]);
    for (const body of ['ubnd', 'bo']) {
      const actor = { ...BODY, unit: body };
      const own = planned([body], { deadlines: ALL_DAYS });
      const call = { ...called(['a']), actor, plan: own };
      await play(office, `recognition/${body}/2023`, [call, wake(REGISTRATION_REMINDER)]);
    }
    await office.start();
    await office.attempted();
    expect(subjects(office, 'a@example.vn')).toEqual([
      expect.stringMatching(/^2 nội dung, trước hết: Còn 7 ngày làm việc, chưa đăng ký/),
    ]);
    for (const body of ['ubnd', 'bo']) {
      expect(await deliveries(office, `recognition/${body}/2023`)).toEqual([
        'a registrationReminder sent',
      ]);
    }
  });
});
