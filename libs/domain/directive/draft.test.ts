/** The draft: what is taken, what is refused, and what is shown to the reader. */
import {
  ACK,
  CLERK,
  DRAFT,
  drafted,
  duty,
  LEADER,
  notStated,
  REPORT,
  stated,
} from '../testing/directive-07';
import { codeOf, eventsOf, OPERATOR, Scene, typesOf } from '../testing/scene';
import { directiveDecider } from './decider';
import type { DirectiveDraft } from './types';

function register(draft: Partial<DirectiveDraft>, duties = [ACK], by = CLERK) {
  const scene = new Scene(directiveDecider, 'directive/d-1', {
    at: '2014-08-14T02:00:00.000Z',
    by,
  });
  return scene.ask('RegisterDirective', { draft: { ...DRAFT, ...draft }, duties });
}

describe('a draft', () => {
  test('enters with its id, its duties and the difference between clause and recipients', () => {
    const [event] = eventsOf(register({}));
    expect(event).toMatchObject({
      type: 'DirectiveRegistered',
      data: {
        id: 'd-1',
        differences: [
          { kind: 'inClauseOnly', roleClass: 'bo-tu-lenh' },
          { kind: 'inRecipientsOnly', roleClass: 'cs-pccc' },
        ],
        warnings: [],
      },
    });
  });

  test('without an addressee is refused', () => {
    expect(codeOf(register({ addressees: [] }))).toBe('directive.no-addressee');
  });

  test('of any secrecy is refused, whoever brings it', () => {
    for (const secrecy of ['mat', 'toiMat', 'tuyetMat'] as const) {
      expect(codeOf(register({ secrecy }))).toBe('directive.secret');
    }
  });

  test('has each task once, and a duty only from a task it has', () => {
    const [first] = DRAFT.tasks;
    expect(codeOf(register({ tasks: [first!, first!] }))).toBe('directive.duplicate-task');
    expect(codeOf(register({}, [duty('plan', { task: '9' })]))).toBe('directive.unknown-task');
  });

  test('has each duty once, under an id that can stand in a stream name', () => {
    expect(codeOf(register({}, [ACK, ACK]))).toBe('duty.duplicate');
    for (const id of ['báo-cáo', 'a/b', 'a~b', '']) {
      expect(codeOf(register({}, [duty(id)]))).toBe('duty.bad-id');
    }
  });

  test('states nothing without a quote and assumes nothing without a reason', () => {
    const bare = { grade: 'stated', value: '07/CT-BCA-V28', quote: ' ', place: 'header' } as const;
    expect(codeOf(register({ symbol: bare }))).toBe('value.ungrounded');
    const guess = { grade: 'assumed', value: 'v28', reason: '' } as const;
    expect(codeOf(register({ monitoringBody: guess }))).toBe('value.ungrounded');
  });

  test('does not report a decision of somebody else', () => {
    const decision = { grade: 'decided', at: '2014-08-14T02:00:00.000Z', reason: 'họp' } as const;
    const decided = { ...decision, value: 'v28', by: LEADER };
    expect(codeOf(register({ monitoringBody: decided }))).toBe('value.decided-by-another');
    expect(codeOf(register({ monitoringBody: { ...decided, by: CLERK } }))).toBe('accepted');
  });

  test('is warned of, not corrected, when its symbol says it is a decision', () => {
    const [event] = eventsOf(register({ symbol: stated('07/QĐ-BCA') }));
    expect(event!.data).toMatchObject({
      warnings: [{ code: 'symbol.type-contradicts', stated: 'CT', read: 'QĐ' }],
      draft: { symbol: { value: '07/QĐ-BCA' } },
    });
  });

  test('with recipients lost in our copy shows no differences', () => {
    const [event] = eventsOf(register({ recipients: { grade: 'notInCopy' } }));
    expect(event!.data).toMatchObject({ differences: [] });
  });

  test('is registered by a clerk of the issuer or an operator, not by another agency', () => {
    expect(codeOf(register({}, [ACK], OPERATOR))).toBe('accepted');
    expect(codeOf(register({}, [ACK], { ...CLERK, unit: 'ubnd-thanh-hoa' }))).toBe(
      'actor.not-allowed',
    );
    expect(codeOf(register({}, [ACK], { ...CLERK, role: 'auditor' }))).toBe('actor.not-allowed');
  });

  test('is registered once', () => {
    expect(codeOf(drafted().ask('RegisterDirective', { draft: DRAFT, duties: [] }))).toBe(
      'directive.draft',
    );
  });
});

describe('amending a draft', () => {
  test('keeps the grounds of what does not change', () => {
    const scene = drafted();
    const decision = { value: 'v11', reason: 'phân công lại', duty: null } as const;
    scene.ask('AmendDraft', { changes: { monitoringBody: notStated }, reason: 'đọc lại' });
    scene.ask('DecideValue', { ...decision, field: 'monitoringBody' }, { by: LEADER });
    const changes = { abstract: stated('Về phong trào') };
    expect(typesOf(scene.ask('AmendDraft', { changes, reason: 'trích yếu' }))).toEqual([
      'DraftAmended',
    ]);
    expect(scene.state.draft).toMatchObject({
      abstract: { value: 'Về phong trào' },
      monitoringBody: { grade: 'decided', value: 'v11', by: LEADER },
    });
  });

  test('may not take a task away from its duty', () => {
    const scene = drafted([REPORT]);
    const changes = { tasks: [DRAFT.tasks[0]!] };
    expect(codeOf(scene.ask('AmendDraft', { changes, reason: 'gộp' }))).toBe(
      'directive.unknown-task',
    );
  });

  test('needs a reason', () => {
    expect(codeOf(drafted().ask('AmendDraft', { changes: {}, reason: ' ' }))).toBe(
      'reason.missing',
    );
  });
});
