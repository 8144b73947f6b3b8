/** Reports that fill in a form, and corrections of what was accepted. */
import { AREA, form } from '../form/testing/fixture';
import type { ReportData } from '../form/types';
import {
  accepts,
  acceptsCorrection,
  clerkOf,
  closes,
  corrects,
  given,
  opens,
  passesOn,
  rejectsCorrection,
  returns,
  submits,
} from './testing';

const withForm = opens({ heading: { form: form() } });

function data(values: ReportData['values'] = {}, more: Partial<ReportData> = {}): ReportData {
  return {
    form: 1,
    sections: { results: 'Đã triển khai ở 24 xã.' },
    values: { registered: 40, ...values },
    ...more,
  };
}

const filling = (given: ReportData) => submits('nga-son', { report: { data: given } });

describe('a report of a round with a form', () => {
  test('fills it in, and what it says is kept as it came', () => {
    const filled = data({ share: { part: 0, of: 0 }, area: '12.5', level: 'good', models: [] });
    const round = given(withForm, filling(filled));
    expect(round.unit('nga-son').submissions[0]?.report.data).toEqual(filled);
  });

  test.each([
    ['another version', data({}, { form: 2 }), 'form.other-version', { given: 2, version: 1 }],
    [
      'a figure left out',
      data({ registered: undefined as never }),
      'form.missing',
      { field: 'registered' },
    ],
    [
      'a heading left out',
      data({}, { sections: { results: ' ' } }),
      'form.missing',
      { field: 'results' },
    ],
    ['a figure of no form', data({ others: 1 }), 'form.unknown-field', { field: 'others' }],
    ['half a unit', data({ registered: 1.5 }), 'form.value', { problem: 'not-whole' }],
    ['less than nothing', data({ registered: -1 }), 'form.value', { problem: 'below-min' }],
    ['more than there can be', data({ registered: 1_001 }), 'form.value', { problem: 'above-max' }],
    ['a number for a decimal', data({ area: 12.5 }), 'form.value', { problem: 'not-decimal' }],
    ['too many decimals', data({ area: '1.125' }), 'form.value', { problem: 'not-decimal' }],
    [
      'more than the whole',
      data({ share: { part: 2, of: 1 } }),
      'form.value',
      { problem: 'not-a-ratio' },
    ],
    [
      'a day that is none',
      data({ started: '2018-02-30' }),
      'form.value',
      { problem: 'not-a-date' },
    ],
    ['no option', data({ level: 'best' }), 'form.value', { problem: 'not-an-option' }],
    ['a long text', data({ note: 'x'.repeat(21) }), 'form.value', { problem: 'too-long' }],
    [
      'a model without a name',
      data({ models: [{ name: ' ', place: 'x', summary: '' }] }),
      'form.value',
      { problem: 'not-models' },
    ],
    [
      'a rule broken',
      data({ registered: 1, recognised: 2 }),
      'form.rule',
      { message: { vi: 'Số đạt không thể nhiều hơn số đăng ký' } },
    ],
  ])('is refused with %s, naming it', (_what, wrong, code, params) => {
    expect(given(withForm).when(filling(wrong)).refusal).toMatchObject({ code, params });
  });

  test('is not accepted without it, unless there is nothing to report', () => {
    expect(given(withForm).when(submits('nga-son')).refusal).toMatchObject({
      code: 'form.not-filled-in',
    });
    const nil = submits('nga-son', { report: { nil: true } });
    expect(given(withForm).when(nil).caused).toEqual(['ReportSubmitted']);
  });

  test('says that there is nothing to report only with figures that are nothing', () => {
    const nil = (values: ReportData['values']) =>
      given(withForm).when(submits('nga-son', { report: { nil: true, data: data(values) } }));
    const none = { registered: 0, area: '0.00', share: { part: 0, of: 0 }, models: [] };
    expect(nil(none).caused).toEqual(['ReportSubmitted']);
    expect(nil({ ...none, registered: 3 }).refusal).toMatchObject({
      ...{ code: 'report.nil-with-figures', params: { field: 'registered' } },
    });
    expect(nil({ ...none, area: '0.5' }).refusal?.code).toBe('report.nil-with-figures');
  });

  test('fills in nothing where the round has no form', () => {
    expect(given(opens()).when(filling(data())).refusal?.code).toBe('form.none');
  });
});

