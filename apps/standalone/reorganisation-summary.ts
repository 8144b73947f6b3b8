/** What people read of reorganisations at the end: how many units ended, how many obligations their heirs took over. */
import { localDateText, REORGANISATION_STATUS } from '../../libs/contracts';
import type { ReorganisationRow } from '../../libs/readmodel';
import { cut } from './columns';

export function reorganisationLines(rows: readonly ReorganisationRow[]): string[] {
  if (rows.length === 0) return [];
  return ['', 'Sắp xếp đơn vị / Reorganisations', ...rows.flatMap(linesOf)];
}

function linesOf({ title, on, ending, moved, status, withoutHeir }: ReorganisationRow): string[] {
  const figures = [
    `đơn vị kết thúc / units ended: ${ending}`,
    `nghĩa vụ chuyển giao / obligations moved: ${moved}`,
  ];
  const { vi, en } = REORGANISATION_STATUS[status];
  const waiting =
    withoutHeir.length > 0 ? `; chưa có kế thừa / no heir: ${withoutHeir.length}` : '';
  return [
    cut(`  ${localDateText(on)}  ${title}`),
    cut(`    ${figures.join('; ')}`),
    ...(status === 'completed' ? [] : [cut(`    ${vi} / ${en}${waiting}`)]),
  ];
}
