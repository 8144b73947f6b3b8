/** Thresholds hold in their own scope and from their own date, and are never borrowed. */
import { plan } from './plan';
import { book, directive, org, policy } from './testing/fixture';

const BANDS = [{ below: 80, code: 'criticism', text: { vi: 'phê bình', en: 'criticism' } }];
const thresholds = (issuer: string | null, from = '2014-01-01') =>
  policy(
    'thresholds',
    { kind: 'thresholds', bands: BANDS },
    {
      from,
      scope: { issuer, documentTypes: null },
    },
  );

const planned = (of: ReturnType<typeof policy>, units = ['a']) =>
  plan(
    { type: 'DecideCriticism', stream: 'directive/d-07', data: { unit: 'a', to: '2018-12-31' } },
    directive([]),
    book({ policies: [of], org: org(units) }),
    '2019-01-10T02:00:00.000Z',
  );

test("the issuer's own thresholds are put on the command", () => {
  expect(planned(thresholds('bo-cong-an'))).toEqual({ policy: 'thresholds@1', bands: BANDS });
});

test('a unit that is not registered is named', () => {
  expect(planned(thresholds('bo-cong-an'), [])).toMatchObject({ impossible: 'unit.unknown' });
});

test.each([
  ["another province's", thresholds('ubnd-tinh-thanh-hoa')],
  ['later ones', thresholds('bo-cong-an', '2019-01-01')],
])('%s do not apply', (_what, of) => {
  expect(planned(of)).toMatchObject({ impossible: 'criticism.no-policy' });
});
