/** Indicators: what one must be, and how its value compares with the target in whole numbers. */
import { form } from '../form/testing/fixture';
import { issued, REPORT } from '../testing/directive-07';
import { codeOf, eventsOf } from '../testing/scene';
import type { Comparator, Indicator, IndicatorDefinition } from './types';
import { indicatorValue, type Counted } from './value';

const DEFINED: IndicatorDefinition = {
  id: 'recognised',
  title: { vi: 'Tỷ lệ đạt tiêu chuẩn', en: 'Share that meets the standard' },
  duty: 'report',
  numerator: { kind: 'part', field: 'share' },
  denominator: { kind: 'whole', field: 'share' },
  target: {
    grade: 'stated',
    value: { comparator: '>', part: 95, of: 100 },
    quote: 'hàng năm có trên 95%',
    place: 'phần kết quả',
  },
  by: null,
};

function withForm() {
  const scene = issued([REPORT]);
  const { version: _version, ...definition } = form();
  eventsOf(scene.ask('SetForm', { duty: 'report', form: definition }));
  return scene;
}

const define = (changes: Partial<IndicatorDefinition> = {}, scene = withForm()) =>
  scene.ask(
    'DefineIndicator',
    { indicator: { ...DEFINED, ...changes } },
    { plan: { until: null } },
  );

test('a definition gets a version, one more with each change, and none for the same again', () => {
  const scene = withForm();
  expect(eventsOf(define({}, scene))).toMatchObject([{ data: { indicator: { version: 1 } } }]);
  expect(codeOf(define({}, scene))).toBe('indicator.same');
  const target = { grade: 'notStated' } as const;
  expect(eventsOf(define({ target }, scene))).toMatchObject([
    { data: { indicator: { version: 2 } } },
  ]);
});

test('a form that leaves out what an indicator counts, or makes another kind of it, says so', () => {
  const scene = withForm();
  eventsOf(define({}, scene));
  const { version: _version, ...definition } = form();
  const fields = definition.fields.filter(({ code }) => code !== 'share');
  const [event] = eventsOf(
    scene.ask('SetForm', { duty: 'report', form: { ...definition, fields } }),
  );
  expect(event).toMatchObject({
    data: { lost: [{ indicator: 'recognised', fields: ['share'] }] },
  });
  const [again] = eventsOf(scene.ask('SetForm', { duty: 'report', form: definition }));
  expect(again!.data).not.toHaveProperty('lost');
});

test.each([
  [
    'a figure the form does not have',
    { numerator: { kind: 'sum', field: 'x' } },
    'indicator.no-such-figure',
  ],
  [
    'the sum of a ratio',
    { numerator: { kind: 'sum', field: 'share' } },
    'indicator.no-such-figure',
  ],
  ['no duty', { duty: 'x' }, 'duty.unknown'],
  ['no title', { title: { vi: ' ', en: '' } }, 'indicator.invalid'],
  [
    'a target of nothing',
    { target: { ...DEFINED.target, value: { comparator: '>', part: 1, of: 0 } } },
    'indicator.invalid',
  ],
  ['a target without its quote', { target: { ...DEFINED.target, quote: ' ' } }, 'value.ungrounded'],
] as const)('%s is refused', (_what, changes, code) => {
  expect(codeOf(define(changes as unknown as Partial<IndicatorDefinition>))).toBe(code);
});

describe('a value', () => {
  const one = (part: number, of: number): Counted => ({
    obligation: 'd~report~2018~0~a',
    unit: 'a',
    owed: true,
    report: {
      submission: 1,
      handedInAt: '2018-12-10T02:00:00.000Z',
      data: { form: 1, sections: {}, values: { share: { part, of } } },
    },
  });
  const against = (comparator: Comparator, part = 95, of = 100): Indicator => ({
    ...DEFINED,
    target: { grade: 'assumed', value: { comparator, part, of }, reason: 'x' },
    version: 1,
    until: null,
  });

  test.each([
    ['>', 38, 40, false],
    ['>=', 38, 40, true],
    ['=', 38, 40, true],
    ['<', 38, 40, false],
    ['<=', 38, 40, true],
    ['>', 39, 40, true],
    ['>', 9_007_199_254_740_990, 9_007_199_254_740_991, true],
  ] as const)('%s 95 %% of %d of %d: %s', (comparator, part, of, reached) => {
    expect(indicatorValue(against(comparator), [one(part, of)]).reached).toBe(reached);
  });

  test('of nothing is none', () => {
    expect(indicatorValue(against('>'), [one(0, 0)])).toMatchObject({
      denominator: 0,
      reached: null,
    });
    expect(indicatorValue(against('>'), []).reached).toBeNull();
  });

  test('leaves out who joined later and what came after its day', () => {
    const until = '2018-12-09T17:00:00.000Z';
    const late = { ...one(1, 1), owed: false };
    expect(indicatorValue(against('>'), [late]).denominator).toBe(0);
    expect(indicatorValue({ ...against('>'), until }, [one(1, 1)])).toMatchObject({
      denominator: 0,
      without: [{ unit: 'a' }],
    });
  });
});
