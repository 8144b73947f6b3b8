/**
 * One readable paragraph from a derivation, in Vietnamese or English, from the data alone: the wording may change,
 * the reasons do not.
 */
import type { DerivationStep, StepParams } from './derivation';
import { dayText, skippedText } from './explain-day';
import type { Lang } from './moment';
import { periodLabel } from './period-label';

/** A step ready to be put into words: its dates as text, its params by name. */
type Said = {
  readonly lang: Lang;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly param: (name: string) => string;
  /** `, skipping …`, or nothing. */
  readonly skipping: string;
  readonly skipped: string;
};

type Phrase = { readonly [L in Lang]: (said: Said) => string };

/** The result first, then each step in order. A step of an unknown rule is given as it stands. */
export function explain(derivation: readonly DerivationStep[], lang: Lang): string {
  const timed = derivation.filter((step) => step.params?.hour !== undefined);
  const answer = timed.findLast((step) => !step.rule.startsWith('rung.')) ?? timed.at(-1);
  const opening = answer === undefined ? [] : [openingOf(answer, lang)];
  return [...opening, ...derivation.map((step) => sentence(step, lang))].join(' ');
}

function openingOf(answer: DerivationStep, lang: Lang): string {
  const said = spoken(answer, lang);
  if (answer.rule.startsWith('rung.')) {
    return lang === 'vi' ? `Thời điểm nhắc: ${said.to}.` : `Reminder at ${said.to}.`;
  }
  return lang === 'vi' ? `Hạn: ${said.to}.` : `Due ${said.to}.`;
}

function sentence(step: DerivationStep, lang: Lang): string {
  const phrase = PHRASES[step.rule];
  if (phrase === undefined) return `${step.rule}: ${step.from} → ${step.to} (${step.source}).`;
  return phrase[lang](spoken(step, lang));
}

function spoken({ from, to, source, params = {} }: DerivationStep, lang: Lang): Said {
  const skipped = skippedText(params, lang);
  const word = lang === 'vi' ? 'không tính' : 'not counting';
  return {
    lang,
    from: moment(from, params, lang, 'from'),
    to: moment(to, params, lang, 'to'),
    source,
    param: (name) => String(params[name] ?? ''),
    skipping: skipped === '' ? '' : `, ${word} ${skipped}`,
    skipped,
  };
}

/** A date in words; an instant by the local date and hour its step carries, in UTC when it carries none. */
function moment(value: string, params: StepParams, lang: Lang, end: 'from' | 'to'): string {
  if (!value.includes('T')) return dayText(value, lang);
  const { date, hour } = params;
  if (end === 'to' && typeof date === 'string' && typeof hour === 'string') {
    return `${hour} ${dayText(date, lang)}`;
  }
  return `${value.slice(11, 16)} UTC ${dayText(value.slice(0, 10), lang)}`;
}

/** `cộng 2 ngày làm việc` · `2 working days after`; on the day itself when the count is 0. */
function counted(said: Said, [vi, en]: readonly [string, string]): string {
  const count = Number(said.param('days'));
  const size = Math.abs(count);
  if (said.lang === 'vi') return `${count < 0 ? 'trừ' : 'cộng'} ${size} ${vi}`;
  return `${size} ${en}${size === 1 ? '' : 's'} ${count < 0 ? 'before' : 'after'}`;
}

function hoursFromDue(said: Said): string {
  const count = Number(said.param('hours'));
  const size = Math.abs(count);
  if (count === 0) return said.lang === 'vi' ? 'Đúng thời điểm hết hạn' : 'The due time itself';
  if (said.lang === 'vi') return `${size} giờ ${count < 0 ? 'trước' : 'sau'} thời điểm hết hạn`;
  return `${size} hour${size === 1 ? '' : 's'} ${count < 0 ? 'before' : 'after'} the due time`;
}

function years(said: Said): string {
  const count = said.param('years');
  return count === '1' ? '1 year' : `${count} years`;
}

function added(vi: string, en: string): Phrase {
  return {
    vi: (s) => `Từ ${s.from}, ${counted(s, [vi, en])}${s.skipping}, được ${s.to} (${s.source}).`,
    en: (s) => `${counted(s, [vi, en])} ${s.from}${s.skipping} is ${s.to} (${s.source}).`,
  };
}

