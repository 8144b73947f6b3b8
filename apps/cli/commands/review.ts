/** `dondoc review list | show [--pack]`: reviews, conclusions, judgements, and the frozen pack with its hash worked out again. */
import { createHash } from 'node:crypto';
import {
  CONCLUSION_STATUS,
  REVIEW_KIND,
  REVIEW_STATUS,
  TASK_JUDGEMENT,
} from '../../../libs/contracts';
import { valueOf } from '../../../libs/domain';
import type { ReviewDetail, ReviewRow } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';
import { unitName } from './unit-name';

export type ReviewOptions = { readonly issuer?: string; readonly pack?: boolean };

export async function listReviews(
  context: Context,
  name: string,
  { issuer }: ReviewOptions,
): Promise<void> {
  const { client, screen } = context;
  const { directive, symbol } = await directiveOf(context, name, issuer);
  const rows = await client.get<readonly ReviewRow[]>(`/v1/directives/${directive}/reviews`);
  screen.result(rows, () => {
    const of = symbol ?? directive;
    screen.title(`Sơ kết, tổng kết ${of}`, `Reviews of ${of}`);
    screen.table(
      [
        ['Số', 'No.'],
        ['Loại', 'Kind'],
        ['Giai đoạn', 'Period'],
        ['Chốt số liệu', 'Cut-off'],
        ['Tình trạng', 'Status'],
        ['Kết luận chờ', 'Waiting'],
        ['Mã hồ sơ', 'Pack'],
      ],
      rows.map((it) => [
        String(it.review),
        REVIEW_KIND[it.called.kind][screen.lang],
        screen.text(it.called.period.label),
        screen.time(it.called.cutOff),
        REVIEW_STATUS[it.status][screen.lang],
        `${it.waiting}/${it.conclusions}`,
        it.pack?.sha256.slice(0, 12) ?? '–',
      ]),
    );
  });
}

export async function showReview(
  context: Context,
  [name, number]: readonly [string, string],
  { issuer, pack: withPack }: ReviewOptions,
): Promise<void> {
  const { client, screen } = context;
  const { directive, symbol } = await directiveOf(context, name, issuer);
  const path = `/v1/directives/${directive}/reviews/${encodeURIComponent(number)}`;
  const it = await client.get<ReviewDetail>(path);
  const pack = withPack ? await packOf(context, it) : null;
  const shown = pack === null ? it : { ...it, packText: pack };
  screen.result(shown, () => {
    const title = `${REVIEW_KIND[it.called.kind].vi} ${it.review}, ${symbol ?? directive}`;
    screen.title(title, screen.text(it.called.period.label));
    facts(screen, it);
    conference(screen, it);
    conclusions(screen, it);
    judgements(screen, it);
    lessons(screen, it);
    later(screen, it);
    if (pack === null) return;
    screen.heading('Hồ sơ đã chốt', 'The frozen pack');
    screen.line(JSON.stringify(pack, null, 2));
  });
}

/** The pack as it lies in the store: its bytes are hashed again, and another hash is no pack of this review. */
async function packOf({ client, screen }: Context, { pack }: ReviewDetail): Promise<unknown> {
  if (pack === null) {
    const none = screen.say('Chưa có hồ sơ: chưa chốt số liệu', 'No pack yet: before the cut-off');
    throw cliError(EXIT.failed, none);
  }
  const bytes = await client.content(pack.sha256);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== pack.sha256) {
    const message = screen.say(
      `Hồ sơ không khớp mã: sổ cái ghi ${pack.sha256}, nội dung là ${found}`,
      `The pack does not match its hash: the ledger says ${pack.sha256}, the content is ${found}`,
    );
    throw cliError(EXIT.failed, message);
  }
  screen.progress(`Mã tính lại khớp: ${found}`, `Hashed again, it matches: ${found}`);
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
}

function facts(screen: Screen, it: ReviewDetail): void {
  const { called, pack } = it;
  screen.item(['Tình trạng', 'Status'], REVIEW_STATUS[it.status][screen.lang]);
  screen.item(['Lý do', 'Reason'], called.reason);
  screen.item(['Chốt số liệu', 'Cut-off'], screen.time(called.cutOff));
  if (called.scope !== null) {
    const units = called.scope.units;
    const named = (all: readonly string[]) =>
      all.map((unit) => unitName(screen, it.names, unit)).join(', ');
    const whose = units === null ? '' : `; ${screen.graded(units, named)}`;
    screen.item(['Phạm vi', 'Scope'], called.scope.text + whose);
  }
  screen.item(
    ['Tự đánh giá', 'Self-assessment'],
    called.selfAssessment === null
      ? screen.say(
          'chỉ thị không có nghĩa vụ tự đánh giá',
          'the directive has no self-assessment duty',
        )
      : `${called.selfAssessment.duty}, ${called.selfAssessment.period}`,
  );
  screen.item(
    ['Hồ sơ', 'Pack'],
    pack === null
      ? screen.say('chưa chốt', 'not frozen')
      : `${pack.sha256} (${pack.size} byte, ${screen.time(pack.asOf)})`,
  );
  if (it.cancelledBecause !== null) screen.item(['Hủy vì', 'Cancelled'], it.cancelledBecause);
}

