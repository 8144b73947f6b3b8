/** The units of a round with what each handed in and how it stands. */
import { STANDING } from '../../../libs/contracts';
import type { ObligationRow } from '../../../libs/readmodel';
import type { Screen } from '../screen';

export function unitTable(screen: Screen, rows: readonly ObligationRow[]): void {
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Mã', 'Id'],
      ['Hạn', 'Due'],
      ['Gửi lúc', 'Submitted'],
      ['Chấp nhận lúc', 'Accepted'],
      ['Tình trạng', 'Standing'],
    ],
    rows.map((it) => [
      ownerText(screen, it),
      it.unit,
      screen.time(it.dueAt),
      screen.time(it.submittedAt),
      screen.time(it.acceptedAt),
      STANDING[it.standing][screen.lang],
    ]),
  );
}

/** The name it was opened under, and who owes it now. */
function ownerText(screen: Screen, it: ObligationRow): string {
  const name = screen.text(it.unitName, it.unit);
  if (it.blocked !== null) {
    return `${name}\n  ${screen.say('(chưa có đơn vị kế thừa)', '(without an heir)')}`;
  }
  if (it.owner === it.unit) return name;
  return `${name}\n  → ${screen.text(it.ownerName, it.owner)}`;
}
