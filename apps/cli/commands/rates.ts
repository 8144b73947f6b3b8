/** `dondoc rates`: completeness, timeliness and the three official rates, by whatever is asked. */
import { UNIT_KIND, type RatesBy } from '../../../libs/contracts';
import type { Rate, Rates, RatesRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen, Words } from '../screen';

export type RatesOptions = {
  readonly by: RatesBy;
  readonly directive?: string;
  readonly issuer?: string;
  readonly duty?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly superior?: string;
  readonly asOf?: string;
};

const HEADS: { readonly [by in RatesBy]: Words } = {
  all: ['Phạm vi', 'Scope'],
  directive: ['Chỉ thị', 'Directive'],
  duty: ['Nghĩa vụ', 'Duty'],
  period: ['Kỳ', 'Period'],
  unit: ['Đơn vị', 'Unit'],
  kind: ['Loại đơn vị', 'Kind of unit'],
  superior: ['Cấp trên', 'Superior'],
};

const COLUMNS: readonly Words[] = [
  ['Phải thực hiện', 'Owed'],
  ['Đã gửi', 'Handed in'],
  ['Gửi đúng hạn', 'In time'],
  ['Xong đúng hạn', 'Done on time'],
  ['Xong quá hạn', 'Done late'],
  ['Chưa xong, quá hạn', 'Unfinished, late'],
];

export async function rates(context: Context, options: RatesOptions): Promise<void> {
  const { client, screen } = context;
  const { directive: name, issuer, ...asked } = options;
  const directive = name && (await directiveOf(context, name, issuer)).directive;
  const page = await client.get<Rates>('/v1/rates', { ...asked, directive });
  screen.result(page, () => {
    screen.title('Tỷ lệ thực hiện', 'Rates');
    screen.line(`${screen.say('Tính đến', 'As of')} ${screen.time(page.asOf)} (UTC+7)`);
    screen.table(
      [HEADS[page.by], ...COLUMNS.map((it) => screen.number(it))],
      page.rows.map((row) => [
        nameOf(screen, page.by, row),
        row.owed,
        ...[row.completeness, row.timeliness, row.onTime, row.late, row.unfinishedLate].map(cell),
      ]),
    );
    notes(screen, page.by, page.rows);
  });
}

function nameOf(screen: Screen, by: RatesBy, { key, name }: RatesRow): string {
  if (by === 'all') return screen.say('tất cả', 'all');
  if (key === null) return screen.say('(không rõ)', '(not known)');
  if (by === 'period' && key === 'once') return screen.say('đợt một lần', 'the only round');
  if (by === 'kind' && Object.hasOwn(UNIT_KIND, key)) return screen.text(UNIT_KIND[key]);
  return name === null ? key : screen.text(name);
}

function cell({ part, percent }: Rate): string {
  return percent === null ? '–' : `${part} (${percent.toFixed(1)}\u00a0%)`;
}

/** What the denominator is, and who stands beside it. */
function notes(screen: Screen, by: RatesBy, rows: readonly RatesRow[]): void {
  const sum = (of: (row: RatesRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const later = sum(({ joinedLater }) => joinedLater);
  const released = sum(({ counts }) => counts.waived + counts.notApplicable + counts.cancelled);
  screen.prose(
    screen.say(
      'Mẫu số là số phải thực hiện khi mở đợt, không đổi về sau.',
      'Each rate is over what was owed at the opening of the round, whatever came later.',
    ),
  );
  if (released > 0) {
    screen.prose(
      screen.say(
        `Trong đó được miễn, không thuộc đối tượng hoặc đã hủy về sau: ${released}.`,
        `Among them waived, not applicable or cancelled later: ${released}.`,
      ),
    );
  }
  const moved = sum((row) => row.transferredOut);
  const taken = sum((row) => row.transferredIn);
  if (moved + taken > 0) {
    screen.prose(
      screen.say(
        `Khi sắp xếp đơn vị: chuyển đi ${moved}, nhận về ${taken}; vẫn tính theo tên lúc mở đợt.`,
        `By reorganisation: ${moved} handed on, ${taken} taken over; still counted under the name at the opening.`,
      ),
    );
    if (by === 'unit') transfers(screen, rows);
  }
  if (later > 0) {
    screen.prose(
      screen.say(
        `Bổ sung sau khi mở đợt, không tính vào tỷ lệ: ${later}.`,
        `Joined after the opening, in no rate: ${later}.`,
      ),
    );
  }
}

/** Of each unit what it handed on, and what it took over. */
function transfers(screen: Screen, rows: readonly RatesRow[]): void {
  screen.table(
    [
      HEADS.unit,
      screen.number(['Chuyển đi', 'Handed on']),
      screen.number(['Nhận về', 'Taken over']),
    ],
    rows
      .filter((row) => row.transferredIn + row.transferredOut > 0)
      .map((row) => [nameOf(screen, 'unit', row), row.transferredOut, row.transferredIn]),
    '  ',
  );
}