function conference(screen: Screen, { conference: it, names }: ReviewDetail): void {
  if (it === null) return;
  screen.heading('Hội nghị', 'Conference');
  screen.item(['Tên', 'Title'], screen.text(it.title));
  screen.item(
    ['Khi nào', 'When'],
    screen.graded(it.when, (when) => screen.time(when)),
  );
  screen.item(['Ở đâu', 'Where'], screen.graded(it.where));
  screen.item(
    ['Ai', 'By'],
    screen.graded(it.by, (unit) => unitName(screen, names, unit)),
  );
  screen.item(
    ['Thành phần', 'Attendance'],
    screen.graded(it.attendance, ({ delegates, besides }) =>
      [`${delegates} ${screen.say('đại biểu', 'delegates')}`, besides].filter(Boolean).join('; '),
    ),
  );
  if (it.source !== null) screen.item(['Nguồn', 'Source'], it.source.title);
  if (it.beforeCutOff !== undefined) {
    const vi = `họp trước khi chốt số liệu (${screen.time(it.beforeCutOff)})`;
    const en = `held before the data closed (${screen.time(it.beforeCutOff)})`;
    screen.item(['Lưu ý', 'Note'], screen.say(vi, en));
  }
}

function conclusions(
  screen: Screen,
  { conclusionRows, names, directiveEnded, document }: ReviewDetail,
): void {
  if (conclusionRows.length === 0) return;
  screen.heading('Kết luận', 'Conclusions');
  screen.item(['Văn bản', 'Document'], document ?? screen.say('(không nêu)', '(not stated)'));
  for (const { key, text, status, duty, reason } of conclusionRows) {
    screen.prose(`• ${key}: ${text}`, '', '  ');
    const owes = duty === null ? undefined : valueOf(duty.owes);
    const who = owes?.kind === 'units' ? owes.units : (owes?.roleClasses ?? []);
    const units = who.map((unit) => unitName(screen, names, unit)).join(', ');
    const how = [duty?.id, units, reason].filter(Boolean).join('; ');
    const over = screen.say(
      'không còn giao được: chỉ thị đã kết thúc',
      'nobody can be given it any more: the directive has ended',
    );
    const left = status === 'waiting' && directiveEnded !== null ? over : how;
    screen.prose(`→ ${CONCLUSION_STATUS[status][screen.lang]}${left ? ` (${left})` : ''}`, '    ');
  }
}

function judgements(screen: Screen, { judgements: all, names, status }: ReviewDetail): void {
  if (all.length === 0) return;
  screen.heading('Đánh giá từng nhiệm vụ', 'Judgement of each task');
  if (status === 'cancelled') {
    const vi = 'Cuộc sơ kết đã hủy: đánh giá không còn được tính.';
    screen.line(screen.say(vi, 'The review is cancelled: its judgements count no more.'));
  }
  for (const { task, judgement, evidence, reason, by, at } of all) {
    screen.prose(`• ${task}: ${TASK_JUDGEMENT[judgement][screen.lang]}`, '', '  ');
    screen.item(['Lý do', 'Reason'], reason, '    ');
    screen.item(['Căn cứ', 'Evidence'], evidence.text, '    ');
    for (const sha256 of evidence.contents) screen.item(['Tệp', 'File'], sha256, '    ');
    const unit = by.unit === null ? '–' : unitName(screen, names, by.unit);
    const who = `${by.id} (${unit}), ${screen.time(at)}`;
    screen.item(['Ai đánh giá', 'Judged by'], who, '    ');
  }
}

function lessons(screen: Screen, { lessons: all }: ReviewDetail): void {
  if (all.length === 0) return;
  screen.heading('Bài học kinh nghiệm', 'Lessons learned');
  for (const lesson of all) screen.prose(`• ${lesson}`, '', '  ');
}

function later(screen: Screen, { later: all }: ReviewDetail): void {
  if (all.length === 0) return;
  screen.heading('Đến sau khi chốt hồ sơ, không có trong hồ sơ', 'Later than the pack, not in it');
  screen.table(
    [
      ['Đợt', 'Round'],
      ['Đơn vị', 'Unit'],
      ['Việc', 'What'],
      ['Lúc', 'At'],
    ],
    all.map(({ round, unit, type, at }) => [
      round,
      unit,
      LATER[type]?.[screen.lang] ?? type,
      screen.time(at),
    ]),
  );
}

const LATER: { readonly [type: string]: { readonly vi: string; readonly en: string } } = {
  ReportSubmitted: { vi: 'gửi báo cáo', en: 'report submitted' },
  ReportAccepted: { vi: 'chấp nhận báo cáo', en: 'report accepted' },
  ReportReturned: { vi: 'trả lại báo cáo', en: 'report returned' },
  ReportWithdrawn: { vi: 'rút báo cáo', en: 'report withdrawn' },
  CorrectionSubmitted: { vi: 'gửi đính chính', en: 'correction submitted' },
  CorrectionAccepted: { vi: 'chấp nhận đính chính', en: 'correction accepted' },
  CorrectionRejected: { vi: 'không chấp nhận đính chính', en: 'correction rejected' },
};
