/** Criticism by a rate on time: the policy proposes, a person decides, nobody about his own unit, and once. */
import { bandOf } from '../policy/bands';
import { issued, LEADER } from '../testing/directive-07';
import { codeOf, eventsOf } from '../testing/scene';
import type { CriticismData } from './criticism';

const text = (vi: string) => ({ vi, en: vi });
const BANDS = [
  { below: 50, code: 'not-stated', text: text('không nêu') },
  { below: 70, code: 'severe-criticism', text: text('phê bình nghiêm khắc') },
  { below: 80, code: 'criticism', text: text('phê bình') },
];
const DATA: CriticismData = {
  unit: 'cat-thanh-hoa',
  from: '2014-01-01',
  to: '2014-12-31',
  onTime: { part: 15, of: 20 },
  decision: 'criticism',
  reason: 'theo quy định',
};
const plan = { policy: 'thresholds@1', bands: BANDS, counted: { part: 15, of: 20 } };

const decide = (changes: Partial<CriticismData> = {}, scene = issued(), more: object = { plan }) =>
  scene.ask('DecideCriticism', { ...DATA, ...changes }, { by: LEADER, ...more });

test.each([
  [16, 20, null],
  [15, 20, 'criticism'],
  [14, 20, 'criticism'],
  [13, 20, 'severe-criticism'],
  [10, 20, 'severe-criticism'],
  [9, 20, 'not-stated'],
  [0, 0, null],
])('%d of %d lies in the band %s', (part, of, code) => {
  expect(bandOf(BANDS, { part, of })?.code ?? null).toBe(code);
});

test('a decision keeps what the policy proposed, and may differ from it with its reason', () => {
  expect(eventsOf(decide())).toMatchObject([
    { type: 'CriticismDecided', data: { proposed: 'criticism', text: { vi: 'phê bình' } } },
  ]);
  expect(eventsOf(decide({ decision: 'none', reason: 'bão lũ' }))).toMatchObject([
    { data: { proposed: 'criticism', decision: 'none', text: null } },
  ]);
});

test.each([
  ['about his own unit', { unit: 'bo-cong-an' }, 'criticism.own-unit'],
  ['without a reason', { reason: ' ' }, 'reason.missing'],
  ['with a band the policy does not have', { decision: 'dismissal' }, 'criticism.unknown-band'],
  ['of nothing owed', { onTime: { part: 0, of: 0 } }, 'criticism.rate-invalid'],
  ['of a span that ends before it begins', { to: '2013-12-31' }, 'criticism.rate-invalid'],
])('is refused %s', (_what, changes, code) => {
  expect(codeOf(decide(changes))).toBe(code);
});

test.each([
  [{ part: 18, of: 20 }, 'criticism.rate-differs'],
  [{ part: 3, of: 4 }, 'criticism.rate-differs'],
  [{ part: 0, of: 0 }, 'criticism.nothing-owed'],
])('what the record counts is believed: %j', (counted, code) => {
  expect(codeOf(decide({}, issued(), { plan: { ...plan, counted } }))).toBe(code);
});

test('the refusal names the right rate', () => {
  const counted = { part: 3, of: 3 };
  const decision = decide({}, issued(), { plan: { ...plan, counted } });
  expect(decision).toMatchObject({ rejection: { params: { given: '15/20', counted: '3/3' } } });
});

test.each([
  ['within', '2014-03-01', '2014-03-31', 'criticism.already'],
  ['around', '2013-01-01', '2015-12-31', 'criticism.already'],
  ['of one day', '2014-12-31', '2015-06-30', 'criticism.already'],
  ['that follows', '2015-01-01', '2015-06-30', null],
])('a span %s of one already decided', (_what, from, to, code) => {
  const scene = issued();
  eventsOf(decide({}, scene));
  const decision = decide({ from, to }, scene);
  if (code === null) expect(eventsOf(decision)).toHaveLength(1);
  else {
    expect(decision).toMatchObject({
      rejection: { code, params: { from: '2014-01-01', to: '2014-12-31' } },
    });
  }
});

test('is made once for a unit and a span, and never without thresholds of the issuer', () => {
  const scene = issued();
  eventsOf(decide({}, scene));
  expect(codeOf(decide({ decision: 'none' }, scene))).toBe('criticism.already');
  const impossible = { impossible: 'criticism.no-policy', params: { issuer: 'x', date: 'y' } };
  expect(codeOf(decide({}, issued(), { plan: impossible }))).toBe('criticism.no-policy');
});
