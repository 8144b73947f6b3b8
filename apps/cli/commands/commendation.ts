/** `dondoc commendation list|show`: who is nominated or was awarded what, and how each step went. */
import {
  APPRAISAL_FINDING,
  COMMENDATION_STATUS,
  COMMENDATION_STEP,
  EVIDENCE_KIND,
  GRADE,
  MERIT,
  SUBJECT_KIND,
  unitKindText,
} from '../../../libs/contracts';
import type { Graded } from '../../../libs/domain';
import type { CommendationDetail, CommendationRow, SubjectRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen, Words } from '../screen';
import { unitName } from './unit-name';

export type CommendationOptions = {
  readonly directive?: string;
  readonly issuer?: string;
  readonly status?: string;
  readonly unit?: string;
};

export async function listCommendations(
  context: Context,
  { directive: name, issuer, ...asked }: CommendationOptions,
): Promise<void> {
  const { client, screen } = context;
  const directive = name && (await directiveOf(context, name, issuer)).directive;
  const rows = await client.all<CommendationRow>('/v1/commendations', { ...asked, directive });
  screen.result(rows, () => {
    screen.title(`Khen thưởng: ${rows.length}`, `Commendations: ${rows.length}`);
    screen.table(
      [
        ['Mã', 'Id'],
        ['Hình thức', 'Form'],
        ['Nơi khen thưởng', 'Awarding body'],
        ['Ai', 'For whom'],
        ['Tình trạng', 'Status'],
        ['Hạn', 'Due'],
      ],
      rows.map((row) => [
        row.commendation,
        formOf(screen, row),
        screen.text(row.awardingBodyName, row.awardingBody ?? '–'),
        countsOf(screen, row),
        screen.text(COMMENDATION_STATUS[row.status]),
        screen.time(row.dueAt),
      ]),
    );
    screen.prose(
      screen.say(
        'Mỗi dòng là một đề nghị hoặc một nguồn; số của các dòng không cộng với nhau: không rõ có trùng người hay không.',
        'Each line is one nomination or one source; lines are never added up: whether they speak of the same people is not known.',
      ),
    );
  });
}

export async function showCommendation({ client, screen }: Context, id: string): Promise<void> {
  const page = await client.get<CommendationDetail>(`/v1/commendations/${encodeURIComponent(id)}`);
  screen.result(page, () => {
    const form = formOf(screen, page);
    screen.title(`Khen thưởng ${id}: ${form}`, `Commendation ${id}: ${form}`);
    facts(screen, page);
    subjects(screen, page);
    deadlines(screen, page);
    screen.heading('Diễn biến', 'What happened');
    for (const { recordedAt, text, kind } of page.history) {
      const mark = kind === 'refusal' ? '✗ ' : '';
      screen.prose(`${screen.time(recordedAt)}  ${mark}${screen.text(text)}`, '', '  ');
    }
  });
}

function formOf(screen: Screen, { formName, title, form }: CommendationRow): string {
  return screen.text(formName ?? title, form ?? '–');
}

function countsOf(screen: Screen, { counts }: CommendationRow): string {
  const { individuals, collectives, households } = counts;
  const parts = [
    collectives > 0 ? screen.say(`${collectives} tập thể`, `${collectives} collectives`) : '',
    individuals > 0 ? screen.say(`${individuals} cá nhân`, `${individuals} individuals`) : '',
    households > 0 ? screen.say(`${households} hộ`, `${households} households`) : '',
  ];
  return parts.filter(Boolean).join(', ') || screen.say('(không nêu)', '(not stated)');
}

function facts(screen: Screen, page: CommendationDetail): void {
  const { record, names } = page;
  const { nomination, reported, decision, appraisal } = record;
  const item = (words: Words, value: string) => screen.item(words, value);
  const name = (unit: string) => unitName(screen, names, unit);
  item(['Tình trạng', 'Status'], screen.text(COMMENDATION_STATUS[page.status]));
  if (page.directive) item(['Chỉ thị', 'Directive'], page.symbol ?? page.directive);
  if (reported !== null) {
    const list = (graded: Graded<readonly string[]>, show: (value: string) => string = String) =>
      screen.graded(graded, (values) => values.map(show).join(', '));
    item(['Hình thức', 'Forms'], list(reported.forms));
    item(['Nơi khen thưởng', 'Awarded by'], list(reported.awardingBodies, name));
    item(['Khi nào', 'When'], list(reported.when));
    item(['Chia theo nơi khen thưởng', 'Split by body'], screen.graded(reported.split));
    item(['Nguồn', 'Source'], reported.source?.title ?? '–');
    quoteOf(screen, reported.subjects);
  }
  if (nomination === null) return;
  item(['Nơi khen thưởng', 'Awarding body'], name(nomination.awardingBody));
  item(['Nơi thẩm định', 'Appraised by'], name(nomination.appraisingBody));
  item(['Nơi đề nghị', 'Nominated by'], name(record.nominatedBy ?? '–'));
  item(['Loại', 'Kind'], screen.text(MERIT[nomination.merit]));
  const { achievedOn = null } = nomination;
  if (achievedOn) item(['Ngày lập thành tích', 'Achieved on'], screen.time(achievedOn));
  item(['Lý do', 'Reason'], nomination.reason);
  for (const { kind, ref, note } of nomination.evidence) {
    item(
      ['Căn cứ', 'Evidence'],
      `${screen.text(EVIDENCE_KIND[kind])} ${ref}${note ? `: ${note}` : ''}`,
    );
  }
  if (nomination.shortlist) item(['Danh sách gợi ý (SHA-256)', 'Shortlist'], nomination.shortlist);
  if (page.power) {
    const { policy, source, has } = page.power;
    const verdict = has ? screen.say('có', 'has it') : screen.say('không có', 'has it not');
    item(['Thẩm quyền', 'Power'], `${verdict}; ${source} [${policy}]`);
  }
  for (const one of page.warnings) item(['Cảnh báo', 'Warning'], warningText(screen, one));
  if (appraisal) {
    const finding = screen.text(APPRAISAL_FINDING[appraisal.finding]);
    item(['Thẩm định', 'Appraisal'], `${finding}: ${appraisal.reason}`);
  }
  if (decision) {
    const { number, date, signer, reason } = decision;
    item(['Quyết định', 'Decision'], `${number}, ${screen.time(date)}, ${signer}: ${reason}`);
    const against = screen.say(
      'quyết định khác kết quả thẩm định',
      'decided against what the appraisal found',
    );
    if (decision.otherwise) item(['Lưu ý', 'Note'], against);
  }
}

