/** Forms: what one must be, exact decimals, and rolling up many reports into one. */
import fc from 'fast-check';
import { issued, REPORT } from '../testing/directive-07';
import { codeOf, eventsOf } from '../testing/scene';
import { isDecimal, largestDecimal, sumOfDecimals } from './decimal';
import { rollUp, type Part } from './roll-up';
import { AREA, form, MODELS, RECOGNISED, REGISTERED, SHARE, STARTED } from './testing/fixture';
import type { FieldValue, FormDefinition, FormField } from './types';

describe('a form', () => {
  const set = (definition: Partial<FormDefinition>, scene = issued([REPORT])) =>
    scene.ask('SetForm', {
      duty: 'report',
      form: { outline: [], fields: [], rules: [], ...definition },
    });

  test('gets a version, one more with each change, and none for the same again', () => {
    const scene = issued([REPORT]);
    expect(eventsOf(set({ fields: [REGISTERED] }, scene))).toMatchObject([
      { type: 'FormSet', data: { duty: 'report', form: { version: 1 } } },
    ]);
    expect(codeOf(set({ fields: [REGISTERED] }, scene))).toBe('form.same');
    expect(eventsOf(set({ fields: [REGISTERED, AREA] }, scene))).toMatchObject([
      { data: { form: { version: 2 } } },
    ]);
  });

  test.each([
    ['nothing to fill in', {}, 'form.invalid', { problem: 'empty' }],
    ['a code twice', { fields: [AREA, AREA] }, 'form.invalid', { place: 'fields[1].code' }],
    [
      'a sum of texts',
      { fields: [{ ...MODELS, rollUp: 'sum' } as unknown as FormField] },
      'form.roll-up',
      { field: 'models', allowed: ['none', 'list'] },
    ],
    [
      'a rule about a field that is not there',
      {
        fields: [REGISTERED],
        rules: [
          { kind: 'notMoreThan', field: 'registered', than: 'all', message: { vi: 'x', en: 'x' } },
        ],
      },
      'form.invalid',
      { place: 'rules[0].than' },
    ],
    [
      'a rule between a decimal and a whole number',
      {
        fields: [REGISTERED, AREA],
        rules: [
          { kind: 'notMoreThan', field: 'area', than: 'registered', message: { vi: 'x', en: 'x' } },
        ],
      },
      'form.invalid',
      { place: 'rules[0].than', problem: 'not-two-figures' },
    ],
    [
      'a largest decimal below the least',
      { fields: [{ ...AREA, min: '10', max: '9.99' }] },
      'form.invalid',
      { place: 'fields[0].max', problem: 'below-min' },
    ],
    [
      'a bound that is no decimal',
      { fields: [{ ...AREA, min: '0.125' }] },
      'form.invalid',
      { place: 'fields[0].min', problem: 'not-decimal' },
    ],
    [
      'more than every round can carry',
      {
        fields: [REGISTERED],
        outline: [{ code: 'a', heading: { vi: 'x'.repeat(12_000), en: '' }, required: false }],
      },
      'form.too-large',
      { most: 12_000 },
    ],
  ] as const)('%s is refused', (_what, definition, code, params) => {
    const decision = set(definition as unknown as Partial<FormDefinition>);
    expect(decision).toMatchObject({ ok: false, rejection: { code, params } });
  });

  test('of a duty that is not there is refused', () => {
    const scene = issued([REPORT]);
    const asked = { duty: 'other', form: form() };
    expect(codeOf(scene.ask('SetForm', asked))).toBe('duty.unknown');
  });
});

describe('decimals', () => {
  test('are added exactly, as no binary fraction would', () => {
    expect(sumOfDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumOfDecimals(['-1.5', '1.25'])).toBe('-0.25');
    expect(sumOfDecimals(['999999999999999', '0.000001'])).toBe('999999999999999.000001');
    expect(sumOfDecimals([])).toBe('0');
    expect(largestDecimal(['9.5', '10', '-11'])).toBe('10');
  });

  test('are written one way only', () => {
    for (const written of ['12.5', '-3', '0.25', '0']) expect(isDecimal(written, 2)).toBe(true);
    for (const other of ['1,5', '01', '.5', '5.', '1e3', '', '0.125', ' 1']) {
      expect(isDecimal(other, 2)).toBe(false);
    }
  });
});

