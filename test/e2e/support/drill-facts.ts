/** The facts of the two state directives we hold in full, as the engine holds them: what is stated, what is not, and what waits. */
import { weekday } from '../../../libs/calendar';
import type { DirectiveState, Graded } from '../../../libs/domain';
import { directiveState, roundsOf, upTo } from './book';
import { S0, S2, S3, S4, type PlayedDrill } from './played-drill';

const MONDAY = 1;
const TUESDAY = 2;
const FRIDAY = 5;
/** Issued, and nothing decided yet. */
const ISSUED: { readonly [directive: string]: string } = {
  [S2]: '2011-12-30T02:00:00.000Z',
  [S4]: '2014-08-15T02:00:00.000Z',
  [S0]: '2018-04-02T02:00:00.000Z',
  [S3]: '2021-03-23T02:00:00.000Z',
};

/** 07/CT-BCA-V28. */
export function testFactsOfS4(drill: () => PlayedDrill): void {
  test('is of Friday 15/08/2014, with 7 tasks, 6 cited instruments and 5 addressee classes', () => {
    const { draft, issue } = asIssued(drill(), S4);
    expect(issue).toMatchObject({ symbol: '07/CT-BCA-V28', date: '2014-08-15' });
    expect(weekday('2014-08-15')).toBe(FRIDAY);
    expect(draft!.tasks).toHaveLength(7);
    expect(draft!.parents).toHaveLength(6);
    expect(draft!.addressees).toHaveLength(5);
  });

  test('has five lines of recipients: one directs, three execute, one files', () => {
    const { recipients } = asIssued(drill(), S4).draft!;
    expect(valueOf(recipients).map(({ purpose }) => purpose)).toEqual([
      'direct',
      'execute',
      'execute',
      'execute',
      'file',
    ]);
  });

  test('its acknowledgement is owed by 63 police forces on Monday 18/08/2014', () => {
    const [ack] = roundsOf(drill().book, S4).filter(({ ref }) => ref.duty === 'ack');
    expect(ack!.state.schedules.s0!.dueAt).toBe('2014-08-18T10:00:00.000Z');
    expect(weekday('2014-08-18')).toBe(MONDAY);
    expect(Object.keys(ack!.state.obligations)).toHaveLength(63);
  });

  test('its text does not state when plans are due, nor who reports, how often and by when', () => {
    expect(silentDuties(asIssued(drill(), S4))).toEqual({
      plan: ['due'],
      report: ['owes', 'cadence', 'due'],
      review: ['due'],
    });
    const { tasks } = asIssued(drill(), S4).draft!;
    expect(tasks.map(({ lead, coordinators }) => [lead.grade, coordinators.grade])).toEqual(
      tasks.map(() => ['notStated', 'notStated']),
    );
  });

  test('until these are decided only acknowledgements are asked for', () => {
    const { missing } = directiveState(upTo(drill().book, '2014-08-20T01:59:59.999Z'), S4);
    expect(missing).toEqual({
      plan: ['due'],
      report: ['owes', 'cadence', 'due'],
      review: ['due'],
    });
    expect(dutiesUntil(drill(), S4, '2014-08-20T01:59:59.999Z')).toEqual(['ack']);
    expect(dutiesUntil(drill(), S4, '2014-09-15T02:14:59.999Z')).toEqual(['ack', 'plan']);
  });

  test('one yearly review is owed by the Department, which is V28 by inference', () => {
    const reviews = roundsOf(drill().book, S4).filter(({ ref }) => ref.duty === 'review');
    const years = Array.from({ length: 2025 - 2014 + 1 }, (_, at) => String(2014 + at));
    expect(reviews.map(({ ref }) => ref.period)).toEqual(years);
    for (const { state } of reviews) expect(Object.keys(state.obligations)).toEqual(['v28']);
    expect(asIssued(drill(), S4).duties.review!.owes.grade).toBe('inferred');
  });
}

