/**
 * After a restore: whether a checkpoint that was kept outside is the beginning of what was restored, and what an operator
 * decides where it is not. One that is longer than the ledger cannot be compared with it: then the longest restored one
 * that a trusted key has signed is. Invariant: every comparison and every decision is a row of `ledger.restores`; a fork
 * that was found is never opened, and a loss only by a decision that names how much is lost and records what was compared.
 */
import type { Client } from 'pg';
import {
  Frontier,
  leafHash,
  NotANote,
  noteKey,
  originOf,
  readCheckpoint,
  readNote,
  same,
  signedBy,
  type Checkpoint,
  type NoteKey,
} from '../audit';
import { Failure } from '../ledger';
import { asOwner, goOn, rowOf, rowsInGroups } from './database';
import type { Following } from './format';

export type Confirming = Following & {
  /** A signed note: what `<folder>/latest`, a witness or a mail holds. */
  readonly checkpoint: string;
  /** Public keys that are trusted; default: those that were restored. */
  readonly keys?: readonly string[];
};

export type Confirmed =
  | { readonly verdict: 'consistent'; readonly size: number; readonly last: number }
  /** Entries `from` to `to` were signed and are not there. */
  | {
      readonly verdict: 'behind';
      readonly from: number;
      readonly to: number;
      /** The first entries that are those that were signed; null: there is nothing to compare what is there with. */
      readonly compared: number | null;
    }
  | { readonly verdict: 'fork'; readonly size: number; readonly last: number };

export type Standing = {
  /** A checkpoint that was signed over other entries was seen since the restore. */
  readonly isFork: boolean;
  /** The last entry that is there. */
  readonly last: number;
  /** The last one known of since the restore. */
  readonly known: number;
  /** The size of the longest checkpoint that was found to be its beginning since. */
  readonly compared: number | null;
  readonly deployment: string;
};

/** @param url as the owner of the database that was restored */
export async function confirmRestore(url: string, confirming: Confirming): Promise<Confirmed> {
  return asOwner(url, async (client) => {
    await client.query('BEGIN');
    const standing = await undecided(client);
    if (standing.isFork) throw isFork();
    const keys = await trustedKeys(client, confirming);
    const checkpoint = trusted(confirming.checkpoint, keys, standing);
    const { last } = standing;
    const known = Math.max(checkpoint.size, standing.known);
    const comparable =
      checkpoint.size <= last ? checkpoint : await longestRestored(client, keys, standing);
    if (comparable !== null) {
      const { size, root } = comparable;
      if (!same(await rootOver(client, size, confirming), root)) {
        await note(client, confirming, { kind: 'fork', last, known, compared: null });
        return { verdict: 'fork', size, last };
      }
    }
    const sizes = [comparable?.size, standing.compared].filter((it) => typeof it === 'number');
    const compared = sizes.length > 0 ? Math.max(...sizes) : null;
    const kind = known > last ? 'behind' : 'confirmed';
    await note(client, confirming, { kind, last, known, compared });
    return kind === 'behind'
      ? { verdict: 'behind', from: last + 1, to: known, compared }
      : { verdict: 'consistent', size: checkpoint.size, last };
  });
}

type Noted = {
  readonly kind: string;
  readonly last: number;
  readonly known: number;
  readonly compared: number | null;
};

async function note(client: Client, { checkpoint }: Confirming, noted: Noted): Promise<void> {
  const { kind, last, known, compared } = noted;
  await client.query(
    `INSERT INTO ledger.restores (kind, seq, known_seq, checkpoint, compared_size)
     VALUES ($1, $2, $3, $4, $5)`,
    [kind, last, known, checkpoint, compared],
  );
  await client.query('COMMIT');
}

const STANDING = `
  SELECT r.kind, d.id AS deployment, (SELECT coalesce(max(seq), 0) FROM ledger.entries) AS last,
         since.known, since.fork, since.compared
  FROM ledger.restores AS r, work.deployment AS d,
    (SELECT max(known_seq) AS known, bool_or(kind = 'fork') AS fork,
            max(compared_size) AS compared FROM ledger.restores
     WHERE id >= (SELECT max(id) FROM ledger.restores WHERE kind = 'restored')) AS since
  ORDER BY r.id DESC LIMIT 1`;

type StandingRow = Record<'kind' | 'deployment' | 'last' | 'known', string> & {
  readonly fork: boolean;
  readonly compared: string | null;
};

