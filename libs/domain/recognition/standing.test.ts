/** Who appraises when a call names the standing body, what an heir may do, and who is decided without a dossier. */
import type { Actor } from '../kernel';
import { stamp } from '../kernel';
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
import { recognitionDecider } from './decider';
import type { RecognitionEvent } from './types';

const HEIR: Actor = { ...STANDING, unit: 'bcd-moi' };
const OTHER: Actor = { ...STANDING, unit: 'phong-noi-vu' };
const LINE = (unit: string) => [unit, 'ubnd'];

function submitted({ named = true, plan = {} } = {}) {
  const year = new RecognitionYear(plan);
  if (named) year.call(['a']);
  year.register();
  year.submit();
  return year;
}

describe('a named standing body', () => {
  test('alone appraises and returns, not another unit of the body nor the body itself', () => {
    const year = submitted();
    for (const unit of ['phong-noi-vu', 'ubnd', 'so-giao-duc']) {
      const by = { ...STANDING, unit };
      expect(year.appraise('a', 'met', by, LINE(unit))).toMatchObject({
        rejection: { code: 'recognition.not-standing-body', params: { standingBody: 'bcd-138' } },
      });
    }
    const data = { unit: 'a', date: '2023-11-05', reason: 'thiếu' };
    const asking = { by: OTHER, plan: planned(LINE('phong-noi-vu')) };
    expect(codeOf(year.scene.ask('ReturnRecognitionDossier', data, asking))).toBe(
      'recognition.not-standing-body',
    );
    const [event] = eventsOf(year.appraise());
    expect(event).toMatchObject({ data: { assumptions: [] } });
  });

  test('is followed by its heir, and by whomever the body let decide', () => {
    const heir = submitted({ plan: { inherits: ['bcd-138'] } });
    expect(codeOf(heir.appraise('a', 'met', HEIR, LINE('bcd-moi')))).toBe('accepted');
    const year = submitted();
    year.scene.ask(
      'DelegateRecognition',
      { to: 'ubnd-xa', date: '2023-11-05', reason: 'phân cấp' },
      { by: BODY, plan: planned(['ubnd']) },
    );
    const delegate = { ...STANDING, unit: 'ubnd-xa' };
    expect(codeOf(year.appraise('a', 'met', delegate, LINE('ubnd-xa')))).toBe('accepted');
  });

  test('never appraises itself, nor a unit that it has inherited', () => {
    const year = new RecognitionYear();
    year.call(['bcd-138']);
    year.register('bcd-138');
    year.submit('bcd-138');
    expect(codeOf(year.appraise('bcd-138'))).toBe('recognition.own-unit');
    const inherited = submitted({ plan: { inherits: ['a'] } });
    expect(codeOf(inherited.appraise())).toBe('recognition.own-unit');
  });

  test('when none is named anybody of the body appraises, and that is listed as an assumption', () => {
    const year = submitted({ named: false });
    const [event] = eventsOf(year.appraise('a', 'met', OTHER, LINE('phong-noi-vu')));
    expect(event).toMatchObject({
      data: { assumptions: [{ code: 'recognition.standing-body-not-named', policy: null }] },
    });
  });
});

describe('a body that has ended', () => {
  const heirs: Actor = { ...BODY, unit: 'ubnd-moi' };

  test('is followed by its heir, who alone decides, and by whose people the dossiers are appraised', () => {
    const year = submitted({ named: false, plan: { bodysHeir: 'ubnd-moi' } });
    const appraiser: Actor = { ...OTHER, unit: 'phong-moi' };
    expect(codeOf(year.appraise('a', 'met', OTHER, LINE('phong-noi-vu')))).toBe(
      'actor.not-allowed',
    );
    expect(codeOf(year.appraise('a', 'met', appraiser, ['phong-moi', 'ubnd-moi']))).toBe(
      'accepted',
    );
    expect(codeOf(year.decide(['a'], [], { by: BODY }))).toBe('actor.not-allowed');
    const [event] = eventsOf(year.decide(['a'], [], { by: heirs }));
    expect(event).toMatchObject({ data: { authority: 'ubnd', by: 'ubnd-moi', met: ['a'] } });
  });

  test('let another decide: whoever took over from that one decides', () => {
    const by: Actor = { ...BODY, unit: 'ubnd-xa-moi' };
    const decidedBy = (plan: object) => {
      const year = submitted({ plan });
      year.scene.ask(
        'DelegateRecognition',
        { to: 'ubnd-xa', date: '2023-11-05', reason: 'phân cấp' },
        { by: BODY, plan: planned(['ubnd']) },
      );
      year.appraise('a', 'met', STANDING, LINE('bcd-138'));
      return codeOf(year.decide(['a'], [], { by }));
    };
    expect(decidedBy({})).toBe('actor.not-allowed');
    expect(decidedBy({ inherits: ['ubnd-xa'] })).toBe('accepted');
  });
});

