/**
 * An operator decides that what is missing after a restore is lost. Invariant: the deployment opens only together with the
 * command that puts the decision on record.
 */
import type { Client } from 'pg';
import { LOSSES_STREAM, type Loss as RecordedLoss } from '../domain';
import { acceptWithin, Failure } from '../ledger';
import { isFork, undecided, type Standing } from './confirm-restore';
import { asOwner, rowOf } from './database';

export type Loss = {
  /** How many entries; null when no checkpoint tells. */
  readonly missing: number | null;
  readonly operator: string;
  readonly reason: string;
};

export type AcceptedLoss = {
  readonly last: number;
  readonly missing: number | null;
  /** The first entries that were found to be those that were signed; null: none were compared. */
  readonly compared: number | null;
};

/** The decision is an entry as soon as anything acts again. */
export async function acceptLoss(url: string, loss: Loss): Promise<AcceptedLoss> {
  return asOwner(url, async (client) => {
    await client.query('BEGIN');
    const { isFork: forked, last, known, compared } = await undecided(client);
    if (forked) throw isFork();
    const missing = known > last ? known - last : null;
    if (loss.missing !== missing) throw otherLoss({ last, known, missing });
    const accepted = { last, missing, compared };
    const id = await noteLoss(client, { ...accepted, ...loss, known });
    await record(client, id, { ...accepted, operator: loss.operator, reason: loss.reason });
    await client.query('COMMIT');
    return accepted;
  });
}

async function noteLoss(
  client: Client,
  {
    last,
    missing,
    known,
    compared,
    operator,
    reason,
  }: AcceptedLoss & Loss & Pick<Standing, 'known'>,
): Promise<string> {
  const row = await rowOf<{ id: string }>(
    client,
    `INSERT INTO ledger.restores (kind, seq, known_seq, compared_size, operator, reason)
     VALUES ('loss-accepted', $1, $2, $3, $4, $5) RETURNING id`,
    [last, missing === null ? null : known, compared, operator, reason],
  );
  return row!.id;
}

/** The row above is the database's; what auditors are to see stands in the ledger, under the checkpoints that come. */
function record(client: Client, id: string, data: RecordedLoss): Promise<void> {
  const actor = { id: 'restore', role: 'system' as const, unit: null };
  const stream = LOSSES_STREAM;
  return acceptWithin(client, { id: `loss-${id}`, stream, type: 'RecordLoss', data, actor });
}

type Known = Pick<Standing, 'last' | 'known'> & Pick<AcceptedLoss, 'missing'>;

function otherLoss({ last, known, missing }: Known): Failure {
  return new Failure(
    'restore.other-loss',
    missing === null
      ? 'no checkpoint and no backup tells of entries behind the last one: how many are missing is not known'
      : `${missing} entries are known to be missing, ${last + 1} to ${known}`,
    {
      nextStep:
        missing === null
          ? 'dondoc restore confirm --checkpoint FILE first; where none was kept: --missing unknown'
          : `say so: --missing ${missing}`,
    },
  );
}
