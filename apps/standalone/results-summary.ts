/** What people read of each directive beside its rounds: ratios that were reported, reviews held, indicators, criteria. */
import { localDateText } from '../../libs/contracts';
import { valueOf } from '../../libs/domain';
import type {
  DirectiveDetail,
  Indicators,
  Reads,
  ReviewDetail,
  Summary,
} from '../../libs/readmodel';
import { cut } from './columns';

/** Of one directive. */
export type Results = {
  readonly directive: DirectiveDetail;
  /** Those whose conference was held. */
  readonly held: readonly ReviewDetail[];
  readonly indicators: Indicators['items'];
};

/** The newest values of an indicator; the others stand in `dondoc indicator list`. */
const NEWEST = 2;

export function resultLines(
  rows: Summary['directives'],
  results: readonly Results[],
  numbered: (row: Summary['directives'][number], index: number) => string,
): string[] {
  const lines = rows.flatMap((row, index) => {
    const found = results.find(({ directive }) => directive.directive === row.directive);
    const told = found
      ? [ratios(found), reviews(found), values(found), criteria(found)].flat()
      : [];
    return told.length === 0 ? [] : [numbered(row, index), ...told.map((it) => cut(`   ${it}`))];
  });
  if (lines.length === 0) return [];
  return ['', 'Kết quả, chỉ tiêu, tiêu chí / Results, indicators, criteria', ...lines];
}

function ratios({ directive: { occurrences } }: Results): string[] {
  return occurrences.flatMap((it) => {
    if (it.type !== 'ResultRecorded' || it.data.result.kind !== 'ratio') return [];
    const { reached, of, title } = it.data.result;
    return [`${reached}/${of} đến / by ${day(valueOf(it.data.when))}: ${title.vi}`];
  });
}

function reviews({ held }: Results): string[] {
  return held.flatMap(({ conference, conclusionRows }) => {
    if (conference === null) return [];
    const delegates = valueOf(conference.attendance)?.delegates;
    return [
      `sơ kết / review ${day(valueOf(conference.when))}: ${delegates ?? '–'} đại biểu / delegates; ` +
        `${conclusionRows.length} kết luận / conclusions`,
    ];
  });
}

function values({ indicators }: Results): string[] {
  return indicators.flatMap(({ indicator, values: all }) =>
    all.slice(-NEWEST).map(({ period, numerator, denominator, reached }) => {
      const verdict =
        reached === null ? '' : reached ? ', đạt / reached' : ', chưa đạt / not reached';
      return `${period.id}: ${numerator}/${denominator}${verdict}: ${indicator.title.vi}`;
    }),
  );
}

function criteria({ directive: { draft } }: Results): string[] {
  const count = draft.criteriaToConsider?.length ?? 0;
  return count === 0 ? [] : [`tiêu chí để xem xét / criteria to consider: ${count}`];
}

function day(date: string | undefined): string {
  return date === undefined ? '–' : (localDateText(date) ?? date);
}

/** What each directive came to, asked of the read model. */
export async function resultsOf(reads: Reads, { directives, now }: Summary): Promise<Results[]> {
  const all = directives.map(async ({ directive: id }) => {
    const directive = (await reads.directive(id))!;
    const called = await reads.reviews(id);
    const reviews = await Promise.all(called.map(({ review }) => reads.review(id, review)));
    const { items } = await reads.indicators({ directive: id }, now);
    return { directive, held: reviews.filter((it) => it !== null), indicators: items };
  });
  return Promise.all(all);
}