describe('rolled up', () => {
  const part = (
    unit: string,
    values: Record<string, FieldValue>,
    of: Partial<Part> = {},
  ): Part => ({
    obligation: `d~report~2018~0~${unit}`,
    unit,
    submission: 1,
    effectiveAt: '2018-12-10T02:00:00.000Z',
    form: form(),
    data: { form: 1, sections: {}, values },
    summary: '',
    ...of,
  });
  const valueOf = (code: string, ...parts: Part[]) =>
    rollUp(form(), parts).find(({ field }) => field === code)!;

  test('figures follow their rules: sums, a ratio of sums, the largest, the last, a list', () => {
    const nga = part('nga-son', {
      registered: 40,
      area: '12.5',
      share: { part: 39, of: 40 },
      started: '2018-03-01',
      models: [{ name: 'Camera an ninh', place: 'Nga Yên', summary: '' }],
    });
    const tinh = part('tinh-gia', {
      registered: 20,
      area: '0.75',
      share: { part: 0, of: 20 },
      started: '2018-05-01',
      models: [],
    });
    expect(valueOf('registered', nga, tinh).value).toBe(60);
    expect(valueOf('area', nga, tinh).value).toBe('13.25');
    expect(valueOf('share', nga, tinh).value).toEqual({ part: 39, of: 60 });
    expect(valueOf('started', nga, tinh).value).toBe('2018-05-01');
    expect(valueOf('models', nga, tinh).value).toHaveLength(1);
    expect(rollUp(form(), [nga]).map(({ field }) => field)).not.toContain('note');
  });

  test('says whose reports are in a figure, and whose leave it out', () => {
    const found = valueOf('registered', part('b', { registered: 1 }), part('a', {}));
    expect(found).toMatchObject({
      value: 1,
      from: ['d~report~2018~0~b'],
      without: ['d~report~2018~0~a'],
    });
  });

  test('a sum over mixed units is none, and says so', () => {
    const inSquareKilometres = form({ fields: [{ ...AREA, unit: { vi: 'km²', en: 'km²' } }] });
    const mixed = valueOf(
      'area',
      part('a', { area: '1' }),
      part('b', { area: '2' }, { form: inSquareKilometres }),
    );
    expect(mixed).toMatchObject({ value: null, problem: 'mixed-units' });
  });

  test('a figure that is another kind of thing in another version is not added to it', () => {
    const other = form({
      fields: [
        {
          ...RECOGNISED,
          code: 'registered',
          type: 'text',
          rollUp: 'list',
          maxLength: 10,
        } as FormField,
      ],
    });
    const found = valueOf(
      'registered',
      part('a', { registered: 1 }),
      part('b', { registered: 'hai' }, { form: other }),
    );
    expect(found).toMatchObject({ value: null, problem: 'other-type' });
  });

  test('no part at all gives no value, never a zero', () => {
    expect(valueOf('registered')).toMatchObject({ value: null, problem: null, from: [] });
    expect(valueOf('registered', part('nil', {}, { data: null }))).toMatchObject({
      value: null,
      without: ['d~report~2018~0~nil'],
    });
  });

  test('the order of arrival changes nothing', () => {
    const parts = fc.uniqueArray(
      fc.record({
        unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        registered: fc.nat(1_000),
        area: fc
          .nat(10_000)
          .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
        of: fc.nat(50),
        at: fc.integer({ min: 10, max: 28 }),
      }),
      { selector: ({ unit }) => unit },
    );
    fc.assert(
      fc.property(
        parts.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const [one, other] = [all, shuffled].map((list) =>
            rollUp(
              form(),
              list.map(({ unit, registered, area, of, at }) =>
                part(
                  unit,
                  { registered, area, share: { part: of, of }, started: `2018-03-${at}` },
                  {
                    effectiveAt: `2018-12-${at}T02:00:00.000Z`,
                  },
                ),
              ),
            ),
          );
          expect(one).toEqual(other);
        },
      ),
    );
  });

  test('of two reports handed in at one instant the last is the same whatever comes first', () => {
    const lasting = form({ fields: [{ ...STARTED, rollUp: 'last' }, SHARE] });
    const pair = [part('a', { started: '2018-01-01' }), part('b', { started: '2018-02-02' })];
    const [one, other] = [pair, pair.toReversed()].map((list) => rollUp(lasting, list));
    expect(one).toEqual(other);
  });
});