/** 04/CT-UBND of Thanh Hóa. */
export function testFactsOfS0(drill: () => PlayedDrill): void {
  test('is of Monday 02/04/2018, with 6 tasks, 5 named instruments and a group, and 3 addressee classes', () => {
    const { draft, issue } = asIssued(drill(), S0);
    expect(issue).toMatchObject({ symbol: '04/CT-UBND', date: '2018-04-02' });
    expect(weekday('2018-04-02')).toBe(MONDAY);
    expect(draft!.tasks).toHaveLength(6);
    expect(draft!.parents).toHaveLength(5);
    expect(draft!.unnamedParents).toHaveLength(1);
    expect(draft!.addressees).toHaveLength(3);
  });

  test('our copy has lost its signer and its recipients, which is not the same as not stated', () => {
    const { signer, recipients, urgency } = asIssued(drill(), S0).draft!;
    expect([signer.grade, recipients.grade]).toEqual(['notInCopy', 'notInCopy']);
    expect(urgency.grade).toBe('notStated');
  });

  test('its acknowledgement is owed by 27 districts on Tuesday 03/04/2018', () => {
    const [ack] = roundsOf(drill().book, S0).filter(({ ref }) => ref.duty === 'ack');
    expect(ack!.state.schedules.s0!.dueAt).toBe('2018-04-03T10:00:00.000Z');
    expect(weekday('2018-04-03')).toBe(TUESDAY);
    expect(Object.keys(ack!.state.obligations)).toHaveLength(27);
  });

  test('neither cadence is stated, and no report is asked for before they are decided', () => {
    expect(silentDuties(asIssued(drill(), S0))).toEqual({
      embed: ['to', 'due'],
      report: ['cadence', 'due'],
      rollup: ['cadence', 'due'],
    });
    const before = directiveState(upTo(drill().book, '2018-04-10T02:09:59.999Z'), S0);
    expect([before.missing.report, before.missing.rollup]).toEqual([
      ['cadence', 'due'],
      ['cadence', 'due'],
    ]);
    expect(Object.keys(before.next)).toEqual(['embed']);
    expect(dutiesUntil(drill(), S0, '2018-04-10T02:09:59.999Z')).toEqual(['ack']);
  });

  test('reports go through PV28 to the Steering Committee, and from there on to two receivers', () => {
    for (const { ref, state } of roundsOf(drill().book, S0)) {
      const { to, via } = state.heading!;
      if (ref.duty === 'report') {
        expect([to, via]).toEqual([['bcd-138-thanh-hoa'], 'pv28-thanh-hoa']);
      }
      if (ref.duty !== 'rollup') continue;
      expect([to, via]).toEqual([['bo-cong-an', 'ubnd-tinh-thanh-hoa'], null]);
      expect(Object.keys(state.obligations)).toEqual(['bcd-138-thanh-hoa']);
    }
  });

  test('answers the other directive by its own words', () => {
    const implemented = asIssued(drill(), S0).draft!.parents.filter(
      ({ relation }) => relation === 'implements',
    );
    expect(implemented.map(({ symbol }) => symbol)).toEqual(['07/CT-BCA-V28']);
  });
}

export function asIssued({ book }: PlayedDrill, directive: string): DirectiveState {
  return directiveState(upTo(book, ISSUED[directive]!), directive);
}

/** The duties of the rounds convened by then. */
function dutiesUntil({ book }: PlayedDrill, directive: string, instant: string): string[] {
  return roundsOf(upTo(book, instant), directive).map(({ ref }) => ref.duty);
}

/** By duty: the values without which it cannot open a round and which the text does not state. */
export function silentDuties({ duties }: DirectiveState): Record<string, string[]> {
  return Object.fromEntries(
    Object.values(duties).flatMap((duty) => {
      const names = (['owes', 'to', 'cadence', 'anchor', 'due'] as const).filter(
        (name) => duty[name]?.grade === 'notStated',
      );
      return names.length === 0 ? [] : [[duty.id, names]];
    }),
  );
}

function valueOf<Value>(graded: Graded<Value>): Value {
  if (!('value' in graded)) throw new Error(`nothing is stated: ${graded.grade}`);
  return graded.value;
}
