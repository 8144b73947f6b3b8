/** That a report below is due after the one it is part of is said with both dates, whatever was changed. */
import { DIRECTIVE_SENTENCES } from './directive-sentences';

const warnings = [
  {
    period: '2018',
    answers: { directive: 'd-07', duty: 'report' },
    from: { directive: 'd-04', duty: 'rollup' },
    above: '2018-12-18T10:00:00.000Z',
    below: '2018-12-25T10:00:00.000Z',
  },
];
const names = (unit: string) => ({ vi: unit, en: unit });
const duty = { title: { vi: 'Báo cáo', en: 'Report' } };

test('when a duty is set up, and when a value of it is decided', () => {
  const note =
    'Note: d-04~rollup is due 17:00 on 25/12/2018, after d-07~report, which it answers (17:00 on 18/12/2018).';
  const setUp = { duty, revision: 2, replan: [], warnings } as never;
  expect(DIRECTIVE_SENTENCES.DutySetUp(setUp, names)).toMatchObject({
    en: `The duty “Report” was set up. ${note}`,
  });
  const decided = { duty: 'rollup', field: 'due', reason: 'x', warnings } as never;
  const said = DIRECTIVE_SENTENCES.ValueDecided(decided, names);
  expect(said).toMatchObject({ en: expect.stringContaining(note) });
  expect(said).toMatchObject({
    vi: expect.stringContaining('d-04~rollup đến hạn 17:00 ngày 25/12/2018'),
  });
  const silent = DIRECTIVE_SENTENCES.DutySetUp(
    { ...(setUp as object), warnings: undefined } as never,
    names,
  );
  expect(silent).toMatchObject({ en: 'The duty “Report” was set up.' });
});

test('a link says whether the report below answers by itself or a person hands the draft in', () => {
  const from = { grade: 'stated', value: { directive: 'd-04', duty: 'rollup' } };
  const said = (manner: object | undefined) =>
    DIRECTIVE_SENTENCES.DutyLinked(
      { duty: 'report', unit: 'cat', from, reason: 'x', warning: null, manner } as never,
      names,
    ).en;
  expect(said({ reporters: 1, byItself: true })).toMatch(
    /\. One unit reports there: its accepted report answers by itself\.$/,
  );
  expect(said({ reporters: 27, byItself: false })).toMatch(
    /\. There report 27 units: none answers by itself, a person makes the consolidated draft and hands it in\.$/,
  );
  expect(said({ reporters: null, byItself: false })).toContain('There report units not known yet:');
  // Entries of an earlier day say nothing of it.
  expect(said(undefined)).not.toContain('by itself');
});
