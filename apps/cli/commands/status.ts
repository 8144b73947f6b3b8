/** `dondoc status`: where everything stands now, on one screen. */
import { DIRECTIVE_STATUS, ROUND_STATUS } from '../../../libs/contracts';
import type { Summary } from '../../../libs/readmodel';
import type { Context } from '../context';
import { BUCKET_HEADS, bucketCells } from './counts';

type Drill = { readonly mode: 'drill' | 'live'; readonly clock: string; readonly now: string };

export async function status({ client, screen }: Context): Promise<void> {
  const [summary, drill] = await Promise.all([
    client.get<Summary>('/v1/summary'),
    client.get<Drill>('/v1/drill'),
  ]);
  screen.result({ ...summary, deployment: drill }, () => {
    screen.title('Tình hình thực hiện', 'Where things stand');
    if (drill.mode === 'live') screen.line(screen.say('Hệ thống chính thức.', 'Live system.'));
    screen.line(`${screen.say('Đồng hồ', 'Clock')}: ${screen.time(summary.now)} (UTC+7)`);
    screen.line();
    const numbers = BUCKET_HEADS.map((it) => screen.number(it));
    screen.table(
      [
        ['Chỉ thị', 'Directive'],
        ['Tình trạng', 'Status'],
        screen.number(['Đợt', 'Rounds']),
        screen.number(['Nghĩa vụ', 'Obligations']),
        ...numbers,
      ],
      summary.directives.map((it) => [
        `${it.symbol ?? it.directive}\n${screen.text(it.issuerName, it.issuer)}`,
        DIRECTIVE_STATUS[it.status][screen.lang],
        it.rounds,
        it.obligations,
        ...bucketCells(it.counts),
      ]),
    );
    urging(screen, summary);
  });
}

function urging(screen: Context['screen'], { urging: it, mails, assumptions, entries }: Summary) {
  screen.heading('Đôn đốc', 'Urging');
  screen.table(
    [['Việc', 'What'], screen.number(['Số', 'Number'])],
    [
      [screen.say('Nhắc việc', 'Reminders'), it.reminders],
      [
        screen.say('Văn bản đôn đốc (dự thảo / đã ban hành)', 'Urging letters (drafts / issued)'),
        `${it.letterDrafts} / ${it.lettersIssued}`,
      ],
      [screen.say('Báo cáo cấp trên', 'Escalations'), it.escalations],
      [screen.say('Yêu cầu giải trình', 'Requests for explanation'), it.explanations],
      [
        screen.say('Thư (đã gửi / hỏng / không gửi)', 'Mails (sent / failed / suppressed)'),
        `${mails.sent} / ${mails.failed} / ${mails.suppressed}`,
      ],
      [
        screen.say('Giả định (dondoc assumptions)', 'Assumptions (dondoc assumptions)'),
        assumptions,
      ],
      [screen.say('Dòng trong sổ', 'Entries in the book'), entries],
    ],
  );
}

/** The word for a round's status, with those that could not be convened. */
export function roundStatus(screen: Context['screen'], status: string): string {
  if (status === 'notConvened') return screen.say('chưa mở được', 'could not be convened');
  return Object.hasOwn(ROUND_STATUS, status)
    ? ROUND_STATUS[status as keyof typeof ROUND_STATUS][screen.lang]
    : status;
}
