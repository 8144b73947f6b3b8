/** `dondoc recognition list`: each body's years, its rate and target, and what is told from elsewhere. */
import { boundText, GRADE, percentText } from '../../../libs/contracts';
import type { RecognitionYearRow } from '../../../libs/readmodel';
import type { Context } from '../context';
import type { Screen } from '../screen';
import { notes, reachedText, toldText } from './recognition-text';

export type RecognitionOptions = {
  readonly year?: string;
  readonly authority?: string;
  readonly unit?: string;
  readonly directive?: string;
  readonly issuer?: string;
};

export async function listRecognition(
  { client, screen }: Context,
  options: RecognitionOptions,
): Promise<void> {
  const rows = await client.all<RecognitionYearRow>('/v1/recognition', options);
  screen.result(rows, () => {
    screen.title('Công nhận “An toàn về an ninh, trật tự”', 'Recognition by body and year');
    screen.table(
      [
        ['Cơ quan công nhận', 'Body'],
        ['Năm', 'Year'],
        screen.number(['Đăng ký', 'Registered']),
        screen.number(['Đạt', 'Met']),
        screen.number(['Chưa đạt', 'Not met']),
        screen.number(['Chưa quyết định', 'Undecided']),
        screen.number(['Tỷ lệ', 'Rate']),
        ['Chỉ tiêu', 'Target'],
        ['Kết quả được nêu ở nơi khác', 'Told elsewhere'],
      ],
      rows.map((row, at) => [
        // A body is named once, above its years.
        rows[at - 1]?.authority === row.authority
          ? ''
          : screen.text(row.authorityName, row.authority),
        row.year,
        row.counts.registered,
        row.counts.met,
        row.counts.notMet,
        row.counts.undecided,
        row.rate.basisPoints === null ? '–' : whole(percentText(row.rate.basisPoints, screen.lang)),
        targetInShort(screen, row),
        row.results.map((it) => toldText(screen, it)).join('; ') || '–',
      ]),
    );
    notes(screen);
  });
}

/** A number and its sign stay on one line. */
function whole(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Without the reason of its grade, which the page of the year tells. */
function targetInShort(screen: Screen, { target, reached }: RecognitionYearRow): string {
  if (target === null) return '–';
  if (!('value' in target)) return GRADE[target.grade][screen.lang];
  const grade = target.grade === 'stated' ? '' : ` (${GRADE[target.grade][screen.lang]})`;
  return `${boundText(target.value)[screen.lang]}${grade}${reachedText(screen, reached)}`;
}
