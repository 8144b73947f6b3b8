/** `dondoc recognition show`: one year of one body, its last days, results, subjects and classifications. */
import { explain } from '../../../libs/calendar';
import {
  boundText,
  percentText,
  RECOGNITION_DAY,
  RECOGNITION_SUBJECT_KIND,
  SUBJECT_STATUS,
  TIMELINESS,
} from '../../../libs/contracts';
import type { Timeliness } from '../../../libs/domain';
import type {
  ClassificationRow,
  RecognitionCalledRow,
  RecognitionDeadlineRow,
  RecognitionDetail,
  RecognitionResultRow,
  RecognitionSubjectRow,
  RecognitionYearRow,
} from '../../../libs/readmodel';
import type { Context } from '../context';
import type { Screen } from '../screen';
import {
  elsewhereText,
  endedText,
  notes,
  reachedText,
  reasonText,
  toldText,
} from './recognition-text';
import { checklist } from './recognition-checklist';
import { undecided } from './recognition-undecided';

export async function showRecognition(
  { client, screen }: Context,
  authority: string,
  year: string,
): Promise<void> {
  const path = `/v1/recognition/${encodeURIComponent(authority)}/${encodeURIComponent(year)}`;
  const detail = await client.get<RecognitionDetail>(path);
  const lists = {
    called: await client.all<RecognitionCalledRow>(`${path}/called`),
    subjects: await client.all<RecognitionSubjectRow>(`${path}/subjects`),
    classifications: await client.all<ClassificationRow>(`${path}/classifications`),
  };
  screen.result({ ...detail, ...lists }, () => {
    screen.title(
      `Công nhận năm ${detail.year}: ${screen.text(detail.authorityName, detail.authority)}`,
      `Recognition of ${detail.year}`,
    );
    screen.item(['Tỷ lệ', 'Rate'], rateText(screen, detail));
    screen.item(['Chỉ tiêu', 'Target'], targetText(screen, detail));
    if (detail.delegation) {
      const { toName, date, reason } = detail.delegation;
      const to = screen.text(toName, detail.delegation.to);
      screen.item(['Ủy quyền', 'Delegated to'], `${to}, ${screen.time(date)}: ${reason}`);
    }
    if (detail.standingBody) {
      const named = screen.text(detail.standingBodyName, detail.standingBody);
      screen.item(['Thường trực', 'Standing body'], named);
    }
    deadlines(screen, detail);
    called(screen, lists.called);
    results(screen, detail.results);
    undecided(screen, detail, lists.subjects);
    subjects(screen, lists.subjects);
    checklist(screen, detail, lists.subjects);
    classifications(screen, lists.classifications);
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

/** The days of the year: reached, with how many were registered, undecided or reminded then, or to come; and why. */
function deadlines(screen: Screen, { deadlines: rows }: RecognitionDetail): void {
  for (const row of rows) {
    const { vi, en } = RECOGNITION_DAY[row.what];
    const of = row.kinds.map((kind) => RECOGNITION_SUBJECT_KIND[kind][screen.lang]).join(', ');
    screen.item([vi, en], `${dayText(screen, row)} (${of}): ${countText(screen, row)}`);
    if (row.derivation) screen.prose(explain(row.derivation, screen.lang), '    ');
  }
}

/** A last day itself; of a reminder, and of the day after, when it comes. */
function dayText(screen: Screen, { what, at, last }: RecognitionDeadlineRow): string {
  return screen.time(what === 'registrationEnds' || what === 'decisionDue' ? last : at);
}

function countText(screen: Screen, row: RecognitionDeadlineRow): string {
  const { what, registered, undecided, unregistered, units, more } = row;
  if (registered === null) return screen.say('chưa đến', 'to come');
  switch (what) {
    case 'registrationReminder':
    case 'dossierReminder': {
      const count = (units?.length ?? 0) + (more ?? 0);
      return screen.say(`${count} đơn vị được nhắc`, `${count} reminded`);
    }
    case 'registrationEnds': {
      const missing = unregistered?.count ?? 0;
      const vi = missing === 0 ? '' : `, ${missing} được yêu cầu mà chưa đăng ký`;
      const en = missing === 0 ? '' : `, ${missing} called upon and not registered`;
      return screen.say(`${registered} đã đăng ký${vi}`, `${registered} registered${en}`);
    }
    case 'decisionDue':
    case 'decisionOverdue':
      return screen.say(`${undecided} chưa quyết định`, `${undecided} undecided`);
  }
}

/** Whom the body called upon, and who of them has not registered. */
function called(screen: Screen, rows: readonly RecognitionCalledRow[]): void {
  if (rows.length === 0) return;
  const missing = rows.filter(({ registered }) => !registered);
  screen.heading('Được yêu cầu mà chưa đăng ký', 'Called upon and not registered');
  screen.line(
    screen.say(`${missing.length} trong ${rows.length}`, `${missing.length} of ${rows.length}`),
  );
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Loại', 'Kind'],
      ['Theo văn bản', 'Called by'],
      ['Đã nhắc', 'Reminded'],
    ],
    missing.map((row) => [
      screen.text(row.name, row.unit) + endedText(screen, row.ended),
      RECOGNITION_SUBJECT_KIND[row.kind][screen.lang],
      `${row.reference}, ${screen.time(row.calledOn)}`,
      screen.time(row.remindedAt),
    ]),
  );
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
    const by = screen.graded(row.by, (unit) => screen.text(row.byName, unit));
    screen.item(['Của', 'By'], by, '    ');
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
      screen.text(row.name, row.unit) + elsewhereText(screen, row) + endedText(screen, row.ended),
      RECOGNITION_SUBJECT_KIND[row.kind][screen.lang],
      `${registeredText(screen, row)}${flag(screen, row.registration)}`,
      SUBJECT_STATUS[row.status][screen.lang],
      decisionText(screen, row),
      reasonText(screen, row),
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

/** `10/QĐ, 18/11/2026`; of a revoked one that it stands no more, since when and by whom. */
function decisionText(screen: Screen, row: RecognitionSubjectRow): string {
  if (row.decidedOn === null) return '–';
  const late = row.decision ? flag(screen, row.decision) : '';
  const decided = `${row.decisionNumber}, ${screen.time(row.decidedOn)}${late}`;
  if (row.status !== 'revoked') return decided;
  if (!row.revocation) return screen.say(`${decided}; đã thu hồi`, `${decided}; revoked`);
  const { date, actor, unitName } = row.revocation;
  const who = `${actor.id} (${screen.text(unitName, actor.unit ?? '–')})`;
  return screen.say(
    `${decided}; thu hồi ngày ${screen.time(date)}, ${who}`,
    `${decided}; revoked on ${screen.time(date)}, ${who}`,
  );
}

/** `20/02/2026 (ghi ngày 20/04/2026, theo lời khai của đơn vị)`: both days where they differ. */
function registeredText(screen: Screen, row: RecognitionSubjectRow): string {
  const on = screen.time(row.registeredOn);
  const { enteredOn } = row;
  if (!enteredOn || enteredOn === row.registeredOn) return on;
  const entered = screen.time(enteredOn);
  return row.ownStatement
    ? screen.say(
        `${on} (ghi sau, ngày ${entered}, theo lời khai của chính đơn vị)`,
        `${on} (entered later, ${entered}, by its own statement)`,
      )
    : screen.say(`${on} (ghi ngày ${entered})`, `${on} (entered ${entered})`);
}

/** What is in time needs no word; what cannot be judged is said once, below. */
function flag(screen: Screen, { judged, first, last }: Timeliness): string {
  if (judged === 'inTime' || judged === 'notJudged') return '';
  const words = TIMELINESS[judged][screen.lang];
  return ` (${words}: ${screen.time(first)} – ${screen.time(last)})`;
}

function classifications(screen: Screen, rows: readonly ClassificationRow[]): void {
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
