/** The Party's directive, the two documents known at second hand, and the symbol that two issuers gave. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays, weekday } from '../../../libs/calendar';
import type { DirectiveDetail, ReportPage, TimelineRow } from '../../../libs/readmodel';
import { directiveState, roundsOf, upTo } from './book';
import { asIssued, silentDuties } from './drill-facts';
import { allOf, read, S2, S3, S4, type PlayedDrill } from './played-drill';

const FRIDAY = 5;
const ROOT = join(__dirname, '..', '..', '..');

/** 09-CT/TU of Thanh Hóa. */
export function testFactsOfS2(drill: () => PlayedDrill): void {
  test('is of Friday 30/12/2011, with 4 + 4 + 3 items numbered anew in each part', () => {
    const { draft, issue } = asIssued(drill(), S2);
    expect(issue).toMatchObject({ symbol: '09-CT/TU', number: 9, date: '2011-12-30' });
    expect(weekday('2011-12-30')).toBe(FRIDAY);
    const parts = draft!.tasks.map(({ key }) => key.split('.')[0]);
    expect(['I', 'II', 'III'].map((part) => parts.filter((it) => it === part).length)).toEqual([
      4, 4, 3,
    ]);
    expect(draft!.signer.grade).toBe('notInCopy');
  });

  test('cites three instruments, two, two and three times', () => {
    const { parents } = asIssued(drill(), S2).draft!;
    expect(parents.map(({ symbol, citations }) => [symbol, citations!.length])).toEqual([
      ['86-KL/TW', 2],
      ['48-CT/TW', 2],
      ['09-CT/TW', 3],
    ]);
  });

  test("has its number from the Party's series of a term, which is an assumption", () => {
    expect([...drill().book.keys()]).toContain(
      'series/ban-thuong-vu-tinh-uy-thanh-hoa/directive/2010-2015',
    );
  });

  test('is made known to the whole population, and nobody acknowledges it', () => {
    const { draft, duties } = asIssued(drill(), S2);
    expect(draft!.dissemination).toMatchObject({
      grade: 'stated',
      value: 'cán bộ, đảng viên và toàn thể nhân dân trong tỉnh',
    });
    expect(Object.values(duties).map(({ kind }) => kind)).not.toContain('acknowledge');
  });

  test('states how often and not since when, and no date of a programme', () => {
    expect(silentDuties(asIssued(drill(), S2))).toEqual({
      programme: ['to', 'due'],
      report: ['anchor', 'due'],
      inspection: ['cadence', 'due'],
    });
    const before = directiveState(upTo(drill().book, '2012-01-10T01:59:59.999Z'), S2);
    expect(Object.keys(before.rounds)).toEqual([]);
    expect(before.missing.report).toEqual(['due', 'anchor']);
  });

  test('has one reporter every six months, to the standing members', () => {
    const reports = roundsOf(drill().book, S2).filter(({ ref }) => ref.duty === 'report');
    expect(reports).toHaveLength(28);
    for (const { state } of reports) {
      expect(Object.keys(state.obligations)).toEqual(['van-phong-tinh-uy-thanh-hoa']);
      expect(state.heading!.to).toEqual(['thuong-truc-tinh-uy-thanh-hoa']);
    }
  });

  test('its inspections are facts with a report or without: no round was ever opened for them', async () => {
    const { occurrences, duties } = await detail(drill(), S2);
    expect(
      occurrences.map(({ data }) => 'report' in data && [data.when, data.report.grade]),
    ).toEqual([
      [expect.objectContaining({ grade: 'assumed', value: '2013-05-21' }), 'assumed'],
      [expect.objectContaining({ grade: 'assumed', value: '2017-09' }), 'notStated'],
    ]);
    expect(duties.find(({ duty }) => duty.id === 'inspection')).toMatchObject({
      missing: ['cadence', 'due'],
      next: null,
    });
  });
}

/** 04/CT-UBND of Hậu Giang, from a press notice. */
export function testFactsOfS3(drill: () => PlayedDrill): void {
  test('is of 18/03/2021, known from a notice of 23/03, with 4 unnumbered tasks and 6 classes', () => {
    const { draft, issue } = asIssued(drill(), S3);
    expect(issue).toMatchObject({ symbol: '04/CT-UBND', date: '2021-03-18' });
    expect(draft!.sources).toMatchObject([{ kind: 'pressNotice', complete: false }]);
    expect([draft!.tasks.length, draft!.addressees.length, draft!.parents.length]).toEqual([
      4, 6, 0,
    ]);
    expect(upTo(drill().book, '2021-03-23T00:59:59.999Z').has(`directive/${S3}`)).toBe(false);
  });

  test('its signer is not in our copy; lead, reporting and review are not stated', () => {
    const { draft, duties } = asIssued(drill(), S3);
    expect(draft!.signer.grade).toBe('notInCopy');
    expect([draft!.monitoringBody, ...draft!.tasks.map(({ lead }) => lead)]).toEqual(
      Array(5).fill({ grade: 'notStated' }),
    );
    const silent = ['owes', 'to', 'cadence', 'due'];
    expect(silentDuties(asIssued(drill(), S3))).toEqual({ report: silent, review: silent });
    expect(Object.keys(duties)).toEqual(['report', 'review']);
  });

  test('two criteria are to be considered, one in its own words; neither is a classification', () => {
    const criteria = asIssued(drill(), S3).draft!.criteriaToConsider!;
    expect(criteria).toMatchObject([
      { grade: 'stated', quote: expect.stringMatching(/^Xem xét lấy hiệu quả/) },
      { grade: 'inferred' },
    ]);
    const events = [...drill().book.values()].flat().map(({ type }) => type);
    expect(events.filter((type) => type.includes('UnitClassified'))).toEqual([]);
  });

  test('no round ever opens, not even an acknowledgement', () => {
    expect(roundsOf(drill().book, S3)).toEqual([]);
    const { next, missing } = directiveState(drill().book, S3);
    expect([next, Object.keys(missing).sort()]).toEqual([{}, ['report', 'review']]);
  });
}

