/** The four official buckets and what stands outside them, as columns of a table or as one line. */
import { STANDING } from '../../../libs/contracts';
import type { Standing } from '../../../libs/domain';
import type { Counts } from '../../../libs/readmodel';
import type { Screen, Words } from '../screen';

/** Short heads for columns; the full words stand in the legend. */
export const BUCKET_HEADS: readonly Words[] = [
  ['Xong đúng hạn', 'Done on time'],
  ['Xong quá hạn', 'Done late'],
  ['Chưa, trong hạn', 'Open on time'],
  ['Chưa, quá hạn', 'Open late'],
  ['Ngoài', 'Outside'],
];

const OUTSIDE: readonly Standing[] = [
  'noDueDate',
  'waived',
  'notApplicable',
  'suspended',
  'cancelled',
];

export function outside(counts: Counts): number {
  return OUTSIDE.reduce((sum, standing) => sum + counts[standing], 0);
}

export function bucketCells(counts: Counts): number[] {
  const { doneOnTime, doneLate, openOnTime, openLate } = counts;
  return [doneOnTime, doneLate, openOnTime, openLate, outside(counts)];
}

/** Every standing that has somebody in it, with the total as denominator. */
export function countLines(screen: Screen, counts: Counts): void {
  const standings = Object.keys(STANDING) as Standing[];
  const shown = standings.filter((it) => counts[it] > 0 || !OUTSIDE.includes(it));
  screen.table(
    [['Tình trạng', 'Standing'], screen.number(['Số', 'Number']), screen.number(['Tỷ lệ', 'Rate'])],
    [
      ...shown.map((it) => [STANDING[it][screen.lang], counts[it], rate(counts[it], counts.total)]),
      [screen.say('Tổng số', 'Total'), counts.total, ''],
    ],
  );
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
