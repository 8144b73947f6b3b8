/** A whole life by the deciders, the kernel's step and the reactions alone: only dates are put in by hand. */
import type { Json } from '../kernel';
import {
  ACK,
  CLERK,
  convening,
  DRAFT,
  ISSUED_AT,
  next,
  ON_REQUEST,
  stated,
} from '../testing/directive-07';
import { Office } from '../testing/office';
import type { DirectiveState, RoundState } from '../index';

const D07 = 'directive/d-07';

/** What the way in would attach: the acknowledgement opens at once, a request at once, nothing else follows. */
function planFor(type: string, data: Json, at: string): unknown {
  const { duty, request, after, late } = data as {
    duty?: string;
    request?: number;
    after?: string | null;
    late?: string[];
  };
  if (type === 'PlanRound' && request !== undefined) return next(`req-${request}`, at);
  if (type === 'PlanRound') {
    return duty === 'ack' && after === null ? next('once', at) : { revision: 1, kind: 'none' };
  }
  if (type !== 'ConveneRound') return undefined;
  return convening(late ?? ['cat-hau-giang', 'cat-thanh-hoa'], '2014-08-25T10:00:00.000Z');
}

function issuedAndOpen(): Office {
  const office = new Office(planFor);
  const by = CLERK;
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const issue = { symbol: null, date: '2014-08-15', signer, urgency: 'normal' };
  office.ask(
    D07,
    'RegisterDirective',
    { draft: DRAFT, duties: [ACK, ON_REQUEST] },
    { at: ISSUED_AT, by },
  );
  office.ask(D07, 'IssueDirective', issue, { at: ISSUED_AT, by });
  return office;
}

const at = '2014-08-20T02:00:00.000Z';
const by = CLERK;
const round = (path: string) => `${D07}/round/${path}`;

test('issue alone leads over the series to an open round, with the due times that were planned', () => {
  const office = issuedAndOpen();
  const directive = office.state<DirectiveState>(D07);
  expect(directive).toMatchObject({
    status: 'issued',
    issue: { symbol: '07/CT-BCA-V28' },
    next: {},
    due: {},
  });
  expect(office.state<RoundState>(round('ack/once/0'))).toMatchObject({
    status: 'open',
    openedAt: ISSUED_AT,
    obligations: { 'cat-hau-giang': { status: 'open' }, 'cat-thanh-hoa': { status: 'open' } },
  });
});

test('a report asked for opens a round of its own, and a late addressee a shard in each open round', () => {
  const office = issuedAndOpen();
  office.ask(D07, 'RequestReport', { duty: 'adhoc', dueDate: null, reason: 'hỏi' }, { at, by });
  office.ask(D07, 'AddAddressee', { unit: 'cat-moi', reason: 'sót' }, { at, by });
  expect([...office.streams.keys()].filter((stream) => stream.includes('/round/')).sort()).toEqual([
    round('ack/once/0'),
    round('ack/once/1'),
    round('adhoc/req-1/0'),
    round('adhoc/req-1/1'),
  ]);
});

test('what happens to the directive happens to its rounds', () => {
  const office = issuedAndOpen();
  const reason = 'chờ văn bản mới';
  office.ask(D07, 'SuspendDirective', { reason, document: null }, { at, by });
  expect(office.state<RoundState>(round('ack/once/0')).status).toBe('suspended');
  office.ask(D07, 'RevokeDirective', { reason, document: null }, { at, by });
  expect(office.state<RoundState>(round('ack/once/0')).status).toBe('cancelled');
});

test('a concluded directive closes its rounds, and they are completed', () => {
  const office = issuedAndOpen();
  office.ask(D07, 'ConcludeDirective', { reason: 'đã tổng kết' }, { at, by });
  expect(office.state<RoundState>(round('ack/once/0')).status).toBe('closed');
  expect(office.state<DirectiveState>(D07).rounds['ack~once']).toMatchObject({ completed: true });
});

test('a second directive that states the same number is handed back', () => {
  const office = issuedAndOpen();
  const other = 'directive/d-08';
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  office.ask(other, 'RegisterDirective', { draft: DRAFT, duties: [] }, { at, by });
  const issue = { symbol: null, date: '2014-08-15', signer, urgency: 'normal' };
  office.ask(other, 'IssueDirective', issue, { at, by });
  expect(office.state<DirectiveState>(other)).toMatchObject({ status: 'draft', issue: null });
});
