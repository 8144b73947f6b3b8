/** The messages in Vietnamese, the language of the office. */
import { dateText } from '../../calendar';
import { momentText, momentWithDay } from '../moments';
import type { ComingRung, Notice, RoundFacts } from '../notice';
import { roundCode, type NoticeOf, type Words } from './words';

const due = (notice: Notice): string =>
  notice.due ? momentWithDay(notice.due, 'vi') : 'không nêu';

const PREPOSITION: { readonly [dutyKind: string]: string } = {
  acknowledge: 'đối với',
  plan: 'thực hiện',
  milestone: 'theo',
};

function what({ title, period, dutyKind, directive }: RoundFacts): string {
  const name = period
    ? `${title.vi}${twice(title.vi, period.vi) ? ',' : ''} ${period.vi}`
    : title.vi;
  if (name.includes(directive.symbol)) return name;
  const preposition = PREPOSITION[dutyKind] ?? 'về';
  if (name.endsWith(' Chỉ thị')) return `${name} ${directive.symbol}`;
  if (name.endsWith(` ${preposition}`)) return `${name} Chỉ thị ${directive.symbol}`;
  return `${name} ${preposition} Chỉ thị ${directive.symbol}`;
}

/** "kế hoạch năm" before "năm 2018" would read as five years. */
const twice = (before: string, after: string): boolean =>
  before.split(' ').at(-1) === after.split(' ')[0];

const quoted = ({ round }: Notice): string => `“${what(round)}”`;

function daysLeft({ body }: NoticeOf<'reminder'>): string {
  if (body.overdue) return overdue(body.daysLeft);
  return body.daysLeft > 0 ? `Còn ${body.daysLeft} ngày làm việc` : 'Hôm nay đến hạn';
}