const PHRASES: { readonly [rule: string]: Phrase } = {
  'anchor.issue': {
    vi: (s) => `Mốc tính là ngày ban hành, ${s.to} (${s.source}).`,
    en: (s) => `The term runs from the day of issue, ${s.to} (${s.source}).`,
  },
  'anchor.closing': {
    vi: (s) => `Mốc tính là ngày chốt số liệu, ${s.to} (${s.source}).`,
    en: (s) => `The term runs from the day the data close, ${s.to} (${s.source}).`,
  },
  'anchor.request': {
    vi: (s) => `Mốc tính là khi có yêu cầu, ${s.to} (${s.source}).`,
    en: (s) => `The term runs from the request, ${s.to} (${s.source}).`,
  },
  'anchor.period': {
    vi: (s) => `Kỳ báo cáo: ${periodLabel(s.param('period')).vi}, chốt số liệu ${s.to}.`,
    en: (s) => `The data of the period (${periodLabel(s.param('period')).en}) close on ${s.to}.`,
  },
  'due.workingDaysAfter': added('ngày làm việc', 'working day'),
  'due.calendarDaysAfter': added('ngày', 'calendar day'),
  'due.hoursAfter': {
    vi: (s) => `Cộng ${s.param('hours')} giờ được ${s.to} (${s.source}).`,
    en: (s) => `${s.param('hours')} hours later is ${s.to} (${s.source}).`,
  },
  'due.dayOfLastMonth': {
    vi: (s) => `Ngày ${s.param('day')} của tháng cuối kỳ là ${s.to} (${s.source}).`,
    en: (s) => `Day ${s.param('day')} of the period's last month is ${s.to} (${s.source}).`,
  },
  'due.dayOfNextMonth': {
    vi: (s) => `Ngày ${s.param('day')} của tháng tiếp theo kỳ báo cáo là ${s.to} (${s.source}).`,
    en: (s) => `Day ${s.param('day')} of the month after the period is ${s.to} (${s.source}).`,
  },
  'due.yearlyDate': {
    vi: (s) => `Ngày ${s.param('day')}/${s.param('month')} hằng năm là ${s.to} (${s.source}).`,
    en: (s) => `The yearly date ${s.param('day')}/${s.param('month')} is ${s.to} (${s.source}).`,
  },
  'due.fixedDate': {
    vi: (s) => `Ngày ấn định là ${s.to} (${s.source}).`,
    en: (s) => `The date set is ${s.to} (${s.source}).`,
  },
  'due.periodEnd': {
    vi: (s) => `Hạn là ngày cuối kỳ, ${s.to} (${s.source}).`,
    en: (s) => `It is due on the last day of the period, ${s.to} (${s.source}).`,
  },
  'bound.strict': {
    vi: (s) => `“Trước ngày” ${s.from}: ngày cuối cùng trong hạn là ${s.to} (${s.source}).`,
    en: (s) => `"Before" ${s.from}: the last day in time is ${s.to} (${s.source}).`,
  },
  'bound.inclusive': {
    vi: (s) => `“Trước ngày” ${s.from} được hiểu là trong ngày đó (${s.source}).`,
    en: (s) => `"Before" ${s.from} is read as on that day at the latest (${s.source}).`,
  },
  'roll.forward': {
    vi: (s) =>
      `Nghỉ ${s.skipped}, nên hạn chuyển sang ngày làm việc tiếp theo, ${s.to} (${s.source}).`,
    en: (s) => `Off: ${s.skipped}; so it moves to the next working day, ${s.to} (${s.source}).`,
  },
  'roll.back': {
    vi: (s) =>
      `Nghỉ ${s.skipped}, nên hạn chuyển về ngày làm việc trước đó, ${s.to} (${s.source}).`,
    en: (s) => `Off: ${s.skipped}; so it moves to the working day before, ${s.to} (${s.source}).`,
  },
  'roll.keep': {
    vi: (s) => `Nghỉ ${s.skipped}, nhưng hạn giữ nguyên (${s.source}).`,
    en: (s) => `Off: ${s.skipped}; the date stays all the same (${s.source}).`,
  },
  'recognition.registration': {
    vi: (s) => `Đăng ký từ ${s.from} đến ${s.to} (${s.param('norm')}; ${s.source}).`,
    en: (s) => `One registers from ${s.from} to ${s.to} (${s.param('norm')}; ${s.source}).`,
  },
  'recognition.assessment': {
    vi: (s) =>
      `Thời gian xét, đánh giá từ ${s.from} đến ${s.to} (${s.param('norm')}; ${s.source}); bản lưu không có ngày cuối riêng cho hồ sơ.`,
    en: (s) =>
      `The time assessed is from ${s.from} to ${s.to} (${s.param('norm')}; ${s.source}); our copy holds no last day of the dossier's own.`,
  },
  'recognition.decision': {
    vi: (s) => `Quyết định trước ${s.to} (${s.param('norm')}; ${s.source}).`,
    en: (s) => `It is decided before ${s.to} (${s.param('norm')}; ${s.source}).`,
  },
  'archive.workEnd': {
    vi: (s) =>
      `Nộp lưu trữ trong ${s.param('years')} năm kể từ ngày công việc kết thúc, ${s.from}: chậm nhất ${s.to} (${s.source}).`,
    en: (s) =>
      `The file goes to the archive within ${years(s)} of the work ending, ${s.from}: by ${s.to} (${s.source}).`,
  },
  'archive.yearEnd': {
    vi: (s) =>
      `Nộp lưu trữ trong ${s.param('years')} năm kể từ năm công việc kết thúc (${s.from}): chậm nhất ${s.to} (${s.source}).`,
    en: (s) =>
      `The file goes to the archive within ${years(s)} from the year the work ends (${s.from}): by ${s.to} (${s.source}).`,
  },
  hour: {
    vi: (s) => `Giờ hết hạn trong ngày là ${s.param('hour')} (${s.source}).`,
    en: (s) => `On that day the hour is ${s.param('hour')} (${s.source}).`,
  },
  endOfDay: {
    vi: (s) => `Trong hạn đến hết ngày, 24:00 (${s.source}).`,
    en: (s) => `It is in time until the end of that day, 24:00 (${s.source}).`,
  },
  provisional: {
    vi: (s) =>
      `Ngày này là tạm tính: lịch ${s.source} còn ngày chưa chốt hoặc chưa có quyết định sau năm ${s.param('decided')}.`,
    en: (s) =>
      `This date is provisional: in the calendar ${s.source} a day it relies on is unsure or not decided (decided to ${s.param('decided')}).`,
  },
  'rung.workingDays': added('ngày làm việc', 'working day'),
  'rung.calendarDays': added('ngày', 'calendar day'),
  'rung.held': {
    vi: (s) => `Mức nhắc lẽ ra ${s.from} chuyển sang ${s.to} (${s.source}).`,
    en: (s) => `The rung of ${s.from} moves to ${s.to} (${s.source}).`,
  },
  'rung.hours': {
    vi: (s) => `${hoursFromDue(s)} là ${s.to} (${s.source}).`,
    en: (s) => `${hoursFromDue(s)} is ${s.to} (${s.source}).`,
  },
};