describe('a dossier of a unit that has ended', () => {
  const by: Actor = { ...SCHOOL, unit: 'heir' };
  const data = { unit: 'a', date: '2023-11-01', answers: answers(), documents: [] };

  test('is handed in by its heir, and by nobody else', () => {
    const year = new RecognitionYear();
    year.register();
    const ask = (inherits?: string[]) =>
      year.scene.ask('SubmitRecognitionDossier', data, {
        by,
        plan: planned(['heir'], inherits && { inherits }),
      });
    expect(codeOf(ask())).toBe('actor.not-allowed');
    expect(eventsOf(ask(['a']))[0]).toMatchObject({ data: { unit: 'a', heir: 'heir' } });
  });
});

describe('without a dossier', () => {
  const kind = 'educationalInstitution';
  const window = { first: '2023-11-16', last: '2023-11-19', assessedUntil: '2023-11-15' };
  const decisions = [{ kind, ...window }] as const;
  const decide = (year: RecognitionYear, noDossier: string[], date = '2023-11-18', plan = {}) =>
    year.scene.ask(
      'DecideRecognition',
      { number: '10/QĐ-UBND', date, met: [], notMet: [], noDossier },
      { by: BODY, at: `${date}T08:00:00.000Z`, plan: planned(['ubnd'], { decisions, ...plan }) },
    );

  test('a unit is decided “not met” after the last day, with what shows it; not before', () => {
    const year = new RecognitionYear();
    year.register();
    expect(decide(year, ['a'], '2023-11-15')).toMatchObject({
      rejection: {
        code: 'recognition.dossier-still-awaited',
        params: { unit: 'a', last: '2023-11-15' },
      },
    });
    expect(eventsOf(decide(year, ['a'], '2023-11-16'))[0]).toMatchObject({
      data: { met: [], noDossier: [{ unit: 'a', status: 'registered', last: '2023-11-15' }] },
    });
    expect(year.scene.state.subjects.a!.status).toBe('notMet');
  });

  test('also one whose dossier was returned and never came again; of one that is here it is refused', () => {
    const year = submitted();
    expect(codeOf(decide(year, ['a']))).toBe('recognition.not-possible-now');
    const returned = { unit: 'a', date: '2023-11-05', reason: 'thiếu biên bản' };
    const asking = { by: STANDING, plan: planned(LINE('bcd-138')) };
    year.scene.ask('ReturnRecognitionDossier', returned, asking);
    expect(eventsOf(decide(year, ['a']))[0]).toMatchObject({
      data: { noDossier: [{ unit: 'a', status: 'returned' }] },
    });
  });

  test('under a norm that is not in our copy there is no last day, and the decision says so', () => {
    const year = new RecognitionYear(NOT_HELD);
    year.register();
    expect(eventsOf(decide(year, ['a'], '2023-11-01', NOT_HELD))[0]).toMatchObject({
      data: { noDossier: [{ unit: 'a', last: null }], timeliness: [{ judged: 'notJudged' }] },
    });
  });

  test('a decision names each unit once, and may be recorded in parts under one number', () => {
    const year = new RecognitionYear();
    for (const unit of ['a', 'b']) year.register(unit);
    expect(codeOf(decide(year, ['a', 'a']))).toBe('unit.named-twice');
    expect(codeOf(decide(year, ['a']))).toBe('accepted');
    expect(codeOf(decide(year, ['b']))).toBe('accepted');
    expect(codeOf(decide(year, ['b']))).toBe('recognition.not-possible-now');
  });
});

test('folding many events in a row gives the state of one by one, and leaves its beginning as it was', () => {
  const year = submitted();
  const beginning = year.scene.state;
  const kept = JSON.stringify(beginning);
  const events = [
    ...['b', 'c'].flatMap((unit) => eventsOf(year.register(unit))),
    ...eventsOf(year.appraise()),
    ...eventsOf(year.submit('b')),
    ...eventsOf(year.appraise('b', 'notMet')),
    ...eventsOf(year.decide(['a'], [{ unit: 'b', reason: 'chưa đủ' }])),
  ] as RecognitionEvent[];
  const command = { effectiveAt: '2023-11-18T08:00:00.000Z', id: 'x', actor: BODY };
  const fold = recognitionDecider.folding!(beginning);
  for (const event of events) fold.add(stamp(event, command as never));
  expect(fold.state).toStrictEqual(year.scene.state);
  expect(JSON.stringify(beginning)).toBe(kept);
});
