/** The facts of one directive as a table: each value with how it is known, what it rests on and what it is known from. */
import { DIRECTIVE_STATUS, sourceText, URGENCY } from '../../../libs/contracts';
import type { Graded } from '../../../libs/domain';
import type { DirectiveDetail } from '../../../libs/readmodel';
import type { Screen } from '../screen';
import { unitName } from './unit-name';

export function facts(screen: Screen, it: DirectiveDetail): void {
  screen.table(
    [
      ['Mục', 'Item'],
      ['Giá trị', 'Value'],
    ],
    [
      [screen.say('Tình trạng', 'Status'), DIRECTIVE_STATUS[it.status][screen.lang]],
      [screen.say('Ký hiệu', 'Symbol'), screen.graded(it.draft.symbol)],
      [screen.say('Ngày', 'Date'), screen.graded(it.draft.date, (date) => screen.time(date))],
      [screen.say('Trích yếu', 'Subject'), screen.graded(it.draft.abstract)],
      [
        screen.say('Người ký', 'Signer'),
        screen.graded(it.signer, ({ position, capacity }) =>
          capacity === 'head' ? position : `${capacity}. ${position}`,
        ),
      ],
      [
        screen.say('Độ khẩn', 'Urgency'),
        screen.graded(it.draft.urgency, (level) => URGENCY[level][screen.lang]),
      ],
      [
        screen.say('Theo dõi, đôn đốc', 'Monitoring body'),
        screen.graded(it.draft.monitoringBody, (unit) => unitName(screen, it.names, unit)),
      ],
      [screen.say('Văn bản cấp trên', 'Parents'), parentsText(screen, it)],
      ...(it.draft.dissemination
        ? [[screen.say('Phổ biến đến', 'Made known to'), screen.graded(it.draft.dissemination)]]
        : []),
      ...(it.draft.criteriaToConsider ?? []).map((one) => [
        screen.say('Tiêu chí xem xét', 'To consider'),
        criterionText(screen, one),
      ]),
      [screen.say('Nguồn', 'Sources'), sourcesText(screen, it)],
      [screen.say('Mã', 'Id'), it.directive],
    ],
  );
}

/** Each with how often it is cited; a group that the text names no member of stands in its own words. */
function parentsText(screen: Screen, { draft }: DirectiveDetail): string {
  const named = draft.parents.map(({ symbol, citations = [] }) => {
    const places = citations.map(({ place }) => place).join(', ');
    return places === '' ? symbol : `${symbol} (${places})`;
  });
  const unnamed = (draft.unnamedParents ?? []).map((group) => screen.graded(group));
  return [...named, ...unnamed].join('\n') || '–';
}

/** With the words of the text: nothing is computed from a criterion that is only to be considered. */
function criterionText(screen: Screen, criterion: Graded<string>): string {
  const text = screen.graded(criterion);
  return criterion.grade === 'stated' ? `${text}\n«${criterion.quote}»` : text;
}

function sourcesText(screen: Screen, { sources }: DirectiveDetail): string {
  return sources.map((one) => `${one.title} (${sourceText(one)[screen.lang]})`).join('\n');
}
