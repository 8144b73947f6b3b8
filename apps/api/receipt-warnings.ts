/**
 * What an accepted command was warned of, as its event says it: a nomination whose body has not the power today, or one that
 * comes late. A receipt that says only "done" would leave it to be found out at the decision.
 */
import { messageOf, storedEvent, unitsIn, type Params, type Receipt } from '../../libs/contracts';
import type { CommendationEvent } from '../../libs/domain';
import type { CommandRecord, Ledger } from '../../libs/ledger';
import type { Reads } from '../../libs/readmodel';

type Nominated = Extract<CommendationEvent, { type: 'CommendationNominated' }>;

type From = {
  readonly ledger: Pick<Ledger, 'entriesOfStream'>;
  readonly reads: Pick<Reads, 'unitNames'>;
};

/** Empty for every command that warns of nothing. */
export async function warningsOf(
  { stream, outcome }: CommandRecord,
  { ledger, reads }: From,
): Promise<Receipt['notes']> {
  const index = outcome?.events.indexOf('CommendationNominated') ?? -1;
  if (outcome === undefined || index < 0) return [];
  // The entries of its events follow that of the command.
  const at = outcome.version + 1 + index;
  const [entry] = await ledger.entriesOfStream(stream, at, at);
  const event = entry === undefined ? null : storedEvent(entry.envelope);
  if (event?.type !== 'CommendationNominated') return [];
  const data = event.data as unknown as Nominated['data'];
  return Promise.all(
    data.warnings.map(async (code) => {
      const params = paramsOf(code, data);
      const { title, next } = messageOf(code, params, await reads.unitNames(unitsIn(params)));
      return {
        vi: `${title.vi}. ${next.vi} [${code}]`,
        en: `${title.en}. ${next.en} [${code}]`,
      };
    }),
  );
}

/** The values that the refusal of the same code has. */
function paramsOf(code: string, { power, thematic }: Nominated['data']): Params {
  if (code === 'commendation.thematic-late' && thematic !== undefined) {
    const { calendarDays: days, last, today, policy, source } = thematic;
    return { days, last, today, rule: `${source} [${policy}]` };
  }
  const { body, form, name, on, holders, policy, source } = power;
  return { body, form, name, on, holders, rule: `${source} [${policy}]` };
}
