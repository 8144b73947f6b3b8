/** What a change set of units did to a round, as one sentence: from whom to whom, and what waits for an heir. */
import type { Text, Transferred } from '../../domain';
import { because, date, join, put, text, units, type Names } from './say';

export function transferSentence(data: Transferred, names: Names): Text {
  const { title, on, back, reason, moves, blocked } = data;
  const head = back
    ? put(
        'Hủy đợt sắp xếp “{}”{}: ',
        'Reorganisation “{}” undone{}: ',
        title,
        because(reason ?? ''),
      )
    : put('Sắp xếp “{}” từ {}: ', 'Reorganisation “{}” from {} on: ', title, date(on));
  const waiting = blocked.reduce((sum, one) => sum + one.units.length, 0);
  return join(
    head,
    moves.length === 0
      ? text('không có nghĩa vụ phải chuyển', 'nothing to transfer')
      : pairs(data, names),
    waiting === 0 ? '' : put('; {} chưa có đơn vị kế thừa', '; {} without an heir', units(waiting)),
    '.',
  );
}

/** Each pair of units once, with how many obligations when several. */
function pairs({ moves }: Transferred, names: Names): Text {
  const counted = new Map<string, { from: string; to: string; count: number }>();
  for (const { from, to } of moves) {
    const known = counted.get(`${from} ${to}`) ?? { from, to, count: 0 };
    counted.set(`${from} ${to}`, { ...known, count: known.count + 1 });
  }
  const all = [...counted.values()];
  const shown = all
    .slice(0, 3)
    .map(({ from, to, count }) =>
      put(
        count > 1 ? '{} nhận từ {} ({} nghĩa vụ)' : '{} nhận từ {}',
        count > 1 ? '{} takes over from {} ({} obligations)' : '{} takes over from {}',
        names(to),
        names(from),
        count,
      ),
    );
  const more = all.length - shown.length;
  return join(
    ...shown.flatMap((one, index) => (index === 0 ? [one] : [text('; ', '; '), one])),
    more > 0 ? put(' và {} đơn vị khác', ' and {} more', more) : '',
  );
}
