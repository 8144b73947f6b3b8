/** Recognition in the drill: what the report of the review tells, and two invented years of forty subjects. */
import { deciderOf, foldAll, type RecognitionState } from '../../../libs/domain';
import type {
  RecognitionDetail,
  RecognitionSubjectRow,
  RecognitionYearRow,
} from '../../../libs/readmodel';
import { expectedRecognition } from '../../../samples';
import { decidedIn } from './book';
import { allOf, read, type PlayedDrill } from './played-drill';

const BODY = 'ubnd-tinh-thanh-hoa';
const TOLD_OF = 'bcd-binh-thuan';

export function testRecognition(drill: () => PlayedDrill): void {
  testFigures(drill, askOf(drill));
  testInvented(askOf(drill));
  testRest(drill, askOf(drill));
}

function askOf(drill: () => PlayedDrill) {
  const api = () => drill().addresses.api;
  return {
    years: () => allOf<RecognitionYearRow>(api(), '/v1/recognition'),
    subjects: (authority: string, year: number) =>
      allOf<RecognitionSubjectRow>(api(), `/v1/recognition/${authority}/${year}/subjects`),
    detail: (authority: string, year: number) =>
      read<RecognitionDetail>(new URL(`/v1/recognition/${authority}/${year}`, api())),
  };
}

type Ask = ReturnType<typeof askOf>;

function testFigures(drill: () => PlayedDrill, { years, detail }: Ask): void {
  test('every body and year is as expected', async () => {
    const played = (await years()).map(({ authority, year, counts, rate, reached, results }) => ({
      ...{ authority, year, reached },
      ...{ registered: counts.registered, met: counts.met, notMet: counts.notMet },
      ...{ basisPoints: rate.basisPoints, told: results.length },
    }));
    expect(played).toEqual(expectedRecognition.map(({ norm: _norm, ...rest }) => rest));
  });

  test('the years that are told under 07/CT-BCA-V28 are found by it', async () => {
    const found = await allOf<RecognitionYearRow>(
      drill().addresses.api,
      `/v1/recognition?directive=${encodeURIComponent('07/CT-BCA-V28')}`,
    );
    expect(found.map(({ year }) => year)).toEqual([2014, 2015, 2016, 2017, 2018, 2019]);
  });

  test('more than 95 % in every year 2014–2019, with its quote and without a percentage', async () => {
    for (const year of [2014, 2015, 2016, 2017, 2018, 2019]) {
      const { results } = await detail(TOLD_OF, year);
      expect(results).toMatchObject([
        {
          result: {
            ...{ grade: 'stated', quote: 'hàng năm có trên 95%' },
            value: { kind: 'bound', comparator: '>', basisPoints: 9500 },
          },
          by: { grade: 'inferred' },
          directive: 'd-07-ct-bca-v28',
        },
      ]);
      expect(results[0]!.recordedAt.slice(0, 10)).toBe('2019-11-26');
    }
  });

  test('the target ahead is reached by 97.5 % and not by exactly 95.0 %', async () => {
    const of = async (year: number) => {
      const { rate, reached, target } = await detail(BODY, year);
      return { rate, reached, grade: target!.grade };
    };
    const rate = { of: 40 };
    expect(await of(2019)).toMatchObject({ rate: { ...rate, met: 39 }, reached: true });
    expect(await of(2020)).toMatchObject({ rate: { ...rate, met: 38 }, reached: false });
    expect((await of(2020)).grade).toBe('assumed');
  });

  test('the screen tells them', () => {
    for (const line of [
      '    2014  nguồn nêu / told: trên 95 %',
      '    2019  39/40 = 97,5 %; chỉ tiêu / target: trên 95 %, đạt / reached',
      '    2020  38/40 = 95 %; chỉ tiêu / target: trên 95 %, không đạt / not reached',
    ]) {
      expect(drill().standalone.said()).toContain(line);
    }
  });
}

function testInvented({ subjects: subjectsOf }: Ask): void {
  test('is by TT 23/2012, of which no checklist is held: no answers, nothing judged late', async () => {
    const subjects = await subjectsOf(BODY, 2019);
    expect(subjects).toHaveLength(40);
    for (const { norm, dossier, registration, decision } of subjects) {
      expect(norm.symbol).toBe('23/2012/TT-BCA');
      expect(dossier!.answers).toEqual([]);
      expect([registration.judged, decision!.judged]).toEqual(['notJudged', 'notJudged']);
    }
  });

  test('every invented subject, number and reason says that it is assumed', async () => {
    for (const one of await subjectsOf(BODY, 2020)) {
      const { name, reference, decisionNumber, reasons } = one;
      for (const text of [name!.vi, reference, decisionNumber!, reasons!]) {
        expect(text).toMatch(/giả định/);
      }
    }
  });
}

function testRest(drill: () => PlayedDrill, { years, detail, subjects: subjectsOf }: Ask): void {
  test('a norm follows the other on 10/02/2022, each with its source', async () => {
    const policies = await allOf<{ policy: { from: string; to: string | null; source: string } }>(
      drill().addresses.api,
      '/v1/policies?kind=recognitionNorm',
    );
    expect(policies.map(({ policy }) => [policy.from, policy.to]).sort()).toEqual([
      ['2012-04-27', '2022-02-09'],
      ['2022-02-10', '2025-06-30'],
      ['2025-07-01', null],
    ]);
    for (const { policy } of policies) expect(policy.source).toMatch(/^Thông tư/);
  });

  test('under TT 124/2021 its days come, and whoever acts in time is neither reminded nor mailed', async () => {
    // Seven working days before Thu 31/03 and Tue 15/11/2022; before Mon 31/03 and Sat 15/11/2025.
    const days = {
      2022: ['2022-03-22', '2022-03-31', '2022-11-04', '2022-11-19', '2022-11-21'],
      2025: ['2025-03-20', '2025-03-31', '2025-11-06', '2025-11-19', '2025-11-20'],
    };
    for (const [year, expected] of Object.entries(days)) {
      const { deadlines } = await detail(BODY, Number(year));
      expect(deadlines.map(({ at }) => at)).toEqual(expected.map((it) => `${it}T01:00:00.000Z`));
      for (const { what, units, undecided } of deadlines) {
        const missing = what === 'registrationEnds' ? [] : units;
        expect([what, missing, what.startsWith('decision') ? undecided : 0]).toEqual([what, [], 0]);
      }
    }
    const mails = await allOf(drill().addresses.api, `/v1/deliveries?authority=${BODY}`);
    expect(mails).toEqual([]);
  });

  test('a fold over the ledger says what the read tables say', async () => {
    for (const { authority, year } of await years()) {
      const decided = decidedIn(drill().book, `recognition/${authority}/${year}`);
      const { subjects } = foldAll(deciderOf('recognition/x/2020'), decided)
        .state as RecognitionState;
      const rows = await subjectsOf(authority, year);
      const shown = rows.map(({ unit, status, proposal }) => [unit, status, proposal]);
      const folded = Object.entries(subjects).map(([unit, it]) => [unit, it.status, it.proposal]);
      expect(shown).toEqual(folded.sort(([a], [b]) => (a! < b! ? -1 : 1)));
    }
  });
}