describe('a correction of an accepted report', () => {
  const done = [
    withForm,
    submits('nga-son', { at: '2018-12-10T01:00:00.000Z', report: { data: data() } }),
    accepts('nga-son', { at: '2018-12-11T01:00:00.000Z' }),
  ];
  const corrected = { data: data({ registered: 41 }) };
  const later = '2019-02-01T01:00:00.000Z';

  test('counts only when it is accepted, and when the obligation was done stays', () => {
    const waiting = given(...done, corrects('nga-son', { at: later, report: corrected }));
    expect(waiting.unit('nga-son')).toMatchObject({ figures: 1, correction: 2 });
    const round = given(
      ...done,
      corrects('nga-son', { at: later, report: corrected }),
      acceptsCorrection('nga-son', { at: later }),
    );
    expect(round.unit('nga-son')).toMatchObject({
      status: 'accepted',
      acceptedSubmission: 1,
      acceptedAt: '2018-12-11T01:00:00.000Z',
      figures: 2,
      correction: null,
    });
    expect(round.standing('nga-son', later)).toBe('doneOnTime');
  });

  test('is taken after the round has closed', () => {
    const closed = given(...done, closes({ at: '2019-01-10T01:00:00.000Z' }));
    const act = corrects('nga-son', { at: later, report: corrected });
    expect(closed.when(act).caused).toEqual(['CorrectionSubmitted']);
  });

  test('that is rejected leaves the figures as they were', () => {
    const round = given(
      ...done,
      corrects('nga-son', { at: later, report: corrected }),
      rejectsCorrection('nga-son', { at: later }),
    );
    expect(round.unit('nga-son')).toMatchObject({ figures: 1, correction: null });
    expect(round.when(acceptsCorrection('nga-son')).refusal?.code).toBe('correction.none');
  });

  test('is refused of a report not accepted, by another unit, twice at once, and with figures that do not fit', () => {
    const open = given(withForm);
    expect(open.when(corrects('nga-son')).refusal?.code).toBe('obligation.not-possible-now');
    const accepted = given(...done);
    const by = clerkOf('tinh-gia');
    expect(accepted.when(corrects('nga-son', { by, report: corrected })).refusal?.code).toBe(
      'actor.not-obliged',
    );
    const wrong = { data: data({ registered: -1 }) };
    expect(accepted.when(corrects('nga-son', { report: wrong })).refusal?.code).toBe('form.value');
    const waiting = given(...done, corrects('nga-son', { at: later, report: corrected }));
    expect(waiting.when(corrects('nga-son', { at: later, report: corrected })).refusal?.code).toBe(
      'correction.already-waits',
    );
    const own = acceptsCorrection('nga-son', { by: clerkOf('nga-son'), at: later });
    expect(waiting.when(own).refusal?.code).toBe('actor.not-entitled');
  });

  test('of what is accepted by itself is accepted by itself', () => {
    const automatic = opens({ heading: { acceptance: 'automatic' } });
    const round = given(automatic, submits('nga-son'), corrects('nga-son'));
    expect(round.unit('nga-son')).toMatchObject({ figures: 2, correction: null });
  });
});

describe('a channel', () => {
  const by = clerkOf('pv28');

  test('passes a report on once, and does not judge it', () => {
    const round = given(opens(), submits('nga-son'), passesOn('nga-son'));
    expect(round.unit('nga-son')).toMatchObject({ status: 'submitted', passedOn: 1 });
    expect(round.when(passesOn('nga-son')).refusal?.code).toBe('report.already-passed-on');
    expect(round.when(accepts('nga-son', { by })).refusal?.code).toBe('actor.not-entitled');
  });

  test('is one body, and a round may have none', () => {
    const other = passesOn('nga-son', { by: clerkOf('bcd-138') });
    expect(given(opens(), submits('nga-son')).when(other).refusal?.code).toBe('actor.not-entitled');
    const direct = given(opens({ heading: { via: null } }), submits('nga-son'));
    expect(direct.when(passesOn('nga-son')).refusal?.code).toBe('report.no-channel');
  });

  test('that has not passed it on is named by the acceptance, which is no obstacle', () => {
    const accepted = (round: ReturnType<typeof given>) =>
      round.when(accepts('nga-son')).events.find(({ type }) => type === 'ReportAccepted')?.data;
    const sent = [opens(), submits('nga-son')] as const;
    expect(accepted(given(...sent))).toMatchObject({ notPassedOn: 'pv28' });
    expect(accepted(given(...sent, passesOn('nga-son')))).not.toHaveProperty('notPassedOn');
    const direct = given(opens({ heading: { via: null } }), submits('nga-son'));
    expect(accepted(direct)).not.toHaveProperty('notPassedOn');
    const again = given(...sent, passesOn('nga-son'), returns('nga-son'), submits('nga-son'));
    expect(accepted(again)).toMatchObject({ submission: 2, notPassedOn: 'pv28' });
  });
});

describe('decimal figures', () => {
  const area = { ...AREA, min: '0', max: '100' };
  const used = { ...AREA, code: 'used' };
  const rule = {
    kind: 'notMoreThan',
    field: 'used',
    than: 'area',
    message: { vi: 'dùng nhiều hơn có', en: 'more used than there is' },
  } as const;
  const round = opens({ heading: { form: form({ fields: [area, used], rules: [rule] }) } });
  const handsIn = (values: ReportData['values']) =>
    submits('nga-son', { report: { data: { form: 1, sections: { results: 'x' }, values } } });

  test.each([
    [{ area: '-12.5' }, 'form.value', { problem: 'below-min' }],
    [{ area: '100.01' }, 'form.value', { problem: 'above-max' }],
    [{ area: '9.5', used: '10' }, 'form.rule', { message: { vi: 'dùng nhiều hơn có' } }],
  ])('%p is refused', (values, code, params) => {
    expect(given(round).when(handsIn(values)).refusal).toMatchObject({ code, params });
  });

  test('are compared as numbers, not as texts', () => {
    for (const values of [
      { area: '10.50', used: '9.5' },
      { area: '9.5', used: '9.50' },
    ]) {
      expect(given(round, handsIn(values)).unit('nga-son').submissions).toHaveLength(1);
    }
  });
});
