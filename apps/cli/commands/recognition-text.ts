/** What the list and the page of a year say alike: whether a target is reached, what is told, what a rate is of. */
import { shareText } from '../../../libs/contracts';
import type {
  EndedUnit,
  RecognitionResultRow,
  RecognitionSubjectRow,
} from '../../../libs/readmodel';
import type { Screen } from '../screen';

export function reachedText(screen: Screen, reached: boolean | null): string {
  if (reached === null) return '';
  return `: ${reached ? screen.say('đạt', 'reached') : screen.say('không đạt', 'not reached')}`;
}

export function toldText(screen: Screen, { result, reached }: RecognitionResultRow): string {
  const told = screen.graded(result, (share) => shareText(share)[screen.lang]);
  return told + reachedText(screen, reached);
}

/** ` (kết thúc 01/07/2025, do Xã B tiếp nhận)`; nothing of a unit that is still there. */
export function endedText(screen: Screen, ended: EndedUnit | null | undefined): string {
  if (!ended) return '';
  const on = screen.time(ended.on);
  if (ended.heir === null) {
    return screen.say(
      ` (kết thúc ${on}, chưa xác định nơi tiếp nhận)`,
      ` (ended ${on}, nobody is named to take over)`,
    );
  }
  const heir = screen.text(ended.heirName, ended.heir);
  return screen.say(
    ` (kết thúc ${on}, do ${heir} tiếp nhận)`,
    ` (ended ${on}, taken over by ${heir})`,
  );
}

/** ` (đăng ký cả tại UBND tỉnh B)`: a unit strives once a year, with one body. */
export function elsewhereText(
  screen: Screen,
  { elsewhere = [] }: Pick<RecognitionSubjectRow, 'elsewhere'>,
): string {
  if (elsewhere.length === 0) return '';
  const bodies = elsewhere.map(({ authority, name }) => screen.text(name, authority)).join(', ');
  return screen.say(` (đăng ký cả tại ${bodies})`, ` (registered with ${bodies} as well)`);
}

/** Why it was decided so; of a missing dossier, what shows it. */
export function reasonText(screen: Screen, row: RecognitionSubjectRow): string {
  if (!row.noDossier) return row.reason ?? row.reasons ?? '–';
  const { status, last } = row.noDossier;
  const until =
    last === null
      ? screen.say('bản lưu không có ngày cuối', 'our copy has no last day')
      : screen.say(`ngày cuối ${screen.time(last)}`, `last day ${screen.time(last)}`);
  return status === 'returned'
    ? screen.say(`Không nộp lại hồ sơ (${until})`, `Dossier not sent again (${until})`)
    : screen.say(`Không nộp hồ sơ (${until})`, `No dossier (${until})`);
}

export function notes(screen: Screen): void {
  screen.prose(
    screen.say(
      'Tỷ lệ là số đạt trên số đã đăng ký, tính bằng số nguyên; không ai đăng ký thì không có giá trị (–). Kết quả được nêu ở nơi khác đứng riêng, không tính vào tỷ lệ.',
      'The rate is what was recognised of what registered, in integers; when nobody registered there is no value (–). What is told elsewhere stands beside it and is no part of it.',
    ),
  );
}