/** The press report of a five-year review. */
export function testFactsOfS1(drill: () => PlayedDrill): void {
  test('tells of a plan 88 days after the directive, a conference of a month, and 10 of 10', async () => {
    const { occurrences, sources } = await detail(drill(), S4);
    expect(occurrences.map(({ type, data }) => [type, data.when])).toMatchObject([
      ['ResultRecorded', { grade: 'stated', value: '2014-11-11' }],
      ['ConferenceHeld', { grade: 'stated', value: '2014-12' }],
      ['ResultRecorded', { grade: 'stated', value: '2014-12-31' }],
    ]);
    expect(addDays('2014-08-15', 88)).toBe('2014-11-11');
    expect(occurrences[2]).toMatchObject({ data: { result: { reached: 10, of: 10 } } });
    expect(sources.map(({ kind }) => kind)).toEqual(['fullText', 'reviewReport']);
  });

  test('does not name the province: Bình Thuận is an inference', async () => {
    for (const { data } of (await detail(drill(), S4)).occurrences) {
      expect([data.by, data.where]).toMatchObject([
        { grade: 'inferred', value: 'bcd-binh-thuan' },
        { grade: 'inferred', value: 'tỉnh Bình Thuận' },
      ]);
    }
  });

  test('was known from 26/11/2019 on and not before, and asked nothing of anybody', async () => {
    const asOf = (instant: string) =>
      read<ReportPage>(new URL(`/v1/report/${S4}?asOf=${instant}`, drill().addresses.api));
    const before = await asOf('2019-11-26T08:59:59.999Z');
    expect(before.occurrences).toEqual([]);
    expect((await asOf('2019-11-26T23:59:59.999Z')).occurrences).toHaveLength(3);
    const then = await allOf<TimelineRow>(drill().addresses.api, `/v1/timeline?directive=${S4}`);
    const told = then.filter(({ type }) => type === 'ConferenceHeld' || type === 'ResultRecorded');
    expect(told.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual(
      Array(3).fill('2019-11-26'),
    );
    for (const { state } of roundsOf(drill().book, S4)) {
      expect(Object.keys(state.obligations)).not.toContain('bcd-binh-thuan');
    }
  });
}

/** `04/CT-UBND` is of Thanh Hóa, 2018, and of Hậu Giang, 2021. */
export function testAmbiguity(drill: () => PlayedDrill): void {
  const SYMBOL = encodeURIComponent('04/CT-UBND');
  const DOORS = [
    `/v1/directives/${SYMBOL}`,
    `/v1/report/${SYMBOL}`,
    ...['timeline', 'documents', 'assumptions', 'rounds', 'obligations', 'upcoming'].map(
      (list) => `/v1/${list}?directive=${SYMBOL}`,
    ),
  ];
  const both = [
    /d-04-ct-ubnd-th \(UBND tỉnh Thanh Hóa, 02\/04\/2018\)/,
    /d-04-ct-ubnd-hg \(UBND tỉnh Hậu Giang, 18\/03\/2021\)/,
  ];

  test.each(DOORS)('%s asks which, and with the issuer it knows', async (door) => {
    const url = new URL(door, drill().addresses.api);
    const answer = await fetch(url);
    const problem = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, problem.code]).toEqual([409, 'symbol.ambiguous']);
    for (const one of both) expect(problem.detail).toMatch(one);
    url.searchParams.set('issuer', 'UBND tỉnh Hậu Giang');
    expect((await fetch(url)).status).toBe(200);
  });

  test.each([
    [['directive', 'show', '04/CT-UBND']],
    [['history', '04/CT-UBND']],
    [['report', '04/CT-UBND']],
    [['assumptions', '--directive', '04/CT-UBND']],
    [['round', 'list', '--directive', '04/CT-UBND']],
  ])('`dondoc %j` asks which, and takes --issuer', (args) => {
    const asked = () => dondoc(drill(), args);
    for (const one of both) expect(asked).toThrow(one);
    expect(() => dondoc(drill(), [...args, '--issuer', 'ubnd-tinh-thanh-hoa'])).not.toThrow();
  });
}

function detail({ addresses }: PlayedDrill, directive: string): Promise<DirectiveDetail> {
  return read<DirectiveDetail>(new URL(`/v1/directives/${directive}`, addresses.api));
}

/** Throws what it printed on standard error. */
function dondoc({ addresses }: PlayedDrill, args: readonly string[]): string {
  const command = [join(ROOT, 'bin', 'dondoc.mjs'), '--api', addresses.api, ...args];
  return execFileSync('node', command, { encoding: 'utf8', stdio: 'pipe' });
}
