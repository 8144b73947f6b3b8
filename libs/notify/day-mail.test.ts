/** Mail about the days of recognition and of the archive: who hears, why the day is that day, and what to do. */
import { VIETNAM } from '../calendar';
import {
  directiveDecider,
  type Contact,
  type DirectiveEvent,
  type DirectiveState,
  type RecognitionEvent,
  type Stored,
} from '../domain';
import { archiveItemsOf } from './archive-items';
import { compose } from './compose';
import { isMailedOfRecognition, recognitionItemsOf } from './recognition-items';
import { render } from './render';

const contact = (role: Contact['role'], email: string): Contact => ({
  ...{ role, position: { vi: 'x', en: 'x' }, email, language: 'vi' as const },
});
const unit = (
  id: string,
  contacts = [contact('focal', `f-${id}`), contact('head', `h-${id}`)],
) => ({
  id,
  names: [
    { from: '2000-01-01', to: null, value: { vi: `Đơn vị ${id}`, en: `Unit ${id}` }, source: 's' },
  ],
  aliases: [],
  parents: [],
  kinds: [],
  roleClasses: [],
  contacts,
  ended: null,
});
const org = {
  units: Object.fromEntries(
    [unit('a'), unit('khu-1', []), unit('ubnd'), unit('bcd-138'), unit('heir')].map((it) => [
      it.id,
      it,
    ]),
  ),
};
const world = { org, calendar: VIETNAM };

const NORM = { policy: 'recognition-norm/tt-124-2021@1', symbol: '124/2021/TT-BCA' };
const REGISTERING = {
  ...{ authority: 'ubnd', year: 2023, kinds: ['agency'] as const, last: '2023-03-31', norm: NORM },
  derivation: [
    {
      rule: 'recognition.registration',
      source: 'Thông tư 124/2021/TT-BCA: “Quý I hằng năm”',
      ...{ from: '2023-01-01', to: '2023-03-31', params: { norm: '124/2021/TT-BCA' } },
    },
  ],
};
const DECIDING = {
  ...{ authority: 'ubnd', year: 2023, kinds: ['agency'] as const, last: '2023-11-19', norm: NORM },
  derivation: [],
};

function stored<E>(type: string, at: string, data: object): E {
  const actor = { id: 'clock', role: 'system', unit: null };
  return { type, data, at, actor, commandId: 'w' } as never;
}

function told(type: RecognitionEvent['type'], at: string, data: object) {
  const event = stored<Stored<RecognitionEvent>>(type, at, data);
  return recognitionItemsOf({ entry: 'r@9', stream: 'recognition/ubnd/2023', event }, world);
}

const reminded = (what: string, at: string, more: object = {}) =>
  told('RecognitionReminded', at, {
    ...REGISTERING,
    ...{ what, at, issuedAt: at, units: ['a'], standingBody: 'bcd-138' },
    ...more,
  });

const reached = (what: string, more: object) =>
  told('RecognitionDeadlineReached', '2023-11-20T01:00:00.000Z', {
    ...(what === 'registrationEnds' ? REGISTERING : DECIDING),
    ...{ what, at: '2023-11-20T01:00:00.000Z', registered: 3, undecided: 0, units: [], more: 0 },
    told: ['ubnd', 'bcd-138'],
    ...more,
  });

const who = (items: ReturnType<typeof told>) =>
  items.map(({ recipient, notice }) => `${recipient} ${notice.body.kind}`);

