/** What people read of recognition at the end: each body's years, its rate or what is told, and whether the target is reached. */
import { boundText, percentText, shareText } from '../../libs/contracts';
import { valueOf } from '../../libs/domain';
import type { RecognitionYearRow } from '../../libs/readmodel';

export function recognitionLines(rows: readonly RecognitionYearRow[]): string[] {
  if (rows.length === 0) return [];
  const bodies = [...new Set(rows.map(({ authority }) => authority))];
  return [
    '',
    'Công nhận “An toàn về an ninh, trật tự” / Recognition',
    ...bodies.flatMap((body) => {
      const years = rows.filter(({ authority }) => authority === body);
      return [
        `  ${years[0]!.authorityName?.vi ?? body}`,
        ...years.map((row) => `    ${yearLine(row)}`),
      ];
    }),
  ];
}

function yearLine(row: RecognitionYearRow): string {
  const { year, rate, results, target } = row;
  const told = results.flatMap(({ result }) => {
    const share = valueOf(result);
    return share === undefined ? [] : `nguồn nêu / told: ${shareText(share).vi}`;
  });
  const own =
    rate.basisPoints === null
      ? []
      : `${rate.met}/${rate.of} = ${percentText(rate.basisPoints, 'vi')}`;
  const parts = [own, told].flat();
  const bound = target === null ? undefined : valueOf(target);
  return [
    `${year}  ${parts.join('; ') || 'chưa có giá trị / no value yet'}`,
    ...(bound === undefined
      ? []
      : [`chỉ tiêu / target: ${boundText(bound).vi}${reachedText(reachedOf(row))}`]),
  ].join('; ');
}

/** By the rate; where there is none, by what is told. */
function reachedOf({ reached, results }: RecognitionYearRow): boolean | null {
  return reached ?? results.find((it) => it.reached !== null)?.reached ?? null;
}

function reachedText(reached: boolean | null): string {
  if (reached === null) return '';
  return reached ? ', đạt / reached' : ', không đạt / not reached';
}
