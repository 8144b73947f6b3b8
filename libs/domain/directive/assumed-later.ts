/** What is assumed with a later instrument whose relation is: listed with the directive's other assumptions. */
import type { DirectiveStatus } from './directive-state';
import type { LaterInstrument, LaterRelation } from './later-instrument';
import type { Assumption } from './plan';

/** What is assumed with an assumed relation; its source is what the person gave as the reason. */
export function assumedWith({
  instrument,
  about,
  relation,
  ...note
}: LaterInstrument): Assumption | null {
  if (relation.grade !== 'assumed') return null;
  const { symbol, date } = instrument;
  const { vi, en } = SAID[relation.value](
    about === null ? OF_ITSELF : ofParent(about),
    `${symbol} ngày ${date}`,
    `${symbol} of ${date}`,
  );
  const from = note.effectiveOn;
  return {
    code: 'instrument.later',
    policy: null,
    source: [...new Set([relation.reason, note.reason])].join('; '),
    text: {
      vi: from === null ? vi : `${vi} (có hiệu lực từ ${from})`,
      en: from === null ? en : `${en} (in force from ${from})`,
    },
  };
}

/** Out of force for good: nothing is assumed of its own force any more. What is concluded stays in force. */
export const OUT_OF_FORCE: readonly DirectiveStatus[] = ['superseded', 'revoked', 'recalled'];

/** What is assumed of a directive in this status by the notes that count. */
export function assumedLater(
  notes: readonly LaterInstrument[],
  status: DirectiveStatus,
): readonly Assumption[] {
  const ended = OUT_OF_FORCE.includes(status);
  return notes.flatMap((note) => (ended && note.about === null ? [] : (assumedWith(note) ?? [])));
}

type Named = { readonly vi: string; readonly en: string };

const OF_ITSELF: Named = { vi: 'chỉ thị này', en: 'this directive' };
const ofParent = (symbol: string): Named => ({
  vi: `${symbol} mà chỉ thị này dẫn chiếu`,
  en: `${symbol}, which this directive cites,`,
});

const SAID: {
  readonly [R in LaterRelation]: (of: Named, vi: string, en: string) => Named;
} = {
  besides: (of, vi, en) => ({
    vi: `${upper(of.vi)} còn hiệu lực: giả định, vì ${vi} cùng nội dung, chưa thấy điều khoản thay thế`,
    en: `${upper(of.en)} is still in force: assumed, since ${en} treats the same subject and no clause is known that replaces it`,
  }),
  amends: (of, vi, en) => ({
    vi: `${upper(of.vi)} đã được ${vi} sửa đổi, bổ sung: giả định`,
    en: `${upper(of.en)} has been amended by ${en}: assumed`,
  }),
  replaces: (of, vi, en) => ({
    vi: `${upper(of.vi)} đã được ${vi} thay thế: giả định`,
    en: `${upper(of.en)} has been replaced by ${en}: assumed`,
  }),
};

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
