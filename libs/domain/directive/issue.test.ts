/** Issue: the directive asks its series for a number and is issued or handed back. */
import {
  CLERK,
  DRAFT,
  drafted,
  LEADER,
  notStated,
  stated,
  V28_DESK,
} from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';
import type { DirectiveDraft, IssueData } from './types';

const ISSUE: IssueData = {
  symbol: null,
  date: '2014-08-15',
  signer: stated({ position: 'Bộ trưởng', capacity: 'head' }),
};

const issue = (changes: Partial<IssueData> = {}, draft: Partial<DirectiveDraft> = {}) =>
  drafted([], { ...DRAFT, ...draft }).ask('IssueDirective', { ...ISSUE, ...changes });

describe('issuing', () => {
  test('asks the series of issuer, type and year for the number that the text states', () => {
    expect(eventsOf(issue())).toEqual([
      {
        type: 'IssueRequested',
        data: {
          directive: 'd-07',
          issuer: 'bo-cong-an',
          series: 'series/bo-cong-an/directive/2014',
          date: '2014-08-15',
          signer: ISSUE.signer,
          urgency: notStated,
          number: 7,
          symbol: '07/CT-BCA-V28',
          symbolPattern: '{n}/CT-BCA-V28',
        },
      },
    ]);
  });

  test("asks a Party committee's series of its term, or the one without end", () => {
    const party = { grammar: 'party', symbol: stated('09-CT/T.U') } as const;
    const span = { numbering: { span: '2010-2015' } };
    expect(eventsOf(issue({}, party))[0]!.data).toMatchObject({
      series: 'series/bo-cong-an/directive/all',
      symbol: '09-CT/TU',
    });
    expect(eventsOf(issue(span, party))[0]!.data).toMatchObject({
      series: 'series/bo-cong-an/directive/2010-2015',
    });
  });

  test('lists a span of numbers that no source confirms among the assumptions', () => {
    const numbering = { span: '2010-2015', assumed: 'Hướng dẫn 36-HD/VPTW, chưa kiểm chứng' };
    const party = { grammar: 'party', symbol: stated('09-CT/T.U') } as const;
    expect(eventsOf(issue({ numbering }, party))[0]!.data).toMatchObject({
      assumptions: [{ code: 'series.assumed', source: numbering.assumed }],
    });
  });

  test('leaves the urgency as the text has it, unless whoever issues decides another', () => {
    const stamped = { urgency: stated('khan' as const) };
    const urgencyOf = (...how: Parameters<typeof issue>) => eventsOf(issue(...how))[0]!.data;
    expect(urgencyOf({})).toMatchObject({ urgency: notStated });
    expect(urgencyOf({}, stamped)).toMatchObject(stamped);
    expect(urgencyOf({ urgency: 'khan' }, stamped)).toMatchObject(stamped);
    const decided = { grade: 'decided', value: 'hoaToc', by: CLERK };
    expect(urgencyOf({ urgency: 'hoaToc' }, stamped)).toMatchObject({ urgency: decided });
  });

  test('makes the urgency that was decided part of the directive, and of no other value', () => {
    const scene = drafted();
    scene.ask('IssueDirective', { ...ISSUE, urgency: 'hoaToc' });
    expect(scene.state.draft).toEqual(DRAFT);
    scene.ask('ConfirmIssue', { number: 7, symbol: '07/CT-BCA-V28', series: 's' }, { by: SYSTEM });
    const urgency = expect.objectContaining({ grade: 'decided', value: 'hoaToc' });
    expect(scene.state.draft).toEqual({ ...DRAFT, urgency });
  });

  test('leaves the number to the series when none is stated, by the pattern of the issuer', () => {
    const numbering = { pattern: '{n}/CT-BCA-V28' };
    expect(eventsOf(issue({ numbering }, { symbol: notStated }))[0]!.data).toMatchObject({
      number: null,
      symbol: null,
      symbolPattern: '{n}/CT-BCA-V28',
    });
    expect(codeOf(issue({}, { symbol: notStated }))).toBe('symbol.pattern-missing');
    expect(codeOf(issue({ numbering: { pattern: 'CT' } }, { symbol: notStated }))).toBe(
      'symbol.pattern-missing',
    );
  });

  test('writes a bare number by the pattern', () => {
    const numbering = { pattern: '{n}/CT-UBND' };
    expect(
      eventsOf(issue({ symbol: '4', numbering }, { symbol: notStated }))[0]!.data,
    ).toMatchObject({ number: 4, symbol: '04/CT-UBND' });
    expect(codeOf(issue({ symbol: 'bốn' }, { symbol: notStated }))).toBe('symbol.unreadable');
  });

  test('does not contradict the date and the symbol that the text states', () => {
    expect(codeOf(issue({ date: '2014-08-16' }))).toBe('issue.date-differs');
    expect(codeOf(issue({ symbol: '08/CT-BCA-V28' }))).toBe('issue.symbol-differs');
    expect(codeOf(issue({ symbol: '07/CT-BCA' }))).toBe('accepted');
  });

  test('needs a date that exists and a signer whose grade stands on something', () => {
    expect(codeOf(issue({ date: '2014-02-30' }, { date: notStated }))).toBe('date.invalid');
    expect(codeOf(issue({ signer: { grade: 'notInCopy' } }))).toBe('accepted');
    const bare = { ...stated({ position: 'Bộ trưởng', capacity: 'head' as const }), quote: '' };
    expect(codeOf(issue({ signer: bare }))).toBe('value.ungrounded');
  });

  test('is for the issuer, not for the monitoring body', () => {
    const scene = drafted();
    expect(codeOf(scene.ask('IssueDirective', ISSUE, { by: V28_DESK }))).toBe('actor.not-allowed');
    expect(codeOf(scene.ask('IssueDirective', ISSUE, { by: LEADER }))).toBe('accepted');
  });
});

describe('the answer of the series', () => {
  const series = 'bo-cong-an/directive/2014';
  const symbol = '07/CT-BCA-V28';

  test('issues the directive, with every duty that is to be planned', () => {
    const scene = drafted();
    scene.ask('IssueDirective', ISSUE);
    const [event] = eventsOf(
      scene.ask('ConfirmIssue', { number: 7, symbol, series }, { by: SYSTEM }),
    );
    expect(event).toMatchObject({
      type: 'DirectiveIssued',
      data: { symbol, number: 7, duties: ['ack'], issuer: 'bo-cong-an' },
    });
    expect(scene.state.issue).toMatchObject({ symbol, number: 7, issuedAt: scene.at });
  });

  test('hands the directive back to the draft when the number is taken', () => {
    const scene = drafted();
    scene.ask('IssueDirective', ISSUE);
    scene.ask('HandBackIssue', { code: 'series.number-taken', symbol }, { by: SYSTEM });
    expect(scene.state).toMatchObject({ status: 'draft', issue: null });
    expect(codeOf(scene.ask('IssueDirective', ISSUE))).toBe('accepted');
  });

  test('is nobody else’s to give, and is about the number that was asked for', () => {
    const scene = drafted();
    scene.ask('IssueDirective', ISSUE);
    const answer = { number: 7, symbol, series };
    expect(codeOf(scene.ask('ConfirmIssue', answer, { by: CLERK }))).toBe('actor.not-allowed');
    expect(codeOf(scene.ask('ConfirmIssue', { ...answer, number: 8 }, { by: SYSTEM }))).toBe(
      'issue.number-differs',
    );
  });
});
