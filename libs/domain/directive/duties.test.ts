/** Duties and their values: set up, decided by a person, never over what the text states. */
import {
  ACK,
  CLERK,
  drafted,
  duty,
  issued,
  LEADER,
  notStated,
  POLICE,
  stated,
  V28_DESK,
} from '../testing/directive-07';
import { codeOf, eventsOf } from '../testing/scene';
import type { Duty } from '../duty/types';

const OPEN = duty('plan', { cadence: stated({ kind: 'once' }), due: notStated });
const due = { kind: 'fixedDate', date: '2014-12-31' } as const;
const decision = { duty: 'plan', field: 'due', value: due, reason: 'chưa nêu thời hạn' } as const;

describe('deciding a value', () => {
  test('is an event with the actor, the time and the reason, and asks for a plan in force', () => {
    const scene = issued([OPEN]);
    const [event] = eventsOf(scene.ask('DecideValue', decision, { by: LEADER }));
    expect(event).toMatchObject({
      type: 'ValueDecided',
      data: { by: { id: LEADER.id, role: 'leader' }, replan: [{ duty: 'plan', request: null }] },
    });
    expect(scene.state.duties['plan']!.due).toEqual({
      grade: 'decided',
      value: due,
      by: LEADER,
      at: scene.at,
      reason: 'chưa nêu thời hạn',
    });
    expect(scene.state.revisions['plan']).toBe(2);
  });

  test('keeps what planning warns of, and nothing where it does not', () => {
    const ref = { directive: 'd-07', duty: 'plan' };
    const dates = {
      period: '2014',
      below: '2014-12-31T10:00:00.000Z',
      above: '2014-12-25T10:00:00.000Z',
    };
    const plan = { warnings: [{ answers: { ...ref, duty: 'report' }, from: ref, ...dates }] };
    const [decided] = eventsOf(issued([OPEN]).ask('DecideValue', decision, { by: LEADER, plan }));
    expect(decided!.data).toMatchObject(plan);
    const [setUp] = eventsOf(drafted([OPEN]).ask('SetUpDuty', { duty: OPEN }, { plan }));
    expect(setUp!.data).toMatchObject(plan);
    const [silent] = eventsOf(issued([OPEN]).ask('DecideValue', decision, { by: LEADER }));
    expect(silent!.data).not.toHaveProperty('warnings');
  });

  test('gives a cadence that the text states the anchor it does not state', () => {
    const halfYearly = duty('report', {
      cadence: stated({ kind: 'everyMonths', months: 6 }),
      anchor: notStated,
      due: stated({ kind: 'periodEnd' }),
    });
    const scene = issued([halfYearly]);
    const anchor = {
      duty: 'report',
      field: 'anchor',
      value: '2011-12-30',
      reason: 'ngày ký',
    } as const;
    expect(codeOf(scene.ask('DecideValue', { ...anchor, value: '30/12' }))).toBe('value.invalid');
    expect(codeOf(scene.ask('DecideValue', anchor))).toBe('accepted');
    expect(scene.state.duties.report).toMatchObject({
      cadence: halfYearly.cadence,
      anchor: { grade: 'decided', value: '2011-12-30' },
    });
  });

  test('asks for no plan while the directive is a draft', () => {
    const [event] = eventsOf(drafted([OPEN]).ask('DecideValue', decision));
    expect(event!.data).toMatchObject({ replan: [] });
  });

  test('never overwrites what the text states, but may replace what was decided before', () => {
    const scene = issued([OPEN, ACK]);
    expect(codeOf(scene.ask('DecideValue', { ...decision, duty: 'ack' }))).toBe('value.stated');
    scene.ask('DecideValue', decision);
    expect(codeOf(scene.ask('DecideValue', decision, { by: LEADER }))).toBe('accepted');
    const monitor = { duty: null, field: 'monitoringBody', value: 'v11', reason: 'x' } as const;
    expect(codeOf(scene.ask('DecideValue', monitor))).toBe('value.stated');
  });

  test('is refused when the way in found a unit that nobody registered, as is setting up a duty', () => {
    const plan = { impossible: 'unit.unknown', params: { unit: 'nobody' } };
    const scene = issued([OPEN]);
    expect(scene.ask('DecideValue', decision, { plan })).toMatchObject({
      rejection: { code: 'unit.unknown', params: { unit: 'nobody' } },
    });
    expect(codeOf(scene.ask('SetUpDuty', { duty: OPEN }, { plan }))).toBe('unit.unknown');
  });

  test('needs a reason, a duty that is there and a value that can be used', () => {
    const scene = issued([OPEN]);
    expect(codeOf(scene.ask('DecideValue', { ...decision, reason: '' }))).toBe('reason.missing');
    expect(codeOf(scene.ask('DecideValue', { ...decision, duty: 'nope' }))).toBe('duty.unknown');
    const never = { kind: 'fixedDate', date: '2014-02-30' } as const;
    expect(codeOf(scene.ask('DecideValue', { ...decision, value: never }))).toBe('value.invalid');
  });

  test('of a due date that has passed is refused in force: no round would ever open by it', () => {
    const value = { kind: 'fixedDate', date: '2014-08-14' } as const;
    expect(codeOf(issued([OPEN]).ask('DecideValue', { ...decision, value }))).toBe(
      'due.before-opening',
    );
    expect(codeOf(drafted([OPEN]).ask('DecideValue', { ...decision, value }))).toBe('accepted');
  });

  test('belongs to the issuer and the monitoring body', () => {
    const scene = issued([OPEN]);
    expect(codeOf(scene.ask('DecideValue', decision, { by: V28_DESK }))).toBe('accepted');
    const stranger = { ...V28_DESK, unit: 'cat-thanh-hoa' };
    expect(scene.ask('DecideValue', decision, { by: stranger })).toMatchObject({
      ok: false,
      rejection: {
        code: 'actor.not-allowed',
        params: { role: 'standingBody', units: ['bo-cong-an', 'v28'] },
      },
    });
  });
});

