/** A duty's values as a clerk would say them. */
import type { Cadence, DirectiveDraft, DueRule, Who } from '../../../libs/domain';
import type { DirectiveDetail } from '../../../libs/readmodel';
import { localDateText, missingInWords } from '../../../libs/contracts';
import type { Screen, Words } from '../screen';
import { unitName } from './unit-name';

export function whoText(screen: Screen, who: Who, { draft, names }: DirectiveDetail): string {
  if (who.kind === 'class') {
    const except = who.except?.length
      ? screen.say(` (trừ ${who.except.join(', ')})`, ` (except ${who.except.join(', ')})`)
      : '';
    const classes = who.roleClasses.map((roleClass) => className(screen, draft, roleClass));
    return classes.join('; ') + except;
  }
  return who.units.length > 5
    ? screen.say(`${who.units.length} đơn vị`, `${who.units.length} units`)
    : who.units.map((unit) => unitName(screen, names, unit)).join(', ');
}

/** As the text names the class; by its code when the text does not. */
function className(screen: Screen, { addressees }: DirectiveDraft, roleClass: string): string {
  const named = addressees.find((it) => it.kind === 'class' && it.roleClass === roleClass);
  if (named?.kind === 'class') return screen.text(named.name);
  return screen.say(`nhóm ${roleClass}`, `class ${roleClass}`);
}

const PERIODS: Readonly<Record<string, Words>> = {
  week: ['hằng tuần', 'every week'],
  month: ['hằng tháng', 'every month'],
  quarter: ['hằng quý', 'every quarter'],
  half: ['6 tháng một lần', 'every half-year'],
  nineMonths: ['9 tháng', 'nine months'],
  year: ['hằng năm', 'every year'],
};

export function cadenceText(screen: Screen, cadence: Cadence): string {
  switch (cadence.kind) {
    case 'once':
      return screen.say('một lần', 'once');
    case 'onRequest':
      return screen.say('khi có yêu cầu', 'on request');
    case 'everyMonths':
      return screen.say(`${cadence.months} tháng một lần`, `every ${cadence.months} months`);
    case 'every': {
      const closing =
        cadence.system === 'closing15'
          ? screen.say(' (chốt ngày 14)', ' (closes on the 14th)')
          : '';
      return screen.say(...PERIODS[cadence.period]!) + closing;
    }
  }
}

const ANCHORS: Readonly<Record<string, Words>> = {
  issue: ['ngày ban hành', 'the issue'],
  closing: ['ngày chốt số liệu', 'the closing date'],
  request: ['lúc yêu cầu', 'the request'],
};

export function dueText(screen: Screen, due: DueRule, bound: 'inclusive' | 'before'): string {
  const before = bound === 'before' ? screen.say('trước ', 'before ') : '';
  return before + ruleText(screen, due);
}

function ruleText(screen: Screen, due: DueRule): string {
  const anchor = 'from' in due ? screen.say(...ANCHORS[due.from]!) : '';
  switch (due.kind) {
    case 'workingDaysAfter':
      return screen.say(
        `${due.days} ngày làm việc từ ${anchor}`,
        `${due.days} working days after ${anchor}`,
      );
    case 'calendarDaysAfter':
      return screen.say(`${due.days} ngày từ ${anchor}`, `${due.days} days after ${anchor}`);
    case 'hoursAfter':
      return screen.say(`${due.hours} giờ từ ${anchor}`, `${due.hours} hours after ${anchor}`);
    case 'dayOfLastMonth':
      return screen.say(`ngày ${due.day} tháng cuối kỳ`, `day ${due.day} of the last month`);
    case 'yearlyDate':
      return screen.say(
        `ngày ${due.day}/${due.month} hằng năm`,
        `${due.day}/${due.month} every year`,
      );
    case 'fixedDate':
      return screen.say('ngày ', 'on ') + localDateText(due.date);
    case 'periodEnd':
      return screen.say('hết kỳ', 'the end of the period');
  }
}

export function missingText(screen: Screen, missing: readonly string[]): string {
  return missing.map((it) => missingInWords(it)[screen.lang]).join(', ');
}
