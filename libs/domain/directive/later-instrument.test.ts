/** A later instrument on the same subject: put on record, listed as an assumption where it is one, and changing no force. */
import {
  drafted,
  issued,
  LEADER,
  notStated,
  REPORT,
  stated,
  V28_DESK,
} from '../testing/directive-07';
import { DRAFT } from '../testing/directive-07';
import { codeOf, eventsOf, OPERATOR, SYSTEM } from '../testing/scene';
import { assumedLater } from './assumed-later';
import type { LaterInstrument, ParentLink } from './types';

const REASON = '06/CT-BCA-V05 cùng nội dung, chưa thấy điều khoản thay thế';
const assumed = (value: 'besides' | 'amends' | 'replaces') =>
  ({ grade: 'assumed', value, reason: REASON }) as const;
const note = (changes: Partial<LaterInstrument> = {}): LaterInstrument => ({
  instrument: { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2025-05-07' },
  about: null,
  relation: assumed('besides'),
  effectiveOn: null,
  reason: REASON,
  ...changes,
});
const CIRCULAR: ParentLink = {
  relation: 'cites',
  symbol: '23/2012/TT-BCA',
  issuer: 'bo-cong-an',
  date: stated('2012-04-27'),
  basis: 'stated',
  quote: null,
};
const NEW_CIRCULAR = { symbol: '124/2021/TT-BCA', issuer: 'bo-cong-an', date: '2021-12-28' };

/** Issued, citing the circular of 2012. */
function citing() {
  const scene = drafted([REPORT], { ...DRAFT, parents: [CIRCULAR] });
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const issue = { symbol: null, date: '2014-08-15', signer };
  scene.ask('IssueDirective', issue, { at: '2014-08-15T02:00:00.000Z' });
  const given = { number: 7, symbol: '07/CT-BCA-V28', series: 'bo-cong-an/directive/2014' };
  scene.ask('ConfirmIssue', given, { by: SYSTEM });
  return scene;
}

test('is recorded as it is told, and nothing else of the directive changes', () => {
  const scene = issued([REPORT]);
  const { laterInstruments: none, ...before } = scene.state;
  expect(none).toEqual([]);
  expect(eventsOf(scene.ask('NoteLaterInstrument', note()))).toEqual([
    { type: 'LaterInstrumentNoted', data: note() },
  ]);
  const { laterInstruments, ...after } = scene.state;
  expect(laterInstruments).toEqual([note()]);
  expect(after).toEqual(before);
});

test('is noted while the directive is in force, suspended or ended, and not of a draft', () => {
  expect(codeOf(drafted().ask('NoteLaterInstrument', note()))).toBe('directive.draft');
  for (const [change, data] of [
    ['SuspendDirective', { reason: 'tạm', document: null }],
    ['ConcludeDirective', { reason: 'xong' }],
    ['SupersedeDirective', { by: '06/CT-BCA-V05', reason: 'thay' }],
    ['RevokeDirective', { reason: 'bãi bỏ', document: null }],
    ['RecallDirective', { reason: 'nhầm' }],
  ] as const) {
    const scene = issued([REPORT]);
    scene.ask(change, data, { by: LEADER });
    const { status } = scene.state;
    expect([status, codeOf(scene.ask('NoteLaterInstrument', note()))]).toEqual([
      status,
      'accepted',
    ]);
    expect(scene.state.status).toBe(status);
  }
});

test('is noted by people of the issuer or of the monitoring body, and by the operator', () => {
  const noted = (by: typeof OPERATOR) =>
    codeOf(issued().ask('NoteLaterInstrument', note(), { by }));
  expect([LEADER, V28_DESK, OPERATOR].map(noted)).toEqual(['accepted', 'accepted', 'accepted']);
  for (const by of [{ id: 'x', role: 'clerk', unit: 'ubnd' } as const, SYSTEM]) {
    expect(noted(by)).toBe('actor.not-allowed');
  }
});

describe('what it is about', () => {
  test('is the directive or an instrument that it cites, as its text writes it', () => {
    const about = '23/2012/TT-BCA-V28';
    const told = note({ instrument: NEW_CIRCULAR, about, relation: stated('replaces') });
    expect(eventsOf(citing().ask('NoteLaterInstrument', told))).toEqual([
      { type: 'LaterInstrumentNoted', data: { ...told, about: '23/2012/TT-BCA' } },
    ]);
  });

  test('when it is not cited, the refusal says what is', () => {
    const refused = citing().ask('NoteLaterInstrument', note({ about: '09-CT/TW' }));
    expect(refused).toMatchObject({
      rejection: {
        code: 'instrument.not-cited',
        params: { about: '09-CT/TW', cited: ['23/2012/TT-BCA'] },
      },
    });
    const cites = issued().ask('NoteLaterInstrument', note({ about: '09-CT/TW' }));
    expect(codeOf(cites)).toBe('instrument.none-cited');
  });

  test('its own replacement, once stated, is a change of force: SupersedeDirective', () => {
    const told = (relation: LaterInstrument['relation']) =>
      codeOf(issued().ask('NoteLaterInstrument', note({ relation })));
    expect(told(stated('replaces'))).toBe('instrument.supersedes');
    expect(told(assumed('replaces'))).toBe('accepted');
    expect(told(stated('amends'))).toBe('accepted');
    const ended = issued();
    ended.ask('ConcludeDirective', { reason: 'xong' }, { by: LEADER });
    const late = ended.ask('NoteLaterInstrument', note({ relation: stated('replaces') }));
    expect(codeOf(late)).toBe('accepted');
  });
});

describe('the same instrument about the same thing', () => {
  test('is noted once, however its drafting unit is written', () => {
    const scene = citing();
    scene.ask('NoteLaterInstrument', note());
    const instrument = { ...note().instrument, symbol: '06/CT-BCA' };
    for (const again of [note(), note({ instrument, reason: 'khác' })]) {
      expect(codeOf(scene.ask('NoteLaterInstrument', again))).toBe('instrument.noted-already');
    }
    const parent = note({ about: '23/2012/TT-BCA' });
    expect(codeOf(scene.ask('NoteLaterInstrument', parent))).toBe('accepted');
    expect(scene.state.laterInstruments).toHaveLength(2);
  });

  test('is noted anew when its relation, its grade or its day of force is known otherwise', () => {
    const scene = issued();
    const known = [
      note(),
      note({ relation: stated('besides') }),
      note({ relation: stated('amends') }),
      note({ relation: stated('amends'), effectiveOn: '2025-06-01' }),
    ];
    for (const one of known) {
      expect(codeOf(scene.ask('NoteLaterInstrument', one))).toBe('accepted');
      expect(scene.state.laterInstruments).toEqual([one]);
    }
  });
});

test.each([
  ['of a date that there is not', { instrument: { ...NEW_CIRCULAR, date: '2021-02-30' } }],
  ['of a day of force that there is not', { effectiveOn: '2025-02-30' }],
  ['without a relation', { relation: notStated }],
])('%s: refused as an invalid value', (_what, changes) => {
  expect(codeOf(issued().ask('NoteLaterInstrument', note(changes)))).toBe('value.invalid');
});

test.each([
  ['dated before the directive', note({ instrument: { ...NEW_CIRCULAR, date: '2014-08-14' } })],
  [
    'the directive itself',
    note({
      instrument: { symbol: '07/CT-BCA', issuer: 'bo-cong-an', date: '2014-08-15' },
    }),
  ],
  [
    'dated before the instrument it is about',
    note({ instrument: { ...NEW_CIRCULAR, date: '2012-04-26' }, about: '23/2012/TT-BCA' }),
  ],
])('%s: refused as not later', (_what, told) => {
  expect(codeOf(citing().ask('NoteLaterInstrument', told))).toBe('instrument.not-later');
});

test('holds from no day before its own, has its grounds, and its plan may say it is not there yet', () => {
  const codes = [
    note({ effectiveOn: '2025-05-06' }),
    note({ effectiveOn: '2025-05-07' }),
    note({ relation: { grade: 'assumed', value: 'besides', reason: ' ' } }),
    note({ reason: ' ' }),
    note({ instrument: { ...NEW_CIRCULAR, issuer: ' ' } }),
  ].map((told) => codeOf(issued().ask('NoteLaterInstrument', told)));
  expect(codes).toEqual([
    'instrument.effective-too-early',
    'accepted',
    'value.ungrounded',
    'reason.missing',
    'directive.field-empty',
  ]);
  const plan = { impossible: 'instrument.not-yet', params: {} };
  expect(codeOf(issued().ask('NoteLaterInstrument', note(), { plan }))).toBe('instrument.not-yet');
});

describe('an assumed relation', () => {
  test('of the directive itself reads as the assumption that it is still in force', () => {
    expect(assumedLater([note()], 'issued')).toEqual([
      {
        code: 'instrument.later',
        policy: null,
        source: REASON,
        text: {
          vi: 'Chỉ thị này còn hiệu lực: giả định, vì 06/CT-BCA-V05 ngày 2025-05-07 cùng nội dung, chưa thấy điều khoản thay thế',
          en: 'This directive is still in force: assumed, since 06/CT-BCA-V05 of 2025-05-07 treats the same subject and no clause is known that replaces it',
        },
      },
    ]);
  });

  test('of an instrument it cites names that one, its day of force and both reasons', () => {
    const told = note({
      instrument: NEW_CIRCULAR,
      about: '23/2012/TT-BCA',
      relation: assumed('replaces'),
      effectiveOn: '2022-02-10',
      reason: 'cùng tên gọi',
    });
    expect(assumedLater([told], 'revoked')).toMatchObject([
      {
        source: `${REASON}; cùng tên gọi`,
        text: {
          vi: '23/2012/TT-BCA mà chỉ thị này dẫn chiếu đã được 124/2021/TT-BCA ngày 2021-12-28 thay thế: giả định (có hiệu lực từ 2022-02-10)',
        },
      },
    ]);
  });

  test('is none when it is stated, and none of a force that has ended', () => {
    expect(assumedLater([note({ relation: stated('besides') })], 'issued')).toEqual([]);
    expect(assumedLater([note()], 'concluded')).toHaveLength(1);
    for (const status of ['superseded', 'revoked', 'recalled'] as const) {
      expect(assumedLater([note()], status)).toEqual([]);
    }
  });
});
