/** `dondoc directive note-later`, and the later instruments on a directive's page: each with how its relation is known. */
import { LATER_RELATION } from '../../../libs/contracts';
import { actingUnit } from '../../../libs/domain';
import type { LaterRelation } from '../../../libs/domain';
import type { DirectiveDetail, LaterInstrumentRow } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import { actorFor, directiveOf, type Context } from '../context';
import type { Screen } from '../screen';
import { printReceipt } from './receipt';

export type NoteOptions = {
  readonly issuer?: string;
  readonly symbol: string;
  readonly by: string;
  readonly date: string;
  readonly relation: LaterRelation;
  readonly about?: string;
  readonly known: 'stated' | 'inferred' | 'assumed';
  readonly quote?: string;
  readonly place?: string;
  readonly effective?: string;
  readonly reason: string;
};

export async function noteLater(
  context: Context,
  name: string,
  options: NoteOptions,
): Promise<void> {
  const relation = relationOf(options);
  const { client, key } = context;
  const { directive, draft, heirs } = await directiveOf(context, name, options.issuer);
  const { symbol, by, date, about = null, effective = null, reason } = options;
  const receipt = await client.ask(`/v1/directives/${directive}/later-instruments`, {
    body: {
      instrument: { symbol, issuer: by, date },
      about,
      relation,
      effectiveOn: effective,
      reason,
    },
    actor: actorFor(context, 'clerk', actingUnit(heirs, draft.issuer)),
    key,
  });
  printReceipt(context, receipt);
}

/** What is stated has its words and where they stand; anything else rests on the reason. */
function relationOf({ relation: value, known, quote, place, reason }: NoteOptions) {
  if (known !== 'stated') {
    if (quote === undefined && place === undefined) return { grade: known, value, reason };
    throw cliError(EXIT.usage, '--quote, --place: chỉ khi văn bản nêu · only with --known stated');
  }
  if (quote !== undefined && place !== undefined) return { grade: known, value, quote, place };
  throw cliError(EXIT.usage, '--known stated: thiếu · missing: --quote, --place');
}

export function laterInstruments(screen: Screen, { laterInstruments: all }: DirectiveDetail): void {
  if (all.length === 0) return;
  screen.heading('Văn bản sau này được ghi nhận', 'Later instruments that were noted');
  for (const row of all) {
    const { instrument, about, effectiveOn, issuerName, relation, reason } = row;
    const issuer = screen.text(issuerName, instrument.issuer);
    const day = screen.day(instrument.date);
    screen.prose(`• ${instrument.symbol}, ${day}, ${issuer}`, '', '  ');
    const of = about ?? screen.say('chỉ thị này', 'this directive');
    screen.item(['Đối với', 'On'], of, '    ');
    screen.item(['Quan hệ', 'Relation'], screen.graded(relation, wordsOf(screen)), '    ');
    if (relation.grade === 'stated') {
      screen.item(
        ['Nguyên văn', 'In its words'],
        `«${relation.quote}» (${relation.place})`,
        '    ',
      );
    }
    if (effectiveOn !== null) {
      screen.item(['Có hiệu lực từ', 'In force from'], screen.day(effectiveOn), '    ');
    }
    const told = 'reason' in relation && relation.reason === reason;
    if (!told) screen.item(['Lý do', 'Reason'], reason, '    ');
    screen.item(['Ghi nhận', 'Noted'], notedBy(screen, row), '    ');
    for (const older of row.before) {
      const was = screen.graded(older.relation, wordsOf(screen));
      screen.item(['Trước đó', 'Before'], `${was}; ${notedBy(screen, older)}`, '    ');
    }
  }
}

function notedBy(
  screen: Screen,
  { recordedAt, actor }: Pick<LaterInstrumentRow, 'recordedAt' | 'actor'>,
): string {
  return `${screen.time(recordedAt)}, ${actor.id}`;
}

const wordsOf = (screen: Screen) => (value: LaterRelation) => LATER_RELATION[value][screen.lang];