describe('setting up a duty', () => {
  const faults: readonly (readonly [string, string, Duty])[] = [
    ['owed by a class only informed', 'duty.not-for-execution', owed('thu-truong')],
    ['owed by nobody', 'value.invalid', duty('x', { owes: stated({ kind: 'units', units: [] }) })],
    ['owed twice by one unit', 'value.invalid', duty('x', { to: stated(['v28', 'v28']) })],
    [
      'counted from a closing it does not have',
      'duty.due-without-anchor',
      duty('x', { due: stated({ kind: 'workingDaysAfter', from: 'closing', days: 2 }) }),
    ],
    [
      'counted from a request nobody can make',
      'duty.due-without-anchor',
      duty('x', { due: stated({ kind: 'hoursAfter', from: 'request', hours: 24 }) }),
    ],
  ];
  test.each(faults)('%s is refused', (_what, code, faulty) => {
    expect(codeOf(drafted().ask('SetUpDuty', { duty: faulty }))).toBe(code);
  });

  test('is taken from a class of the closing clause and from one of the executing recipients', () => {
    for (const roleClass of [POLICE, 'bo-tu-lenh', 'cs-pccc']) {
      expect(codeOf(drafted().ask('SetUpDuty', { duty: owed(roleClass) }))).toBe('accepted');
    }
  });

  test('counts a revision and forgets the opening that was planned by the older one', () => {
    const scene = issued();
    const plan = {
      revision: 1,
      kind: 'next',
      period: { id: 'once', label: { vi: '', en: '' }, from: null, to: null, closing: null },
      opensAt: '2014-09-01T01:00:00.000Z',
      assumptions: [],
    };
    const system = { id: 'reactor', role: 'system', unit: null } as const;
    scene.ask('PlanRound', { duty: 'ack', after: null }, { by: system, plan });
    expect(scene.nextWakeup).toBe('2014-09-01T01:00:00.000Z');
    const [event] = eventsOf(scene.ask('SetUpDuty', { duty: ACK }, { by: CLERK }));
    expect(event!.data).toMatchObject({ revision: 2, replan: [{ duty: 'ack', request: null }] });
    expect(scene.nextWakeup).toBeNull();
  });

  function owed(roleClass: string): Duty {
    return duty('x', { owes: stated({ kind: 'class', roleClasses: [roleClass] }) });
  }
});
