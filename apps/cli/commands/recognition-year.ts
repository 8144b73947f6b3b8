/** `dondoc recognition show`: one year of one body, its last days, results, subjects and classifications. */
import {
  boundText,
  percentText,
  RECOGNITION_SUBJECT_KIND,
  SUBJECT_STATUS,
  TIMELINESS,
} from '../../../libs/contracts';
import type { Timeliness } from '../../../libs/domain';
import type {
  RecognitionDeadlineRow,
  RecognitionDetail,
  RecognitionResultRow,
  RecognitionSubjectRow,
  RecognitionYearRow,
} from '../../../libs/readmodel';
import type { Context } from '../context';
import type { Screen, Words } from '../screen';
import { notes, reachedText, toldText } from './recognition-text';

export async function showRecognition(
  { client, screen }: Context,
  authority: string,
  year: string,
): Promise<void> {
  const path = `/v1/recognition/${encodeURIComponent(authority)}/${encodeURIComponent(year)}`;
  const detail = await client.get<RecognitionDetail>(path);
  screen.result(detail, () => {
    screen.title(
      `Công nhận năm ${detail.year}: ${screen.text(detail.authorityName, detail.authority)}`,
      `Recognition of ${detail.year}`,
    );
    screen.item(['Tỷ lệ', 'Rate'], rateText(screen, detail));
    screen.item(['Chỉ tiêu', 'Target'], targetText(screen, detail));
    if (detail.delegation) {
      const { to, date, reason } = detail.delegation;
      screen.item(['Ủy quyền', 'Delegated to'], `${to}, ${screen.time(date)}: ${reason}`);
    }
    deadlines(screen, detail);
    results(screen, detail.results);
    subjects(screen, detail.subjects);
    classifications(screen, detail);
    notes(screen);
  });
}

/** `39/40 = 97,5 %` */
function rateText(screen: Screen, { rate }: RecognitionYearRow): string {
  if (rate.basisPoints === null) return screen.say('không có giá trị (0/0)', 'no value (0/0)');
  return `${rate.met}/${rate.of} = ${percentText(rate.basisPoints, screen.lang)}`;
}

function targetText(screen: Screen, { target, reached }: RecognitionYearRow): string {
  if (target === null) return '–';
  const text = screen.graded(target, (bound) => boundText(bound)[screen.lang]);
  return text + reachedText(screen, reached);
}

/** The last days: reached, with how many were registered or undecided then, or to come. */
function deadlines(screen: Screen, { deadlines: rows }: RecognitionDetail): void {
  for (const { what, last, kinds, registered, undecided } of rows) {
    const words: Words =
      what === 'registrationEnds'
        ? ['Ngày cuối đăng ký', 'Last day to register']
        : ['Ngày cuối quyết định', 'Last day to decide'];
    const of = kinds.map((kind) => RECOGNITION_SUBJECT_KIND[kind][screen.lang]).join(', ');
    screen.item(
      words,
      `${screen.time(last)} (${of}): ${countText(screen, what, { registered, undecided })}`,
    );
  }
}

function countText(
  screen: Screen,
  what: RecognitionDeadlineRow['what'],
  { registered, undecided }: Pick<RecognitionDeadlineRow, 'registered' | 'undecided'>,
): string {
  if (registered === null) return screen.say('chưa đến', 'to come');
  return what === 'registrationEnds'
    ? screen.say(`${registered} đã đăng ký`, `${registered} registered`)
    : screen.say(`${undecided} chưa quyết định`, `${undecided} undecided`);
}

function results(screen: Screen, rows: readonly RecognitionResultRow[]): void {
  if (rows.length === 0) return;
  screen.heading('Kết quả được nêu ở nơi khác', 'Told elsewhere');
  for (const row of rows) {
    screen.prose(`• ${toldText(screen, row)}`, '', '  ');
    if (row.result.grade === 'stated') {
      const { quote, place } = row.result;
      screen.item(['Trích', 'Quote'], `«${quote}» (${place})`, '    ');
    }
    const kinds = row.kinds?.map((kind) => RECOGNITION_SUBJECT_KIND[kind][screen.lang]).join(', ');
    screen.item(['Đối tượng', 'Of'], kinds ?? '–', '    ');
    screen.item(['Của', 'By'], screen.graded(row.by), '    ');
    screen.item(['Quy định', 'Norm'], row.norm.symbol, '    ');
    screen.item(['Nguồn', 'Source'], row.source?.title ?? '–', '    ');
    screen.item(['Ghi nhận', 'Recorded'], screen.time(row.recordedAt), '    ');
  }
}

function subjects(screen: Screen, rows: readonly RecognitionSubjectRow[]): void {
  screen.heading('Đối tượng đã đăng ký', 'Subjects');
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Loại', 'Kind'],
      ['Đăng ký', 'Registered'],
      ['Kết quả', 'Outcome'],
      ['Quyết định', 'Decision'],
      ['Lý do', 'Reason'],
      ['Quy định', 'Norm'],
    ],
    rows.map((row) => [
      screen.text(row.name, row.unit),
      RECOGNITION_SUBJECT_KIND[row.kind][screen.lang],
      `${screen.time(row.registeredOn)}${flag(screen, row.registration)}`,
      SUBJECT_STATUS[row.status][screen.lang],
      row.decidedOn === null
        ? '–'
        : `${row.decisionNumber}, ${screen.time(row.decidedOn)}${row.decision ? flag(screen, row.decision) : ''}`,
      row.reason ?? row.reasons ?? '–',
      row.norm.symbol,
    ]),
  );
  const notJudged = rows.filter(({ registration }) => registration.judged === 'notJudged');
  if (notJudged.length === 0) return;
  screen.prose(
    screen.say(
      `Không xét sớm, muộn đối với ${notJudged.length} đơn vị: bản lưu không có thời gian quy định.`,
      `Of ${notJudged.length} subjects nothing is called early or late: our copy of the norm has no window.`,
    ),
  );
}

/** What is in time needs no word; what cannot be judged is said once, below. */
function flag(screen: Screen, { judged, first, last }: Timeliness): string {
  if (judged === 'inTime' || judged === 'notJudged') return '';
  const words = TIMELINESS[judged][screen.lang];
  return ` (${words}: ${screen.time(first)} – ${screen.time(last)})`;
}

function classifications(screen: Screen, { classifications: rows }: RecognitionDetail): void {
  if (rows.length === 0) return;
  screen.heading('Phân loại', 'Classification');
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Mức', 'Level'],
      ['Ngày', 'Date'],
      ['Lý do', 'Reason'],
      ['Quy định', 'Policy'],
    ],
    rows.map((row) => [
      screen.text(row.name, row.unit),
      screen.text(row.levelText),
      screen.time(row.classifiedOn),
      row.reason,
      row.policy,
    ]),
  );
}