describe('recognition', () => {
  const AT = '2023-03-22T01:00:00.000Z';

  test('the focal person of each unit that a reminder names hears of it, and nobody else', () => {
    expect(who(reminded('registrationReminder', AT))).toEqual(['f-a toRegister']);
    expect(who(reminded('dossierReminder', AT))).toEqual(['f-a toSendDossier']);
  });

  test('a unit without any address is an item without a recipient: it is seen as suppressed', () => {
    expect(who(reminded('registrationReminder', AT, { units: ['khu-1'] }))).toEqual([
      'null toRegister',
    ]);
  });

  describe('of a unit that has ended', () => {
    const gone = (successors: readonly string[]) => ({
      ...unit('gone', [contact('focal', 'f-gone')]),
      ended: { on: '2023-03-01', how: 'merged' as const, successors, source: 's' },
    });
    const heard = (successors: readonly string[], issuedAt = AT) => {
      const units = { ...org.units, gone: gone(successors) };
      const data = { ...REGISTERING, units: ['gone'], standingBody: null, issuedAt };
      const at = { what: 'registrationReminder', at: AT };
      const event = stored<Stored<RecognitionEvent>>('RecognitionReminded', AT, { ...data, ...at });
      const change = { entry: 'r@9', stream: 'recognition/ubnd/2023', event };
      return recognitionItemsOf(change, { ...world, org: { units } });
    };

    test('its heir hears, and is told for whom; nobody else, and without an heir nobody', () => {
      const items = heard(['heir']);
      expect(who(items)).toEqual(['f-heir toRegister']);
      const { text } = render(
        compose({ notices: [items[0]!.notice], language: 'vi', drill: false }),
      );
      expect(text).toContain('Đơn vị gone (nay Đơn vị heir tiếp nhận) được yêu cầu đăng ký');
      expect(text).toMatch(/Tiếp nhận từ:? +Đơn vị gone/);
      expect(heard(['a', 'heir'])).toEqual([]);
      expect(heard([])).toEqual([]);
    });

    test('before its end it hears itself', () => {
      expect(who(heard(['heir'], '2023-02-28T01:00:00.000Z'))).toEqual(['f-gone toRegister']);
    });
  });

  test('a unit whose dossier came back hears the reason; where our copy has no day, that too', () => {
    const back = (due: object | null) => {
      const data = { ...DECIDING, unit: 'a', date: '2023-11-02', reason: 'thiếu biên bản', due };
      return told('RecognitionDossierReturned', '2023-11-02T02:00:00.000Z', data);
    };
    const text = (due: object | null, language: 'vi' | 'en') =>
      render(compose({ notices: [back(due)[0]!.notice], language, drill: false })).text;
    expect(who(back(null))).toEqual(['f-a dossierReturned']);
    const event = stored<Stored<RecognitionEvent>>('RecognitionDossierReturned', AT, {});
    expect(isMailedOfRecognition(event)).toBe(true);
    expect(text({ last: '2023-11-15', derivation: [] }, 'vi')).toContain('15/11/2023');
    expect(text(null, 'vi')).toContain('thiếu biên bản');
    expect(text(null, 'vi')).toContain('Bản lưu của quy định không có ngày cuối nộp lại.');
    expect(text(null, 'en')).toContain('Our copy of the norm has no last day to send it again.');
  });

  test('the body and its standing body hear who is missing; of nobody they hear nothing', () => {
    const unregistered = { count: 1, units: ['a'] };
    expect(who(reached('registrationEnds', { unregistered }))).toEqual([
      'f-ubnd unregistered',
      'f-bcd-138 unregistered',
    ]);
    const late = { undecided: 1, units: ['a'] };
    expect(who(reached('decisionDue', late))[0]).toBe('f-ubnd undecided');
    expect(who(reached('decisionOverdue', late))).toEqual([
      'h-ubnd undecided',
      'h-bcd-138 undecided',
    ]);
    for (const what of ['registrationEnds', 'decisionDue', 'decisionOverdue']) {
      expect(reached(what, { unregistered: { count: 0, units: [] } })).toEqual([]);
    }
    // An entry from before calls were recorded, and a day on which units themselves are reminded.
    expect(reached('registrationEnds', { units: ['a'] })).toEqual([]);
    expect(reached('registrationReminder', { undecided: 3, units: ['a'] })).toEqual([]);
  });

  test('nothing else of a year is mailed', () => {
    const event = stored<Stored<RecognitionEvent>>('RecognitionTargetSet', AT, {});
    expect(isMailedOfRecognition(event)).toBe(false);
    expect(told('RecognitionTargetSet', AT, {})).toEqual([]);
  });

  test.each(['vi', 'en'] as const)(
    'each message says what, by when, why and what to do, in %s',
    (language) => {
      const derivation = [
        { rule: 'bound.strict', source: 's', from: '2023-11-20', to: '2023-11-19' },
      ];
      const all = [
        reminded('registrationReminder', AT),
        reminded('dossierReminder', '2023-11-17T01:00:00.000Z', { last: '2023-11-15' }),
        reached('registrationEnds', { unregistered: { count: 301, units: ['a'] } }),
        reached('decisionDue', { undecided: 1, units: ['a'], derivation }),
        reached('decisionOverdue', { undecided: 2, units: ['a', 'khu-1'], derivation: undefined }),
      ];
      const said = all.map(([item]) => {
        const { subject, text } = render(
          compose({ notices: [item!.notice], language, drill: false }),
        );
        return `${subject}\n\n${text}`;
      });
      expect(said.join('\n=====\n')).toMatchSnapshot();
      for (const text of said) expect(text).not.toMatch(/undefined|→|null/);
    },
  );
});

