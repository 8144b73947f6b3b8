/**
 * A conference is not before the issue. A conclusion is given to units that are there: a class that nobody is of any more, or ever was,
 * would give it to nobody.
 */
import { deciderOf, type Actor } from '../domain';
import { plan } from './plan';
import { book, directive, org, stated, unit } from './testing/fixture';

const AT = '2026-01-10T02:00:00.000Z';
const REVIEW = 'directive/d-07/review/1';
const gone = unit('pccc', 'bo-cong-an', 'cs-pccc');
const ended = { on: '2018-08-07', how: 'dissolved' as const, successors: ['cat-a'], source: 's' };
const ORG = { units: { ...org(['cat-a', 'cat-b']).units, pccc: { ...gone, ended } } };
const actor: Actor = { id: 'x', role: 'leader', unit: 'cat-b' };

const given = (owner: object, at = AT) => {
  const data = { owner, to: ['cat-b'], due: '2026-06-30' };
  const command = { type: 'DecideConclusion', stream: REVIEW, data, actor };
  return plan(command, deciderOf(REVIEW).initial, book({ org: ORG }), at);
};
const toClass = (roleClasses: readonly string[], more: object = {}) =>
  given({ kind: 'class', roleClasses, ...more });

test('a class that has units is given it', () => {
  expect(toClass(['cong-an-tinh'])).toBeUndefined();
});

test('a class without any is named, with those that have units', () => {
  const nobody = (roleClass: string) => ({
    impossible: 'class.nobody',
    params: { roleClass, on: '2026-01-10', classes: 'bo, cong-an-tinh' },
  });
  expect(toClass(['khong-co-lop'])).toEqual(nobody('khong-co-lop'));
  expect(toClass(['cong-an-tinh', 'khong-co-lop'])).toEqual(nobody('khong-co-lop'));
  expect(toClass(['cs-pccc'])).toEqual(nobody('cs-pccc'));
  expect(toClass(['cong-an-tinh'], { except: ['cat-a', 'cat-b'] })).toEqual(nobody('cong-an-tinh'));
});

test('a conference is not before the day on which the directive was issued, nor ahead', () => {
  const held = (when: string) => {
    const data = { when: stated(when), where: stated('x'), by: stated('cat-a'), source: null };
    const command = { type: 'HoldReviewConference', stream: REVIEW, data, actor };
    const found = { ofDirective: directive([]) };
    return plan(command, deciderOf(REVIEW).initial, book({ org: ORG }), AT, new Map(), found);
  };
  const early = (when: string) => ({
    impossible: 'review.conference-before-issue',
    params: { when, issued: '2014-08-15' },
  });
  expect(held('2014-08-14')).toEqual(early('2014-08-14'));
  expect(held('2014-07')).toEqual(early('2014-07'));
  for (const when of ['2014-08-15', '2014-08', '2026-01-10']) expect(held(when)).toBeUndefined();
  expect(held('2026-01-11')).toMatchObject({ impossible: 'occurrence.not-yet' });
});
