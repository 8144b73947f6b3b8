/** The directive's force: suspension, resumption and the ways in which it ends. */
import {
  ACK,
  convened,
  convening,
  CLERK,
  ISSUED_AT,
  issued,
  next,
  period,
  V28_DESK,
} from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM, typesOf } from '../testing/scene';
import { directiveLifecycle } from './lifecycle';
import type { DirectiveCommandType, DirectiveStatus } from './types';

const reason = 'theo văn bản mới';
const OPEN = { duty: 'ack', period: 'once', shard: 0 };

describe('suspension', () => {
  test('names the open shards, and the directive wakes for nothing while it lasts', () => {
    const scene = issued();
    const plan = next('once', '2014-09-01T01:00:00.000Z');
    scene.ask('PlanRound', { duty: 'ack', after: null }, { by: SYSTEM, plan });
    scene.ask('SuspendDirective', { reason, document: null });
    expect(scene.nextWakeup).toBeNull();
    expect(eventsOf(convened().ask('SuspendDirective', { reason, document: null }))).toMatchObject([
      { type: 'DirectiveSuspended', data: { shards: [OPEN] } },
    ]);
  });

  test('does not name a shard that is closed already', () => {
    const scene = convened();
    const late = { duty: 'ack', period: period('once'), late: ['cat-moi'] };
    scene.ask('ConveneRound', late, { by: SYSTEM, plan: convening(['cat-moi']) });
    scene.ask('NoteShardClosed', OPEN, { by: SYSTEM });
    const [event] = eventsOf(scene.ask('SuspendDirective', { reason, document: null }));
    expect(event!.data).toMatchObject({ shards: [{ duty: 'ack', period: 'once', shard: 1 }] });
  });

  test('ends with every duty planned anew, and with new due dates where they are set', () => {
    const scene = convened();
    scene.ask('SuspendDirective', { reason, document: null });
    const newDueDates = [{ duty: 'ack', period: 'once', date: '2014-09-30' }];
    const [event] = eventsOf(scene.ask('ResumeDirective', { reason, newDueDates }));
    expect(event).toMatchObject({
      type: 'DirectiveResumed',
      data: { newDueDates, shards: [OPEN], replan: [{ duty: 'ack', request: null }] },
    });
    expect(scene.state.status).toBe('issued');
  });

  test('sets new due dates only for open rounds, and not in the past', () => {
    const scene = convened();
    scene.ask('SuspendDirective', { reason, document: null });
    const resume = (period: string, date: string) =>
      codeOf(
        scene.ask('ResumeDirective', { reason, newDueDates: [{ duty: 'ack', period, date }] }),
      );
    expect(resume('2019', '2014-09-30')).toBe('round.not-open');
    expect(resume('once', '2014-08-01')).toBe('due.before-opening');
  });

  test('still lets a value be decided and a closed shard be noted', () => {
    const scene = convened();
    scene.ask('SuspendDirective', { reason, document: null });
    expect(typesOf(scene.ask('NoteShardClosed', OPEN, { by: SYSTEM }))).toContain('RoundCompleted');
    expect(codeOf(scene.ask('AddAddressee', { unit: 'x', reason }))).toBe('directive.suspended');
  });
});

describe('the end', () => {
  const endings = [
    ['SupersedeDirective', 'superseded', { by: '06/CT-BCA-V05' }],
    ['RevokeDirective', 'revoked', { document: null }],
    ['RecallDirective', 'recalled', {}],
    ['ConcludeDirective', 'concluded', {}],
  ] as const;

  test.each(endings)('%s names the open shards and needs a reason', (type, status, more) => {
    const scene = convened();
    expect(codeOf(scene.ask(type, { ...more, reason: '' } as never))).toBe('reason.missing');
    const [event] = eventsOf(scene.ask(type, { ...more, reason } as never));
    expect(event!.data).toMatchObject({ shards: [OPEN] });
    expect(scene.state.status).toBe(status);
    expect(scene.nextWakeup).toBeNull();
  });

  test('a revoked directive is changed no more, and the refusal says that it is revoked', () => {
    const scene = issued();
    scene.ask('RevokeDirective', { reason, document: null });
    const refused = scene.ask('SetUpDuty', { duty: ACK });
    expect(refused).toMatchObject({
      rejection: { code: 'directive.revoked', params: { command: 'SetUpDuty' } },
    });
  });

  test('is for the issuer alone', () => {
    expect(
      codeOf(issued().ask('RevokeDirective', { reason, document: null }, { by: V28_DESK })),
    ).toBe('actor.not-allowed');
  });
});

describe('a directive in force', () => {
  test('is corrected in form by a letter, without leaving its number', () => {
    const scene = issued();
    const letter = { reason: 'lỗi chính tả', document: '123/BCA-V28' };
    const correct = (field: 'abstract' | 'symbol' | 'date' | 'signer', value: string) =>
      codeOf(scene.ask('CorrectDirective', { field, value, ...letter }));
    expect(correct('symbol', '08/CT-BCA-V28')).toBe('symbol.number-differs');
    expect(correct('date', '15/8/2014')).toBe('date.invalid');
    expect(correct('symbol', '07/CT-BCA-V11')).toBe('accepted');
    expect(correct('signer', 'Thứ trưởng')).toBe('accepted');
    expect(correct('abstract', 'Về đẩy mạnh phong trào')).toBe('accepted');
    expect(correct('date', '2014-08-18')).toBe('accepted');
    expect(scene.state.issue).toMatchObject({
      symbol: '07/CT-BCA-V11',
      date: '2014-08-18',
      signer: { grade: 'decided', by: CLERK, value: { position: 'Thứ trưởng', capacity: 'head' } },
    });
    expect(scene.state.draft!.abstract).toMatchObject({ value: 'Về đẩy mạnh phong trào' });
  });

  test('is amended in content by a document that may change duties, once each', () => {
    const scene = issued();
    const amendment = { summary: 'thêm', document: '12/CT-BCA', reason };
    expect(codeOf(scene.ask('AmendDirective', { ...amendment, duties: [ACK, ACK] }))).toBe(
      'duty.duplicate',
    );
    const [event] = eventsOf(scene.ask('AmendDirective', { ...amendment, duties: [ACK] }));
    expect(event!.data).toMatchObject({ replan: [{ duty: 'ack', request: null }] });
    expect(scene.state.revisions['ack']).toBe(2);
  });

  test('has nothing due at a wake-up that nobody armed', () => {
    expect(codeOf(issued().ask('WakeUp', {}, { by: SYSTEM, at: ISSUED_AT }))).toBe(
      'wake-up.nothing-due',
    );
  });
});

test('every status of the life cycle refuses what its table lacks with a code of its own', () => {
  const statuses = Object.keys(directiveLifecycle.table) as DirectiveStatus[];
  const ends = statuses.filter((status) =>
    directiveLifecycle
      .actions(status)
      .every((type: DirectiveCommandType) => directiveLifecycle.next(status, type) === status),
  );
  expect(ends).toEqual(['superseded', 'revoked', 'recalled', 'concluded']);
});
