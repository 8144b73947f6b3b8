/** A report asked for outside any cadence: a round of its own beside the others. */
import {
  ACK,
  convening,
  ISSUED_AT,
  issued,
  next,
  ON_REQUEST,
  period,
} from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';

const by = SYSTEM;

describe('a report on request', () => {
  const due = { duty: 'adhoc', dueDate: null, reason: 'Thủ tướng hỏi' };

  test('opens a round of its own beside the others that were asked for', () => {
    const scene = issued([ON_REQUEST]);
    scene.ask('RequestReport', due);
    scene.ask('RequestReport', { ...due, dueDate: '2014-09-01' });
    for (const request of [1, 2]) {
      const plan = next(`req-${request}`, ISSUED_AT);
      const data = { duty: 'adhoc', after: null, request };
      expect(codeOf(scene.ask('PlanRound', data, { by, plan }))).toBe('accepted');
    }
    expect(eventsOf(scene.ask('WakeUp', {}, { by }))).toMatchObject([
      { data: { period: { id: 'req-1' }, requestedDue: null } },
      { data: { period: { id: 'req-2' }, requestedDue: '2014-09-01' } },
    ]);
    const data = { duty: 'adhoc', period: period('req-1') };
    const [event] = eventsOf(scene.ask('ConveneRound', data, { by, plan: convening(['a']) }));
    expect(event!.data).toMatchObject({ plansNext: false });
    expect(Object.keys(scene.state.due)).toEqual(['adhoc~req-2']);
  });

  test('is planned again when its duty changes before it is convened', () => {
    const scene = issued([ON_REQUEST]);
    scene.ask('RequestReport', due);
    const [event] = eventsOf(scene.ask('SetUpDuty', { duty: ON_REQUEST }));
    expect(event!.data).toMatchObject({
      replan: [
        { duty: 'adhoc', request: null },
        { duty: 'adhoc', request: 1 },
      ],
    });
  });

  test('is refused before its opening, for another kind of duty, and for a period not asked for', () => {
    const scene = issued([ON_REQUEST, ACK]);
    const early = { ...due, dueDate: '2014-08-14' };
    expect(codeOf(scene.ask('RequestReport', early))).toBe('due.before-opening');
    expect(codeOf(scene.ask('RequestReport', { ...due, duty: 'ack' }))).toBe('duty.not-on-request');
    const plan = next('req-1', ISSUED_AT);
    const data = { duty: 'adhoc', after: null, request: 1 };
    expect(codeOf(scene.ask('PlanRound', data, { by, plan }))).toBe('plan.invalid');
  });

  test('is refused when it would be overdue at once', () => {
    const scene = issued([ON_REQUEST]);
    const data = { duty: 'adhoc', dueDate: '2014-08-15', reason: 'Thủ tướng hỏi' };
    const at = '2014-08-15T11:00:00.000Z';
    const plan = { dueAt: '2014-08-15T10:00:00.000Z' };
    expect(scene.ask('RequestReport', data, { at, plan })).toMatchObject({
      rejection: { code: 'due.before-opening', params: { dueAt: plan.dueAt, opensAt: at } },
    });
    const later = { dueAt: '2014-08-18T10:00:00.000Z' };
    expect(codeOf(scene.ask('RequestReport', data, { at, plan: later }))).toBe('accepted');
  });
});