function overdue(left: number): string {
  return left < 0 ? `Quá hạn ${-left} ngày làm việc` : 'Đã quá hạn';
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function coming({ kind, audience, ...at }: ComingRung): string {
  const whom = {
    focal: 'đầu mối của đơn vị',
    head: 'thủ trưởng đơn vị',
    superior: 'cơ quan cấp trên trực tiếp',
    issuer: 'cơ quan ban hành chỉ thị',
  }[audience];
  const act = {
    reminder: `nhắc ${whom}`,
    letter: `soạn văn bản đôn đốc gửi ${whom}, trình người có thẩm quyền ký`,
    escalation: `báo cáo ${whom} danh sách đơn vị chậm`,
    explanation: `yêu cầu ${whom} giải trình`,
  }[kind];
  return `${momentText(at, 'vi')}: ${act}.`;
}

function answer({ body, obligation, round }: Notice): string {
  if (body.kind === 'letterDraft') {
    return `Mở dự thảo ${body.letter} của đợt ${roundCode(round)} trong hệ thống, ghi số, ngày và người ký rồi ban hành. Chưa có người ký thì chưa có văn bản nào được gửi đi.`;
  }
  if (body.kind === 'escalation') {
    return `Lịch sử nhắc việc của từng đơn vị xem tại đợt ${roundCode(round)} trong hệ thống. Việc gia hạn, miễn hoặc giao đơn vị khác làm thay do người có thẩm quyền quyết định và ghi vào hệ thống.`;
  }
  if (body.kind === 'extensionCountered') {
    return `Trả lời đồng ý hoặc không đồng ý trong hệ thống, tại mã ${obligation}. Trong khi chờ, hạn cũ vẫn giữ nguyên.`;
  }
  if (body.kind === 'explanation') {
    return `Gửi giải trình trong hệ thống, tại mã ${obligation}, và hoàn thành phần việc còn nợ.`;
  }
  if (body.kind === 'inherited') {
    return 'Gửi trong hệ thống, tại mã của từng nghĩa vụ trong danh sách trên.';
  }
  const paper = round.via ?? round.standingBody;
  return `Gửi trong hệ thống, tại mã ${obligation}. Nếu gửi bản giấy qua ${paper.vi}, người tiếp nhận ghi đúng thời điểm nhận. Nếu cần thêm thời gian, gửi đề nghị gia hạn tại cùng mã này; không phải nghĩa vụ của đơn vị thì báo lại kèm lý do.`;
}

export const vi: Words = {
  subjectTag: 'Đôn đốc',
  drillTag: 'CHẠY MÔ PHỎNG',
  drillBanner: 'CHẠY MÔ PHỎNG / DRILL: thư này thuộc một cuộc diễn tập, không phải yêu cầu thật.',
  labels: {
    task: 'Việc phải làm',
    document: 'Theo văn bản',
    abstract: 'Trích yếu',
    due: 'Thời hạn',
    previousDue: 'Hạn trước đây',
    to: 'Nơi nhận',
    via: 'Gửi qua',
    standingBody: 'Cơ quan theo dõi, đôn đốc',
    reason: 'Lý do',
    note: 'Ý kiến',
    obligation: 'Mã nghĩa vụ',
    letter: 'Mã dự thảo',
    round: 'Mã đợt',
    units: 'Đơn vị chậm',
    inherited: 'Nghĩa vụ tiếp nhận',
    givenBack: 'Nghĩa vụ trả lại',
    former: 'Tiếp nhận từ',
    why: 'Vì sao là hạn này',
    next: 'Nếu chưa hoàn thành',
    answer: 'Cách trả lời',
  },
  what,
  document: ({ directive }) =>
    [
      `Chỉ thị ${directive.symbol}`,
      directive.date && `ngày ${dateText(directive.date, 'vi')}`,
      `của ${directive.issuer.vi}`,
    ]
      .filter(Boolean)
      .join(' '),
  due: (it) =>
    `${momentWithDay(it, 'vi')}${it.provisional ? ' (tạm tính: lịch nghỉ của năm đó chưa được công bố)' : ''}`,
  moment: (it) => momentWithDay(it, 'vi'),
  headline: {
    opened: ({ body }) => (body.late ? 'Nhiệm vụ mới, bổ sung vào đợt đang mở' : 'Nhiệm vụ mới'),
    inherited: ({ body }) =>
      body.back
        ? `Nhận lại ${body.items.length} nghĩa vụ`
        : `Tiếp nhận ${body.items.length} nghĩa vụ khi sắp xếp đơn vị`,
    givenBack: ({ body }) => `Trả lại ${body.items.length} nghĩa vụ`,
    reminder: daysLeft,
    letterDraft: ({ body }) =>
      `Dự thảo văn bản đôn đốc ${body.units.length} đơn vị chờ số và người ký`,
    letterIssued: ({ body }) => `Văn bản đôn đốc số ${body.number}`,
    escalation: ({ body }) => `Báo cáo cấp trên: ${body.units.length} đơn vị chậm`,
    explanation: () => 'Yêu cầu giải trình',
    returned: () => 'Trả lại, yêu cầu bổ sung',
    accepted: ({ body }) => (body.inTime ? 'Đã chấp nhận, đúng hạn' : 'Đã chấp nhận, quá hạn'),
    extensionGranted: () => 'Đã gia hạn',
    extensionDenied: () => 'Không chấp thuận gia hạn',
    extensionCountered: ({ body }) => `Đề nghị hạn khác, ngày ${dateText(body.date, 'vi')}`,
    suspended: () => 'Tạm dừng',
    resumed: ({ body }) => (body.newDue ? 'Tiếp tục với hạn mới' : 'Tiếp tục, giữ nguyên hạn'),
    cancelled: () => 'Hủy bỏ',
  },
  lead: {
    opened: (it) =>
      `${it.unitName.vi} được giao: ${quoted(it)}. Hạn cuối là ${due(it)}; nhận được đúng giờ đó vẫn là đúng hạn.`,
    inherited: (it) =>
      it.body.back
        ? `Đợt sắp xếp “${it.body.title}” đã bị hủy${it.body.decided ? ` (${it.body.decided})` : ''}. ${it.unitName.vi} lại thực hiện ${quoted(it)}; thời hạn không đổi.`
        : `Từ ngày ${dateText(it.body.on, 'vi')}, theo “${it.body.title}” (${it.body.source})${it.body.decided ? `, và theo quyết định: ${it.body.decided}` : ''}, ${it.unitName.vi} tiếp nhận ${quoted(it)} của ${[...new Set(it.body.items.map(({ from }) => from.vi))].join(', ')}. Thời hạn không đổi.`,
    givenBack: (it) =>
      `Đợt sắp xếp “${it.body.title}” đã bị hủy${it.body.decided ? ` (${it.body.decided})` : ''}. ${it.unitName.vi} không còn phải thực hiện ${quoted(it)} thay cho ${[...new Set(it.body.items.map(({ from }) => from.vi))].join(', ')}; các đơn vị này lại tự thực hiện.`,
    reminder: (it) =>
      `Đến nay hệ thống chưa ghi nhận ${it.unitName.vi} hoàn thành ${quoted(it)}, hạn ${due(it)}.`,
    letterDraft: (it) =>
      `Các đơn vị dưới đây chưa hoàn thành ${quoted(it)}, hạn ${due(it)}. Hệ thống đã soạn dự thảo văn bản đôn đốc gửi thủ trưởng các đơn vị này; cần một người có thẩm quyền cho số, ký và ban hành.`,
    letterIssued: (it) =>
      `Kính gửi thủ trưởng ${it.unitName.vi}: văn bản đôn đốc số ${it.body.number} ngày ${dateText(it.body.date, 'vi')} (người ký: ${it.body.signer}) yêu cầu hoàn thành ${quoted(it)}, hạn ${due(it)}.`,
    escalation: (it) =>
      `${it.body.units.length} đơn vị ${it.body.to === 'superior' ? 'thuộc quyền ' : ''}chưa hoàn thành ${quoted(it)}, hạn ${due(it)}: ${lower(overdue(it.body.daysLeft))}. Đề nghị chỉ đạo các đơn vị hoàn thành.`,
    explanation: (it) =>
      `Đề nghị thủ trưởng ${it.unitName.vi} giải trình lý do chưa hoàn thành ${quoted(it)}, hạn ${due(it)}: ${lower(overdue(it.body.daysLeft))}.`,
    returned: (it) =>
      `${quoted(it)} của ${it.unitName.vi} bị trả lại để bổ sung, chỉnh sửa. Cho đến khi gửi lại và được chấp nhận, việc này được tính là chưa hoàn thành; hạn vẫn là ${due(it)}.`,
    accepted: (it) =>
      `${quoted(it)} của ${it.unitName.vi}, gửi lúc ${momentText(it.body.submittedAt, 'vi')}, đã được chấp nhận: ${it.body.inTime ? 'hoàn thành đúng hạn' : 'hoàn thành quá hạn'}. Không phải làm gì thêm.`,
    extensionGranted: (it) =>
      `Đề nghị gia hạn của ${it.unitName.vi} được chấp thuận. Hạn mới của ${quoted(it)} là ${due(it)}.`,
    extensionDenied: (it) =>
      `Đề nghị gia hạn của ${it.unitName.vi} không được chấp thuận. Hạn của ${quoted(it)} vẫn là ${due(it)}.`,
    extensionCountered: (it) =>
      `Với đề nghị gia hạn ${quoted(it)} của ${it.unitName.vi}, cơ quan quyết định đưa ra ngày khác: ${dateText(it.body.date, 'vi')}.`,
    suspended: (it) =>
      `${quoted(it)} tạm dừng. Trong thời gian tạm dừng, hệ thống không nhắc và không báo cáo cấp trên; hạn đã định không tự thay đổi.`,
    resumed: (it) =>
      `${quoted(it)} được tiếp tục thực hiện. ${it.body.newDue ? 'Hạn mới' : 'Hạn vẫn'} là ${due(it)}.`,
    cancelled: (it) => `${quoted(it)} được hủy bỏ. ${it.unitName.vi} không phải làm gì thêm.`,
  },
  inherited: ({ from, obligation, due: moment }) =>
    `${from.vi}: ${obligation}, ${moment ? `hạn ${momentText(moment, 'vi')}` : 'không có thời hạn'}`,
  coming,
  answer,
  greeting: (unitName) => `Kính gửi: ${unitName}`,
  several: (count, first) => `${count} nội dung, trước hết: ${first}`,
  subjectDue: (it) => `hạn ${momentText(it, 'vi')}`,
  footer: [
    'Thư do hệ thống đôn đốc thực hiện chỉ thị gửi tự động; xin không trả lời vào địa chỉ này.',
    'Giờ trong thư là giờ Việt Nam.',
  ],
};
