/** Who is reminded in a body's year and when: once each, only of what is missing, and never of what is done. */
import {
  ALL_DAYS,
  BODY,
  DECISION_OVERDUE,
  DOSSIER_REMINDER,
  RecognitionYear,
  REGISTRATION_ENDS,
  REGISTRATION_REMINDER,
  SCHOOL,
} from '../testing/recognition-scene';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';

const days = (deadlines: readonly unknown[] = ALL_DAYS) =>
  new RecognitionYear({ deadlines: deadlines as typeof ALL_DAYS });

function wake(year: RecognitionYear, at = year.scene.nextWakeup!) {
  return eventsOf(year.scene.ask('WakeUp', {}, { at, by: SYSTEM }));
}

/** Lets every day come; answers of each who was reminded. */
function reminders(year: RecognitionYear, upTo: string): { [what: string]: readonly string[] } {
  const reminded: { [what: string]: readonly string[] } = {};
  while (year.scene.nextWakeup !== null && year.scene.nextWakeup <= upTo) {
    for (const event of wake(year)) {
      if (event.type === 'RecognitionReminded') reminded[event.data.what] = event.data.units;
    }
  }
  return reminded;
}

describe('a call', () => {
  test('begins the year: its last days come though nobody registers', () => {
    const year = days();
    expect(eventsOf(year.call(['a', 'b']))[0]).toMatchObject({
      type: 'RegistrationCalled',
      data: { authority: 'ubnd', standingBody: 'bcd-138', norm: { symbol: '124/2021/TT-BCA' } },
    });
    expect(year.scene.nextWakeup).toBe(REGISTRATION_REMINDER.at);
  });

  test('is of the body and those under it, names each unit once, and never the body itself', () => {
    expect(codeOf(days().call([]))).toBe('unit.none-given');
    expect(codeOf(days().call(['a', 'a']))).toBe('unit.named-twice');
    expect(codeOf(days().call(['ubnd']))).toBe('recognition.own-unit');
    expect(codeOf(days().call(['a'], {}, SCHOOL))).toBe('actor.not-allowed');
    expect(codeOf(days().call(['a'], { reference: ' ' }))).toBe('reason.missing');
    const area = { units: [{ unit: 'a', kind: 'residentialArea' }] };
    expect(codeOf(days().call(['a'], area))).toBe('recognition.kind-not-covered');
    const other = new RecognitionYear().scene.ask(
      'CallForRegistration',
      { units: [], standingBody: null, reference: '1', date: '2023-01-10' },
      { by: BODY, plan: undefined as never },
    );
    expect(codeOf(other)).toBe('plan.missing');
  });
});

describe('before the last day to register', () => {
  test('who was called and has not registered is reminded, with the norm and the day', () => {
    const year = days();
    year.call(['a', 'b', 'c']);
    year.register('b', {}, '2023-02-10');
    expect(wake(year)).toMatchObject([
      {
        type: 'RecognitionReminded',
        data: { ...REGISTRATION_REMINDER, units: ['a', 'c'], standingBody: 'bcd-138' },
      },
      { type: 'RecognitionDeadlineReached', data: { units: ['a', 'c'], registered: 1 } },
    ]);
  });

  test('a unit is reminded once, however often it is called and whatever further day is planned', () => {
    const later = { ...REGISTRATION_REMINDER, at: '2023-03-30T01:00:00.000Z' };
    const year = days([...ALL_DAYS, later]);
    year.call(['a']);
    wake(year);
    year.call(['a', 'b']);
    const [first, second] = wake(year, later.at);
    expect(first).toMatchObject({ type: 'RecognitionReminded', data: { units: ['b'] } });
    expect(second).toMatchObject({ type: 'RecognitionDeadlineReached' });
  });

  test('when all have registered nobody is reminded, and the day is on record', () => {
    const year = days();
    year.call(['a']);
    year.register('a');
    expect(wake(year)).toMatchObject([
      { type: 'RecognitionDeadlineReached', data: { what: 'registrationReminder', units: [] } },
    ]);
  });

  test('of 700 units every one is reminded, 300 to an entry', () => {
    const year = days();
    const all = Array.from({ length: 700 }, (_, n) => `u-${String(n).padStart(3, '0')}`);
    for (let from = 0; from < 700; from += 300) year.call(all.slice(from, from + 300));
    const events = wake(year);
    const named = events.flatMap((it) => (it.type === 'RecognitionReminded' ? it.data.units : []));
    expect(named).toEqual(all);
    expect(events.at(-1)).toMatchObject({ data: { more: 400, unregistered: { count: 700 } } });
  });

  test('after an outage the reminder says when it was really issued', () => {
    const year = days();
    year.call(['a']);
    expect(wake(year, '2023-04-03T01:00:00.000Z')[0]).toMatchObject({
      data: { at: REGISTRATION_REMINDER.at, issuedAt: '2023-04-03T01:00:00.000Z' },
    });
  });
});

describe('before the assessment ends', () => {
  test('who has sent no dossier is reminded, also one whose dossier was returned; nobody else', () => {
    const year = days();
    for (const unit of ['a', 'b', 'c']) year.register(unit);
    year.submit('a');
    year.submit('b');
    year.scene.ask(
      'ReturnRecognitionDossier',
      { unit: 'b', date: '2023-11-02', reason: 'thiếu biên bản' },
      { by: { ...SCHOOL, role: 'standingBody', unit: 'bcd-138' }, plan: LINE_PLAN },
    );
    expect(reminders(year, DOSSIER_REMINDER.at)).toEqual({ dossierReminder: ['b', 'c'] });
  });
});

describe('what the body hears', () => {
  test('goes to the body, its standing body and whoever it let decide, each once', () => {
    const year = days();
    year.call(['a', 'b']);
    year.register('a');
    wake(year);
    const [ends] = wake(year);
    expect(ends).toMatchObject({
      data: {
        ...REGISTRATION_ENDS,
        told: ['ubnd', 'bcd-138'],
        unregistered: { count: 1, units: ['b'] },
      },
    });
  });

  test('once the day has passed is who is still undecided', () => {
    const year = days();
    year.upToAppraisal('a', 'b');
    year.decide(['a'], [], { date: '2023-11-17' });
    reminders(year, '2023-11-19T01:00:00.000Z');
    expect(wake(year)).toMatchObject([
      { data: { ...DECISION_OVERDUE, undecided: 1, units: ['b'], registered: 2 } },
    ]);
    expect(year.scene.nextWakeup).toBeNull();
  });
});

const LINE_PLAN = {
  norm: { policy: 'recognition-norm/tt-124-2021@1', symbol: '124/2021/TT-BCA' },
  assumptions: [],
  line: ['bcd-138', 'ubnd'],
};
