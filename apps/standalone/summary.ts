/** What people read at the end: how long the steps took, and where each directive stands, in at most 100 columns. */
import type { RecognitionYearRow, ReorganisationRow, Summary } from '../../libs/readmodel';
import { recognitionLines } from './recognition-summary';
import { reorganisationLines } from './reorganisation-summary';
import { resultLines, type Results } from './results-summary';
import { COMMENDATION_STATUS, shortTime, sourceText } from '../../libs/contracts';
import { cut } from './columns';
import { seconds, type Step } from './screen';

type Row = Summary['directives'][number];
type Source = Row['sources'][number];
type Column = {
  readonly head: readonly string[];
  readonly of: (row: Row, index: number) => string | number;
};

/** As wide as the name of a directive may be in the table. */
const NAME = 16;

/** Vietnamese first, then English: a line of the head each. */
const COLUMNS: readonly Column[] = [
  { head: ['Chỉ thị', '', '', 'Directive'], of: (it, index) => cut(numbered(it, index), NAME) },
  { head: ['đợt', '', '', 'rounds'], of: (it) => it.rounds },
  { head: ['nghĩa', 'vụ', 'obliga-', 'tions'], of: (it) => it.obligations },
  { head: ['xong', 'đúng hạn', 'done', 'on time'], of: (it) => it.counts.doneOnTime },
  { head: ['xong', 'quá hạn', 'done', 'late'], of: (it) => it.counts.doneLate },
  { head: ['còn,', 'chưa hạn', 'open', 'on time'], of: (it) => it.counts.openOnTime },
  { head: ['còn,', 'quá hạn', 'open', 'late'], of: (it) => it.counts.openLate },
  { head: ['nhắc', 'việc', 're-', 'minders'], of: (it) => it.urging.reminders },
  { head: ['báo', 'cấp trên', 'esca-', 'lations'], of: (it) => it.urging.escalations },
  { head: ['đôn đốc', '(thảo)', 'letters', '(drafts)'], of: (it) => it.urging.letterDrafts },
  { head: ['giả', 'định', 'assump-', 'tions'], of: (it) => it.assumptions },
];

/** What is told beside the rounds; nothing of what is left out. */
type Beside = {
  readonly recognition?: readonly RecognitionYearRow[];
  readonly reorganisations?: readonly ReorganisationRow[];
  readonly results?: readonly Results[];
};

export function summaryText(
  { now, directives, commendations, mails, entries }: Summary,
  { recognition = [], reorganisations = [], results = [] }: Beside = {},
): string {
  return [
    `Tình hình đến ${shortTime(now)} (UTC+7) / Standing as of then`,
    'CHẠY MÔ PHỎNG: hành vi các đơn vị là giả định / DRILL: the conduct of units is invented',
    '',
    'Các văn bản / The documents',
    ...directives.flatMap(documentLines),
    '',
    ...table(directives),
    ...resultLines(directives, results, numbered),
    ...recognitionLines(recognition),
    ...reorganisationLines(reorganisations),
    '',
    ...reviewLines(directives),
    ...(commendations.length === 0 ? [] : [...commendations.flatMap(awardLines), '']),
    `thư đã gửi / mails sent: ${mails.sent}; không gửi được / failed: ${mails.failed}; ` +
      `dòng sổ cái / ledger entries: ${entries}`,
  ].join('\n');
}

/** How long each step of the set-up took; `prepared` are the steps before this process: `packages=12.0 build=9.1`. */
export function stepsText(prepared: string, steps: readonly Step[]): string {
  const before = prepared
    .split(' ')
    .filter((it) => it !== '')
    .map((it) => it.split('='))
    .map(([name, took]) => `  ${String(took).padStart(7)} s  ${name}`);
  const here = steps.map(({ name, ms }) => `  ${seconds(ms).padStart(9)}  ${name}`);
  return ['Các bước chuẩn bị / Steps and their times', ...before, ...here].join('\n');
}

/** Two directives may have one symbol: the number tells them apart. */
function numbered({ symbol, directive }: Row, index: number): string {
  return `${index + 1}. ${symbol ?? directive}`;
}

/** Which text it is and what it is known from; whatever else tells of its life is named as a source of it. */
function documentLines(row: Row, index: number): string[] {
  const { issuedOn, issuer, issuerName, sources } = row;
  const [text, ...others] = sources;
  const of = [numbered(row, index), shortTime(issuedOn ?? '–'), issuerName?.vi ?? issuer];
  return [
    cut(`${of.join(', ')}${text ? `: ${kindOf(text)}` : ''}`),
    ...others.flatMap((source) => [
      cut(`   + ${source.title}`),
      cut(`     nguồn của văn bản trên / a source of it: ${kindOf(source)}`),
    ]),
  ];
}

/** Only of directives that were reviewed. */
function reviewLines(rows: readonly Row[]): string[] {
  const lines = rows.flatMap((row, index) => {
    const { called, packs, judged, tasks, waiting } = row.reviews;
    if (called === 0) return [];
    const figures = [
      `sơ kết / reviews: ${called}`,
      `hồ sơ đã chốt / frozen packs: ${packs}`,
      `nhiệm vụ đã đánh giá / tasks judged: ${judged}/${tasks}`,
      `kết luận chờ giao / conclusions waiting: ${waiting}`,
    ];
    return [numbered(row, index), ...figures.map((it) => cut(`   ${it}`))];
  });
  return lines.length === 0 ? [] : ['Sơ kết, tổng kết / Reviews', ...lines, ''];
}

/** One line or two for each: what two of them count may be the same people, so nothing is summed. */
function awardLines(row: Summary['commendations'][number], index: number): string[] {
  const { individuals, collectives, households } = row.counts;
  const counted = [
    collectives > 0 ? `${collectives} tập thể / collectives` : '',
    individuals > 0 ? `${individuals} cá nhân / individuals` : '',
    households > 0 ? `${households} hộ / households` : '',
  ].filter(Boolean);
  const status = COMMENDATION_STATUS[row.status];
  const head =
    index === 0 ? ['Khen thưởng (các dòng không cộng với nhau) / Awards (never added up)'] : [];
  const name = row.title?.vi ?? row.formName?.vi ?? row.form ?? row.commendation;
  return [
    ...head,
    cut(`${index + 1}. ${name}`),
    cut(`     ${counted.join(', ')}; ${status.vi} / ${status.en}`),
  ];
}

function kindOf(source: Source): string {
  const { vi, en } = sourceText(source);
  return `${vi} / ${en}`;
}

function table(rows: readonly Row[]): string[] {
  const heads = [0, 1, 2, 3].map((line) => COLUMNS.map(({ head }) => head[line]!));
  const body = rows.map((row, index) => COLUMNS.map(({ of }) => String(of(row, index))));
  const widths = COLUMNS.map((_column, at) =>
    Math.max(...[...heads, ...body].map((line) => line[at]!.length)),
  );
  const text = (line: readonly string[]) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join(' ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(' ');
  return [...heads.map(text), rule, ...body.map(text)];
}
