/** A later instrument in a sentence that says how its relation is known. */
import { GRADE, LATER_RELATION } from '../../contracts';
import { valueOf, type DirectiveEvent } from '../../domain';
import { because, date, put, text, type Sentences } from './say';

type OfLater = Extract<DirectiveEvent, { type: 'LaterInstrumentNoted' }>;

export const LATER_SENTENCES: Sentences<OfLater> = {
  LaterInstrumentNoted: ({ instrument, about, relation, effectiveOn, reason }, names) => {
    const value = valueOf(relation);
    return put(
      'Ghi nhận văn bản sau này {} ngày {} của {} đối với {}: {} ({}){}{}.',
      'The later instrument {} of {} by {} was noted for {}: {} ({}){}{}.',
      instrument.symbol,
      date(instrument.date),
      names(instrument.issuer),
      about ?? text('chỉ thị này', 'this directive'),
      value === undefined ? '–' : LATER_RELATION[value],
      GRADE[relation.grade],
      effectiveOn === null
        ? ''
        : text(`, có hiệu lực từ ${date(effectiveOn)}`, `, in force from ${date(effectiveOn)}`),
      because(reason),
    );
  },
};
