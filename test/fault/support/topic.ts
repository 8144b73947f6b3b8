/** What the relay has published and what is kept of persons, as the laws look at it. */
import type { Pool } from 'pg';
import { TOPICS } from '../../../libs/contracts';
import { recordsIn } from './outside';
import type { Stage } from './stage';

/** A record of the topic of events. */
export type Published = { readonly seq: number; readonly bytes: string };

export type Values = {
  /** Tokens under which a value is or was kept. */
  readonly kept: readonly string[];
  /** Tokens that commands name, in what they ask. */
  readonly asked: readonly string[];
};

export async function publishedBy({ kafka, deployment }: Stage): Promise<Published[] | null> {
  if (kafka === null) return null;
  const records = await recordsIn(kafka.found.kafka!.brokers, TOPICS.events);
  return records
    .filter(({ headers }) => String(headers?.ce_source) === `urn:dondoc:${deployment}`)
    .map(({ headers, value }) => ({ seq: Number(headers?.seq), bytes: String(value) }));
}

export async function valuesIn(owner: Pool): Promise<Values> {
  const tokens = async (query: string) =>
    (await owner.query<{ token: string }>(query)).rows.map(({ token }) => token);
  return {
    kept: await tokens('SELECT token FROM work.erasable ORDER BY token'),
    asked: await tokens(
      `SELECT DISTINCT (regexp_matches(data::text, 'pii:[0-9a-f]{64}', 'g'))[1] AS token
       FROM work.command_log ORDER BY token`,
    ),
  };
}
