/** What a message says about a day of recognition or of the archive, in both languages: what is missing and what to do. */
import { dateText } from '../../calendar';
import type { DayBody, DayNotice, DaySubject } from '../day-notice';
import { momentWithDay } from '../moments';
import type { Language } from '../notice';

export type DayWords = {
  readonly headline: (notice: DayNotice) => string;
  readonly lead: (notice: DayNotice) => string;
  readonly what: (subject: DaySubject) => string;
  readonly answer: (notice: DayNotice) => string;
  readonly listTitle: (body: DayBody, count: number) => string;
  readonly more: (count: number) => string;
  readonly labels: {
    readonly last: string;
    readonly authority: string;
    readonly standingBody: string;
    readonly norm: string;
    readonly issuer: string;
  };
};

const codeOf = ({ stream }: DayNotice): string => stream.replace(/^(recognition|directive)\//, '');

/** Of a unit that has ended, with who stands for it now. */
const nameVi = ({ former, unitName }: DayNotice): string =>
  former ? `${former.vi} (nay ${unitName.vi} tiếp nhận)` : unitName.vi;
const nameEn = ({ former, unitName }: DayNotice): string =>
  former ? `${former.en} (taken over by ${unitName.en})` : unitName.en;

const viLeft = (days: number): string =>
  days > 0
    ? `Còn ${days} ngày làm việc`
    : days === 0
      ? 'Hôm nay là ngày cuối'
      : `Đã quá ${-days} ngày làm việc`;
const enLeft = (days: number): string =>
  days > 0
    ? `${days} working day${days === 1 ? '' : 's'} left`
    : days === 0
      ? 'Today is the last day'
      : `${-days} working day${days === -1 ? '' : 's'} late`;

const vi: DayWords = {
  headline({ body }) {
    switch (body.kind) {
      case 'toRegister':
        return `${viLeft(body.daysLeft)}, chưa đăng ký`;
      case 'toSendDossier':
        return `${viLeft(body.daysLeft)}, chưa nộp hồ sơ`;
      case 'dossierReturned':
        return 'Hồ sơ bị trả lại';
      case 'unregistered':
        return `${body.units.length + body.more} đơn vị chưa đăng ký`;
      case 'undecided':
        return body.overdue
          ? `Quá hạn quyết định ${body.units.length + body.more} đơn vị`
          : `Đến hạn quyết định ${body.units.length + body.more} đơn vị`;
      case 'archive':
        return body.stage === 'reminder'
          ? `${viLeft(body.daysLeft)} để nộp hồ sơ vào lưu trữ`
          : 'Quá hạn nộp hồ sơ vào lưu trữ';
    }
  },
  lead(it) {
    const { body, unitName, due } = it;
    const of = vi.what(it.subject);
    const last = due === null ? '' : momentWithDay(due, 'vi');
    switch (body.kind) {
      case 'toRegister':
        return `${nameVi(it)} được yêu cầu đăng ký ${of}; đến nay hệ thống chưa ghi nhận đăng ký. Trong hạn đến ${last}.`;
      case 'toSendDossier':
        return `${nameVi(it)} đã đăng ký ${of}; đến nay hệ thống chưa có hồ sơ của đơn vị. Thời gian xét, đánh giá kết thúc lúc ${last}; sau đó nơi công nhận quyết định.`;
      case 'dossierReturned':
        return `Hồ sơ ${of} của ${nameVi(it)} bị trả lại, lý do: ${ended(body.reason)} ${due === null ? 'Bản lưu của quy định không có ngày cuối nộp lại.' : `Thời gian xét, đánh giá kết thúc lúc ${last}.`}`;
      case 'unregistered':
        return `Ngày cuối đăng ký ${of} là ${dateText(due?.date ?? '', 'vi')}: ${body.registered} đơn vị đã đăng ký, ${body.units.length + body.more} đơn vị được yêu cầu mà chưa đăng ký.`;
      case 'undecided':
        return body.overdue
          ? `Đã qua hạn quyết định ${of} (${last}): ${body.units.length + body.more} trong ${body.registered} đơn vị đã đăng ký chưa có quyết định.`
          : `Hạn quyết định ${of} là ${last}: ${body.units.length + body.more} trong ${body.registered} đơn vị đã đăng ký chưa có quyết định.`;
      case 'archive':
        return body.stage === 'reminder'
          ? `${capital(of)} đã kết thúc. Hồ sơ công việc phải nộp vào lưu trữ của ${unitName.vi} chậm nhất ${last}; hệ thống chưa ghi nhận việc nộp.`
          : `${capital(of)} đã kết thúc. Hạn nộp hồ sơ công việc vào lưu trữ của ${unitName.vi} là ${last}, đã qua; hệ thống chưa ghi nhận việc nộp.`;
    }
  },
  what: (subject) =>
    subject.kind === 'recognition'
      ? `công nhận “An toàn về an ninh, trật tự” năm ${subject.year}`
      : `Chỉ thị ${subject.symbol}${subject.date === null ? '' : ` ngày ${dateText(subject.date, 'vi')}`}`,
  answer(it) {
    switch (it.body.kind) {
      case 'toRegister':
        return `Gửi kế hoạch và đăng ký trong hệ thống, tại năm ${codeOf(it)}. Nếu không thuộc diện đăng ký, báo lại nơi công nhận.`;
      case 'toSendDossier':
        return `Nộp hồ sơ (tờ trình, báo cáo, biên bản, tài liệu) trong hệ thống, tại năm ${codeOf(it)}.`;
      case 'dossierReturned':
        return `Bổ sung theo lý do trên rồi nộp lại hồ sơ trong hệ thống, tại năm ${codeOf(it)}. Không nộp lại thì nơi công nhận có thể quyết định chưa đạt vì không có hồ sơ.`;
      case 'unregistered':
        return `Đôn đốc các đơn vị trên; đăng ký sau ngày đó vẫn được ghi nhận và đánh dấu là muộn. Xem năm ${codeOf(it)}.`;
      case 'undecided':
        return `Thẩm định hồ sơ còn lại, rồi ghi số và ngày quyết định trong hệ thống, tại năm ${codeOf(it)}. Quyết định sau hạn vẫn được ghi nhận và đánh dấu là muộn.`;
      case 'archive':
        return `Kiểm tra hồ sơ đủ văn bản, báo cáo, kết luận; lập mục lục; nộp vào lưu trữ cơ quan; rồi ghi nhận việc nộp, số biên bản trong hệ thống, tại ${codeOf(it)}. Sau khi ghi nhận sẽ không nhắc nữa.`;
    }
  },
  listTitle: ({ kind }, count) =>
    `${kind === 'unregistered' ? 'Chưa đăng ký' : 'Chưa có quyết định'} (${count})`,
  more: (count) => `và ${count} đơn vị khác`,
  labels: {
    last: 'Ngày cuối',
    authority: 'Nơi công nhận',
    standingBody: 'Cơ quan thường trực',
    norm: 'Căn cứ',
    issuer: 'Cơ quan ban hành',
  },
};

const en: DayWords = {
  headline({ body }) {
    switch (body.kind) {
      case 'toRegister':
        return `${enLeft(body.daysLeft)}, not registered`;
      case 'toSendDossier':
        return `${enLeft(body.daysLeft)}, no dossier`;
      case 'dossierReturned':
        return 'Dossier returned';
      case 'unregistered':
        return `Not registered: ${counted(body)}`;
      case 'undecided':
        return body.overdue
          ? `The day to decide has passed: ${counted(body)}`
          : `Due for decision: ${counted(body)}`;
      case 'archive':
        return body.stage === 'reminder'
          ? `${enLeft(body.daysLeft)} to hand the file to the archive`
          : 'The file is overdue at the archive';
    }
  },
  lead(it) {
    const { body, unitName, due } = it;
    const of = en.what(it.subject);
    const last = due === null ? '' : momentWithDay(due, 'en');
    switch (body.kind) {
      case 'toRegister':
        return `${nameEn(it)} was called upon to register for ${of}; so far no registration is recorded. It is in time until ${last}.`;
      case 'toSendDossier':
        return `${nameEn(it)} has registered for ${of}; so far its dossier is not here. The time assessed ends at ${last}; after that the body decides.`;
      case 'dossierReturned':
        return `The dossier of ${nameEn(it)} for ${of} was returned: ${ended(body.reason)} ${due === null ? 'Our copy of the norm has no last day to send it again.' : `The time assessed ends at ${last}.`}`;
      case 'unregistered':
        return `The last day to register for ${of} is ${dateText(due?.date ?? '', 'en')}: ${body.registered} registered, ${counted(body)} called upon and not registered.`;
      case 'undecided':
        return body.overdue
          ? `The day to decide on ${of} (${last}) has passed: ${counted(body)} of ${body.registered} registered without a decision.`
          : `${capital(of)} is to be decided by ${last}: ${counted(body)} of ${body.registered} registered without a decision.`;
      case 'archive':
        return body.stage === 'reminder'
          ? `${capital(of)} is concluded. Its file goes to the archive of ${unitName.en} by ${last}; so far the system knows of no hand-over.`
          : `${capital(of)} is concluded. Its file was due at the archive of ${unitName.en} by ${last}; the system knows of no hand-over.`;
    }
  },
  what: (subject) =>
    subject.kind === 'recognition'
      ? `the recognition “safe in security and order” of ${subject.year}`
      : `Directive ${subject.symbol}${subject.date === null ? '' : ` of ${dateText(subject.date, 'en')}`}`,
  answer(it) {
    switch (it.body.kind) {
      case 'toRegister':
        return `Send the plan and the registration in the system, under ${codeOf(it)}. If you are not among those to register, tell the body that recognises.`;
      case 'toSendDossier':
        return `Submit the dossier (proposal, report, minutes, documents) in the system, under ${codeOf(it)}.`;
      case 'dossierReturned':
        return `Complete it and submit it again in the system, under ${codeOf(it)}. If it does not come again, the body may decide “not met” for want of a dossier.`;
      case 'unregistered':
        return `Urge the units above; a later registration is taken and marked as late. See ${codeOf(it)}.`;
      case 'undecided':
        return `Appraise what is left, then record number and date of the decision in the system, under ${codeOf(it)}. A later decision is taken and marked as late.`;
      case 'archive':
        return `See that the file holds every document, report and conclusion; list its contents; hand it to the archive; then record the hand-over and the number of its minutes under ${codeOf(it)}. After that you are not reminded again.`;
    }
  },
  listTitle: ({ kind }, count) =>
    `${kind === 'unregistered' ? 'Not registered' : 'Without a decision'} (${count})`,
  more: (count) => `and ${count} more`,
  labels: {
    last: 'Last day',
    authority: 'Decided by',
    standingBody: 'Standing body',
    norm: 'Rule',
    issuer: 'Issued by',
  },
};

/** A sentence of its own. */
function ended(reason: string): string {
  return /[.!?…]$/u.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`;
}

function counted({ units, more }: { readonly units: readonly unknown[]; readonly more: number }) {
  const count = units.length + more;
  return count === 1 ? '1 unit' : `${count} units`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const DAY_WORDS: { readonly [L in Language]: DayWords } = { vi, en };