describe('the archive', () => {
  const source = 'Luật Lưu trữ 33/2024/QH15';
  const clock = {
    ...{ dueOn: '2026-12-31', dueAt: 'x', remindAt: 'x', policy: 'archive-2025@1', source },
    derivation: [
      {
        ...{ rule: 'archive.yearEnd', source, from: '2025-06-15', to: '2026-12-31' },
        params: { years: 1 },
      },
    ],
    assumptions: [],
  };
  const directive = (changes: Partial<DirectiveState> = {}): DirectiveState => ({
    ...directiveDecider.initial,
    status: 'concluded',
    draft: {
      issuer: 'ubnd',
      symbol: { grade: 'notStated' },
      date: { grade: 'notStated' },
      abstract: { grade: 'stated', value: 'Về phong trào', quote: 'q', place: 'p' },
    } as never,
    issue: { symbol: '04/CT-UBND', date: '2021-03-18' } as never,
    archive: { clock, reminded: true, fellDue: false, handedAt: null },
    ...changes,
  });
  const archive = (stage: 'reminder' | 'due', at: string, state = directive()) => {
    const data = { stage, dueOn: clock.dueOn, source };
    const event = stored<Stored<DirectiveEvent>>('ArchiveDue', at, data);
    return archiveItemsOf(
      { entry: 'directive/d-1@9', stream: 'directive/d-1', event },
      { ...world, directive: state },
    );
  };
  const REMIND = '2026-12-01T01:00:00.000Z';

  test('the focal person of the issuing authority hears of it, or of whoever acts for it now', () => {
    expect(archive('reminder', REMIND).map(({ recipient }) => recipient)).toEqual(['f-ubnd']);
    const heirs = [{ reorganisation: 'r', from: 'ubnd', to: 'heir', superior: null }];
    const later = archive('reminder', REMIND, directive({ heirs }));
    expect(later.map(({ recipient }) => recipient)).toEqual(['f-heir']);
    const event = stored<Stored<DirectiveEvent>>('DirectiveRevoked', REMIND, {});
    const change = { entry: 'e', stream: 'directive/d-1', event };
    expect(archiveItemsOf(change, { ...world, directive: null })).toEqual([]);
  });

  test.each(['vi', 'en'] as const)(
    'a message says by which rule the file is due, in %s',
    (language) => {
      const older = { ...clock, derivation: undefined };
      const bare = directive({ archive: { ...directive().archive!, clock: older } });
      const all = [
        ...archive('reminder', REMIND),
        ...archive('due', '2026-12-31T17:00:00.000Z', bare),
      ];
      const said = all.map(({ notice }) => {
        const { subject, text } = render(compose({ notices: [notice], language, drill: false }));
        return `${subject}\n\n${text}`;
      });
      expect(said.join('\n=====\n')).toMatchSnapshot();
      for (const text of said) expect(text).toContain(source);
    },
  );
});
