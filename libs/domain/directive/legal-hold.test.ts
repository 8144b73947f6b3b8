/** Legal holds and retention: who may, what they need, and that the archive does not end them. */
import { concludedForArchive as concluded } from '../testing/concluded';
import { CLERK, drafted, issued, LEADER, V28_DESK } from '../testing/directive-07';
import { codeOf, eventsOf, OPERATOR } from '../testing/scene';
import { standingHolds } from './legal-hold';

const AUDITOR = { id: 'kt-1', role: 'auditor', unit: 'thanh-tra' } as const;
const hold = { reason: 'có khiếu nại đang giải quyết', document: '12/TB-TTr' };
const release = (n: number) => ({ hold: n, reason: 'đã giải quyết xong' });
const retention = {
  period: { kind: 'years' as const, years: 20 },
  reason: 'theo danh mục hồ sơ của cơ quan',
  source: 'danh mục hồ sơ 2014',
};

describe('a legal hold', () => {
  test('is placed by a leader or the standing body, an auditor of any body, or the operator; by no clerk', () => {
    for (const by of [LEADER, V28_DESK, AUDITOR, OPERATOR])
      expect(codeOf(issued().ask('PlaceLegalHold', hold, { by }))).toBe('accepted');
    for (const by of [CLERK, { ...LEADER, unit: 'cat-a' }])
      expect(codeOf(issued().ask('PlaceLegalHold', hold, { by }))).toBe('actor.not-allowed');
  });

  test('has a number of its own: several stand at once, and each ends alone', () => {
    const scene = issued();
    scene.ask('PlaceLegalHold', hold, { by: LEADER });
    scene.ask('PlaceLegalHold', { ...hold, document: null }, { by: OPERATOR });
    scene.ask('ReleaseLegalHold', release(1), { by: LEADER });
    expect(standingHolds(scene.state)).toMatchObject([{ hold: 2, document: null, by: OPERATOR }]);
    expect(
      eventsOf(scene.ask('PlaceLegalHold', hold, { by: LEADER })).map(({ data }) => data),
    ).toEqual([{ hold: 3, ...hold }]);
  });

  test('needs a reason to stand and a reason to end', () => {
    const scene = issued();
    const blank = { ...hold, reason: ' ' };
    expect(codeOf(scene.ask('PlaceLegalHold', blank, { by: LEADER }))).toBe('reason.missing');
    scene.ask('PlaceLegalHold', hold, { by: LEADER });
    const ended = scene.ask('ReleaseLegalHold', { hold: 1, reason: '' }, { by: LEADER });
    expect(codeOf(ended)).toBe('reason.missing');
  });

  test('that is not there cannot be released, and those that stand are named', () => {
    const scene = issued();
    scene.ask('PlaceLegalHold', hold, { by: LEADER });
    expect(scene.ask('ReleaseLegalHold', release(2), { by: LEADER })).toMatchObject({
      rejection: { code: 'hold.unknown', params: { hold: 2, standing: [1] } },
    });
  });

  test('of an auditor is not released by the audited body', () => {
    const scene = issued();
    scene.ask('PlaceLegalHold', hold, { by: AUDITOR });
    expect(codeOf(scene.ask('ReleaseLegalHold', release(1), { by: LEADER }))).toBe(
      'hold.of-auditor',
    );
    const other = { ...AUDITOR, id: 'kt-2', unit: null };
    expect(codeOf(scene.ask('ReleaseLegalHold', release(1), { by: other }))).toBe('accepted');
  });

  test('stands over a draft as over a file in the archive, whose clock it leaves alone', () => {
    expect(codeOf(drafted().ask('PlaceLegalHold', hold, { by: LEADER }))).toBe('accepted');
    const scene = concluded();
    const before = scene.nextWakeup;
    scene.ask('PlaceLegalHold', hold, { by: LEADER });
    expect(scene.nextWakeup).toBe(before);
    scene.ask('HandToArchive', { reason: 'đã nộp', document: null });
    expect(codeOf(scene.ask('PlaceLegalHold', hold, { by: LEADER }))).toBe('accepted');
    expect(codeOf(scene.ask('ReleaseLegalHold', release(1), { by: LEADER }))).toBe('accepted');
  });
});

describe('retention', () => {
  test('is not stated until a person decides it, with a source', () => {
    const scene = issued();
    expect(scene.state.retention).toBeUndefined();
    const blank = { ...retention, source: ' ' };
    expect(codeOf(scene.ask('DecideRetention', blank))).toBe('reason.missing');
    scene.ask('DecideRetention', retention);
    expect(scene.state.retention).toMatchObject({ ...retention, by: CLERK });
  });

  test('decided anew it replaces; the same again is refused', () => {
    const scene = issued();
    scene.ask('DecideRetention', retention);
    expect(codeOf(scene.ask('DecideRetention', retention))).toBe('retention.same');
    const longer = { ...retention, period: { kind: 'permanent' as const } };
    expect(codeOf(scene.ask('DecideRetention', longer))).toBe('accepted');
    expect(scene.state.retention?.period).toEqual({ kind: 'permanent' });
  });

  test.each([0, 1.5, -3, 1001])('of %s years is none', (years) => {
    const wrong = { ...retention, period: { kind: 'years' as const, years } };
    expect(codeOf(issued().ask('DecideRetention', wrong))).toBe('value.invalid');
  });
});
