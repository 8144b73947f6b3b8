/** What took place under a directive, in sentences that say how each part is known: nothing is made surer than it is. */
import { GRADE, localDateText, localMonthText, REVIEW_KIND } from '../../contracts';
import { valueOf, type Graded, type Source, type Text } from '../../domain';
import type { Occurred } from '../rows';
import { join, put, text, units, type Names, type Sentences } from './say';

export const OCCURRENCE_SENTENCES: Sentences<Occurred> = {
  ConferenceHeld: ({ title, when, by, source }, names) =>
    join(
      put(
        'Ghi nhận hội nghị “{}”, {}, {}',
        'The conference “{}” was recorded, {}, {}',
        title,
        known(when, whenText),
        known(by, names),
      ),
      told(source),
    ),
  InspectionHeld: ({ title, when, by, inspected, report, source }, names) =>
    join(
      put(
        'Ghi nhận kiểm tra “{}”, {}, {}; nơi được kiểm tra: {}; báo cáo: {}',
        'The inspection “{}” was recorded, {}, {}; inspected: {}; report: {}',
        title,
        known(when, whenText),
        known(by, names),
        known(inspected, (all) => listed(all, names)),
        known(report, ({ number, date, to }) =>
          put(
            '{} ngày {} gửi {}',
            '{} of {} to {}',
            number ?? '–',
            localDateText(date) ?? date,
            names(to),
          ),
        ),
      ),
      told(source),
    ),
  UnitPraised: ({ title, when, by, praised, source }, names) =>
    join(
      put(
        'Ghi nhận biểu dương “{}”, {}, {}; được biểu dương: {}',
        'Praise “{}” was recorded, {}, {}; praised: {}',
        title,
        known(when, whenText),
        known(by, names),
        known(praised, (all) => listed(all, names)),
      ),
      told(source),
    ),
  ResultRecorded: ({ result, when, by, source }, names) =>
    join(
      result.kind === 'instrument'
        ? put(
            'Ghi nhận văn bản triển khai {} “{}”, {}, {}',
            'The implementing instrument {} “{}” was recorded, {}, {}',
            result.symbol,
            result.title,
            known(when, whenText),
            known(by, names),
          )
        : put(
            'Ghi nhận kết quả {}/{} {}, tính đến {}, {}',
            'A result was recorded: {}/{} {}, as of {}, {}',
            result.reached,
            result.of,
            result.title,
            known(when, whenText),
            known(by, names),
          ),
      told(source),
    ),
  JointInstrumentReviewed: ({ instrument, kind, title, when, by, source }, names) =>
    join(
      put(
        'Ghi nhận {} văn bản liên tịch {} “{}”, {}, {}',
        'The {} of the joint instrument {} was recorded: “{}”, {}, {}',
        REVIEW_KIND[kind],
        known(instrument, (symbol) => text(symbol, symbol)),
        title,
        known(when, whenText),
        known(by, names),
      ),
      told(source),
    ),
};

/** A value and, unless the text states it, how it is known. */
function known<T>(graded: Graded<T>, show: (value: T) => Text): Text {
  const how = GRADE[graded.grade];
  const value = valueOf(graded);
  if (value === undefined) return put('({})', '({})', how);
  if (graded.grade === 'stated') return show(value);
  return put('{} ({})', '{} ({})', show(value), how);
}

/** `2014-12` is a month: no day is made of it. */
function whenText(when: string): Text {
  const day = localDateText(when);
  if (day !== null) return text(day, day);
  const month = localMonthText(when) ?? when;
  return text(`tháng ${month}`, month);
}

function listed(all: readonly string[], names: Names): Text {
  if (all.length > 5) return units(all.length);
  const shown = all.map(names);
  return { vi: shown.map(({ vi }) => vi).join(', '), en: shown.map(({ en }) => en).join(', ') };
}

function told(source: Source | null): Text {
  return source === null ? text('.', '.') : put('. Nguồn: {}.', '. Source: {}.', source.title);
}
