/** What the screen says while nobody has decided about a restore. */
import type { UndecidedRestore } from '../../libs/ledger';

export function readOnlyText({ since, seq }: UndecidedRestore): string {
  return (
    `khôi phục lúc ${since} đến dòng ${seq}, chỉ đọc / restored on ${since} up to entry ${seq}, reads only:\n` +
    '  npx dondoc restore confirm --checkpoint FILE (docs/operations.md)'
  );
}
