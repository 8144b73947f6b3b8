/** One transaction on one connection: committed whole or rolled back, and the connection is never returned dirty. */
import type { Pool, PoolClient } from 'pg';
import { isTransient, translated } from './failure';

/** A holder that stops (SIGSTOP, a dead host) must not keep the appender's lock or a tray's share for ever. */
const LET_GO = `SET LOCAL idle_in_transaction_session_timeout = '5s'`;

const ATTEMPTS = 5;

/** The ledger's own writing: tried again where it met another, and refused in our words. */
export async function inLedgerTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  opening = '',
): Promise<Result> {
  return inLedgerStatement(() =>
    inTransaction(pool, work, opening === '' ? LET_GO : `${LET_GO}; ${opening}`),
  );
}

/** The same for what one statement does: it is a transaction by itself. */
export async function inLedgerStatement<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || attempt === ATTEMPTS) throw translated(error);
    }
  }
}

/**
 * Once, with PostgreSQL's own faults: `isPassing` tells which of them go away by themselves.
 * @param opening statements sent along with BEGIN, each with a snapshot of its own
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  opening = '',
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Unheard, a connection that dies under a transaction would end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query(opening === '' ? 'BEGIN' : `BEGIN; ${opening}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}

/** One statement of its own. */
export async function rowsOf<Row extends object>(
  pool: Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    const { rows } = await pool.query<Row>(text, [...values]);
    return rows;
  } catch (error) {
    throw translated(error);
  }
}

export type Statement = {
  readonly text: string;
  readonly values: unknown[];
  /** Prepared under this name. */
  readonly name?: string;
};

/**
 * One statement after another on one connection: while PostgreSQL works on one, the next is made. When one fails, or
 * cannot be made, it rejects, and the caller's transaction takes the others with it.
 */
export async function inARow(
  db: { query(statement: Statement): Promise<unknown> },
  statements: Iterable<Statement>,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (const statement of statements) {
    const sent = db.query(statement);
    // Heard in the next round, unless the next statement cannot be made.
    sent.catch(() => undefined);
    await before;
    before = sent;
  }
  await before;
}