function warningText(
  screen: Screen,
  { code, power, thematic }: CommendationDetail['warnings'][number],
): string {
  if (code === 'commendation.thematic-late' && thematic !== undefined) {
    const { calendarDays: days, policy, source } = thematic;
    const last = screen.time(thematic.last ?? '…');
    return screen.say(
      `đề nghị theo chuyên đề sau ${last}, quá ${days} ngày kể từ ngày lập thành tích; ${source} [${policy}]`,
      `a thematic nomination after ${last}, more than ${days} days from the achievement; ${source} [${policy}]`,
    );
  }
  const holders = power.holders.map((one) => screen.text(unitKindText(one))).join('; ');
  return screen.say(
    `khi đề nghị (${screen.time(power.on)}), nơi khen thưởng chưa có thẩm quyền; có thẩm quyền: ${holders}`,
    `when nominated (${screen.time(power.on)}) the body had not the power; it is with: ${holders}`,
  );
}

function quoteOf(screen: Screen, graded: Graded<unknown>): void {
  if (graded.grade !== 'stated') return;
  screen.item([GRADE.stated.vi, GRADE.stated.en], `“${graded.quote}” (${graded.place})`);
}

function subjects(screen: Screen, { subjects: rows }: CommendationDetail): void {
  screen.heading('Đối tượng', 'For whom');
  for (const row of rows) screen.prose(`• ${subjectText(screen, row)}`, '', '  ');
}

function subjectText(screen: Screen, row: SubjectRow): string {
  const kind = screen.text(SUBJECT_KIND[row.kind]);
  if (row.kind === 'collective') return `${screen.text(row.unitName, row.unit)} (${kind})`;
  if (row.kind === 'aggregate') {
    const { individuals, collectives, households, note } = row;
    const counted = screen.say(
      `${collectives} tập thể, ${individuals} cá nhân, ${households} hộ gia đình`,
      `${collectives} collectives, ${individuals} individuals, ${households} households`,
    );
    return `${counted} (${kind})${note ? `: ${note}` : ''}`;
  }
  const shown = row.erased
    ? `[${screen.text(row.erased.text)}]`
    : (row.shown ?? screen.say('[không hiện tên]', '[name withheld]'));
  const of = [screen.text(row.position, ''), screen.text(row.unitName, row.unit ?? '')];
  return `${[shown, ...of].filter(Boolean).join(', ')} (${kind}; ${row.name})`;
}

function deadlines(screen: Screen, { record, names }: CommendationDetail): void {
  const all = Object.values(record.deadlines);
  if (all.length === 0) return;
  screen.heading('Các bước và thời hạn', 'Steps and deadlines');
  screen.table(
    [
      ['Bước', 'Step'],
      ['Ai', 'Owed by'],
      ['Hạn', 'Due'],
      ['Nhắc', 'Rungs'],
    ],
    all.map(({ id, step, responsible, schedule }) => [
      screen.text(COMMENDATION_STEP[step]),
      unitName(screen, names, responsible),
      screen.time(schedule.dueAt),
      schedule.rungs
        .map((rung) => rungText(record.outcomes[`${id}/${rung.id}`], rung.id))
        .join(' '),
    ]),
  );
  screen.prose(
    screen.say('✓ đã nhắc, – bỏ qua, … chưa đến.', '✓ issued, – skipped, … still to come.'),
  );
}

function rungText(
  outcome: CommendationDetail['record']['outcomes'][string] | undefined,
  rung: string,
): string {
  return `${rung}${outcome === undefined ? '…' : outcome.outcome === 'issued' ? '✓' : '–'}`;
}
