/** Links between duties: no circle through any number of directives, and a warning when below is due after above. */
import type { DirectiveState, DutyLink } from '../domain';
import { plan } from './plan';
import { book, directive, duty, stated } from './testing/fixture';

const AT = '2018-04-10T02:00:00.000Z';
const REPORT = duty({ id: 'report' });

function named(id: string, links: readonly DutyLink[] = [], changes: Partial<DirectiveState> = {}) {
  return directive([REPORT], {
    id,
    links,
    issue: { ...directive([]).issue!, symbol: id },
    ...changes,
  });
}

const linkTo = (id: string, to = 'report'): DutyLink => ({
  duty: 'report',
  unit: 'cat-thanh-hoa',
  from: stated({ directive: id, duty: to }),
});

const planned = (state: DirectiveState, link: DutyLink, others: readonly DirectiveState[] = []) =>
  plan(
    { type: 'LinkDuty', stream: `directive/${state.id}`, data: link },
    state,
    book(),
    AT,
    new Map(others.map((one) => [one.id, one])),
  );

test('a link to a directive or a duty that is not there is impossible', () => {
  expect(planned(named('d-1'), linkTo('d-2'))).toMatchObject({ impossible: 'directive.unknown' });
  expect(planned(named('d-1'), linkTo('d-2', 'x'), [named('d-2')])).toMatchObject({
    impossible: 'duty.unknown',
  });
});

test('a circle is found through any number of directives, and named', () => {
  const chain = [named('d-2', [linkTo('d-3')]), named('d-3', [linkTo('d-4')]), named('d-4')];
  expect(planned(named('d-1'), linkTo('d-2'), chain)).toMatchObject({ warning: null });
  const closed = [...chain.slice(0, 2), named('d-4', [linkTo('d-1')])];
  expect(planned(named('d-1'), linkTo('d-2'), closed)).toEqual({
    impossible: 'link.cycle',
    params: { path: 'd-1 → d-2 → d-3 → d-4 → d-1' },
  });
});

test('a circle that does not come back here is not ours and ends', () => {
  const others = [named('d-2', [linkTo('d-3')]), named('d-3', [linkTo('d-2')])];
  expect(planned(named('d-1'), linkTo('d-2'), others)).toMatchObject({ warning: null });
});

test('a report below that is due after the one above is a warning with both dates', () => {
  const below = (days: number) =>
    directive(
      [duty({ id: 'report', due: stated({ kind: 'workingDaysAfter', from: 'closing', days }) })],
      {
        id: 'd-2',
      },
    );
  expect(planned(named('d-1'), linkTo('d-2'), [below(1)])).toEqual({ warning: null });
  expect(planned(named('d-1'), linkTo('d-2'), [below(4)])).toEqual({
    warning: {
      period: '2018',
      // 14/12/2018 is a Friday: two working days later is Tuesday, four are Thursday.
      above: '2018-12-18T10:00:00.000Z',
      below: '2018-12-20T10:00:00.000Z',
    },
  });
});