/** What is to be decided; nobody else decides meanwhile. */
export async function undecided(client: Client): Promise<Standing> {
  await client.query('LOCK TABLE ledger.restores IN EXCLUSIVE MODE');
  const row = await rowOf<StandingRow>(client, STANDING);
  if (row === null || row.kind === 'confirmed' || row.kind === 'loss-accepted') {
    throw new Failure('restore.none', 'there is no restore to decide about: nothing is held back', {
      nextStep: 'nothing is to be done',
    });
  }
  const { deployment, last, known, fork, compared } = row;
  return {
    isFork: fork,
    deployment,
    last: Number(last),
    known: Number(known),
    compared: compared === null ? null : Number(compared),
  };
}

async function trustedKeys(client: Client, { keys: given }: Confirming): Promise<NoteKey[]> {
  const { rows } = await client.query<{ key: string }>('SELECT key FROM ledger.signing_keys');
  const texts = given && given.length > 0 ? given : rows.map(({ key }) => key);
  if (texts.length === 0) {
    throw new Failure('checkpoint.no-key', 'no key is known that could have signed a checkpoint', {
      nextStep: 'name the public key that auditors pin: --key NAME+ID+BASE64',
    });
  }
  return orNotOurs(() => texts.map(noteKey));
}

/** @throws Failure `checkpoint.untrusted` */
function trusted(text: string, keys: readonly NoteKey[], { deployment }: Standing): Checkpoint {
  return orNotOurs(() => {
    const signed = readNote(text);
    const { signers } = signedBy(signed, keys);
    const checkpoint = readCheckpoint(signed.text);
    if (signers.some(({ kind }) => kind === 'log') && checkpoint.origin === originOf(deployment)) {
      return checkpoint;
    }
    throw notOurs(
      signers.length === 0
        ? 'no known key has signed it'
        : `it is of ${checkpoint.origin}, and this is ${originOf(deployment)}`,
    );
  });
}

/** What came with the backup says something only where a key that is trusted has signed it. */
async function longestRestored(
  client: Client,
  keys: readonly NoteKey[],
  standing: Standing,
): Promise<Checkpoint | null> {
  const text = 'SELECT note FROM ledger.checkpoints ORDER BY size DESC';
  let found: Checkpoint | null = null;
  for await (const rows of rowsInGroups<{ note: string }>(client, { text })) {
    found =
      rows.map(({ note: it }) => ifTrusted(it, keys, standing)).find((it) => it !== null) ?? null;
    if (found !== null) break;
  }
  await client.query('CLOSE ALL');
  return found;
}

function ifTrusted(...asked: Parameters<typeof trusted>): Checkpoint | null {
  try {
    const checkpoint = trusted(...asked);
    return checkpoint.size > 0 && checkpoint.size <= asked[2].last ? checkpoint : null;
  } catch (thrown) {
    if ((Object(thrown) as { code?: unknown }).code === 'checkpoint.untrusted') return null;
    throw thrown;
  }
}

function orNotOurs<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    throw thrown instanceof NotANote ? notOurs(thrown.message) : thrown;
  }
}

function notOurs(why: string): Failure {
  return new Failure('checkpoint.untrusted', `this checkpoint says nothing here: ${why}`, {
    nextStep:
      'take a checkpoint of this deployment from where it was kept: the checkpoint folder, a witness, a mail, or KEYFILE.last; ' +
      'a public key that the backup does not know is named by --key',
  });
}

/** Over the entries as they lie there: nothing that was computed before is trusted. */
async function rootOver(client: Client, size: number, following: Following): Promise<Uint8Array> {
  const frontier = new Frontier();
  const text = 'SELECT bytes FROM ledger.entries WHERE seq <= $1 ORDER BY seq';
  for await (const rows of rowsInGroups<{ bytes: string }>(client, { text, values: [size] })) {
    goOn(following);
    for (const { bytes } of rows) frontier.append(leafHash(bytes));
    following.onProgress?.({ step: 'entries', done: frontier.size, total: size });
  }
  return frontier.root();
}

export function isFork(): Failure {
  return new Failure(
    'restore.fork',
    'a checkpoint was signed over other entries than these: this is not the beginning of what was signed',
    {
      nextStep:
        'restore another backup into a new database; find out where the two histories part: npx dondoc verify (docs/audit.md)',
    },
  );
}
