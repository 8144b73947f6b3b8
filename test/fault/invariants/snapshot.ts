/** Everything the laws are about, read from every store of a drained deployment at one time: plain data, so that a test may alter it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { ParsedMail } from 'mailparser';
import type { Pool } from 'pg';
import { kindOfStream, parseRoundStream } from '../../../libs/domain';
import { readBook, type Line } from '../../e2e/support/book';
import { directiveTables, roundTables } from '../../integration/support/readmodel-fold';
import { readModelDeviations } from '../support/compared';
import type { Office, Receipt } from '../support/office';
import { notesInTopic, type Found } from '../support/outside';
import type { Stage } from '../support/stage';
import { publishedBy, valuesIn, type Published, type Values } from '../support/topic';

/** On a loaded machine a question may come too late for its own deadline. */
const ANSWERS_WITHIN_MS = 60_000;
const ANSWER_MS = 5_000;

export type LoggedCommand = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly receivedAt: string;
  readonly effectiveAt: string;
  readonly accepted: boolean | null;
  readonly seq: number | null;
  readonly version: number | null;
  readonly events: readonly string[] | null;
};

export type PlannedMail = {
  readonly messageId: string;
  readonly state: string;
  readonly recipient: string;
  readonly items: readonly {
    readonly entry: string;
    readonly round: string;
    readonly about: string;
    readonly unit: string;
  }[];
};

export type Snapshot = {
  /** By sequence. */
  readonly lines: readonly Line[];
  readonly log: readonly LoggedCommand[];
  readonly receipts: readonly Receipt[];
  readonly wakeups: readonly { readonly stream: string; readonly nextAt: string | null }[];
  readonly cursors: { readonly [consumer: string]: number };
  /** The read tables of each round and directive. */
  readonly tables: { readonly [stream: string]: unknown };
  /** What the runs that live say of themselves, by stream. */
  readonly runs: { readonly [stream: string]: string };
  readonly mails: readonly PlannedMail[];
  readonly unplannedItems: number;
  /** What the mail server took, repeats included. */
  readonly taken: readonly {
    readonly messageId: string;
    readonly to: string;
    readonly text: string;
    /** Of the ledger, in its header. */
    readonly entries: readonly string[];
  }[];
  /** What the mail server did not take, or took without a word (null). */
  readonly refused: readonly { readonly messageId: string; readonly code: number | null }[];
  /** So often a message is tried before it has failed for good. */
  readonly triesOfMail: number;
  readonly checkpoints: {
    /** Notes with their cosignatures, by size. */
    readonly kept: readonly string[];
    readonly found: readonly Found[];
    /** Places that must have the last one. */
    readonly outlets: readonly string[];
    /** Public keys of the ledger and of its witness. */
    readonly key: string;
    readonly witness: string;
  };
  /** What the topic of events holds, in its order; null without Kafka. */
  readonly published: readonly Published[] | null;
  readonly values: Values;
  /** Tokens of the personal values that can still be read. */
  readonly personal: readonly string[];
  /** By the SHA-256 of what was sent, each time it was. */
  readonly deadLetters: readonly string[];
  readonly badMessages: readonly string[];
  /** Rows of the read tables that are otherwise than built anew; none where nobody compared them. */
  readonly deviations: readonly string[];
  /** Processes that ended by themselves for no fault that was brought about. */
  readonly ended: readonly string[];
  /** What ended a process of ours and was foreseen by nobody, from the logs. */
  readonly unforeseen: readonly string[];
  /** Streams that were open while the clock was set: receipts there are not in the order of the ledger. */
  readonly clockWasSet: readonly string[];
};

export type Looking = {
  readonly clockWasSet: readonly string[];
  /** Whether the read tables are built anew beside, which takes seconds. */
  readonly compared: boolean;
};

export async function readSnapshot(
  stage: Stage,
  office: Office,
  { clockWasSet, compared }: Looking,
): Promise<Snapshot> {
  const { owner } = stage;
  const book = await readBook(owner);
  const lines = [...book.values()].flat().sort((a, b) => a.seq - b.seq);
  const query = async <Row>(text: string) => (await owner.query(text)).rows as Row[];
  const cursors = await query<{ consumer: string; seq: number }>(
    'SELECT consumer, seq::int AS seq FROM work.cursors',
  );
  const [rest] = await query<{ unplanned: number }>(
    'SELECT count(*)::int AS unplanned FROM work.mail_items WHERE message_id IS NULL',
  );
  const letters = await query<{ sha256: string }>('SELECT sha256 FROM work.dead_letters');
  const personal = await query<{ token: string }>(
    'SELECT token FROM work.erasable WHERE value IS NOT NULL ORDER BY token',
  );
  return {
    lines,
    log: await query<LoggedCommand>(LOG),
    receipts: office.receipts,
    wakeups: await query('SELECT stream, work.instant(next_at) AS "nextAt" FROM work.wakeups'),
    cursors: Object.fromEntries(cursors.map(({ consumer, seq }) => [consumer, seq])),
    tables: await tablesOf(owner, [...book.keys()]),
    runs: await runsOf(stage),
    mails: await query<PlannedMail>(MAILS),
    unplannedItems: rest!.unplanned,
    taken: stage.mail.received.map(({ messageId, to, mail }) => ({
      ...{ messageId, to, text: `${entryOf(mail)}\n${mail.subject}\n${mail.text}` },
      entries: entryOf(mail).split(', '),
    })),
    refused: stage.mail.refused,
    triesOfMail: stage.patience.retriesMs!.length + 1,
    checkpoints: await checkpointsOf(stage),
    published: await publishedBy(stage),
    values: await valuesIn(owner),
    personal: personal.map(({ token }) => token),
    deadLetters: letters.map(({ sha256 }) => sha256),
    badMessages: office.badMessages,
    deviations: compared ? await readModelDeviations(stage.databaseUrl()) : [],
    ended: stage.ended(),
    unforeseen: stage.unforeseen(),
    clockWasSet,
  };
}

/** Two rounds may have the same words in the same minute; the entry tells them apart. */
function entryOf({ headers }: ParsedMail): string {
  return String(headers.get('x-dondoc-entry'));
}

async function checkpointsOf({ owner, outside, kafka }: Stage): Promise<Snapshot['checkpoints']> {
  const { rows } = await owner.query<{ note: string }>(
    `SELECT c.note || coalesce((SELECT string_agg(s.line || E'\\n', '') FROM ledger.cosignatures AS s
                                WHERE s.size = c.size), '') AS note
     FROM ledger.checkpoints AS c ORDER BY c.size`,
  );
  const topic = kafka === null ? [] : await notesInTopic(kafka.found.kafka!.brokers);
  // An emptied Kafka gets the next one; what was there is elsewhere.
  const hasTopic = kafka !== null && !kafka.wasEmptied;
  return {
    kept: rows.map(({ note }) => note),
    found: [...outside.found(), ...topic],
    outlets: ['memory', 'latest', 'folder', 'witness', ...(hasTopic ? ['topic'] : [])],
    key: outside.key.key.text,
    witness: outside.witnessKey.key.text,
  };
}

const LOG = `
  SELECT id, stream, type, work.instant(received_at) AS "receivedAt", work.instant(effective_at) AS "effectiveAt",
         accepted, seq::int AS seq, version, events
  FROM work.command_log ORDER BY received_at, id`;

const MAILS = `
  SELECT message_id AS "messageId", state, recipient,
         (SELECT json_agg(json_build_object('entry', i.entry, 'round', i.round, 'about', i.about, 'unit', i.unit)
                          ORDER BY i.entry, i.unit, i.recipient)
          FROM work.mail_items AS i WHERE i.message_id = m.message_id) AS items
  FROM work.mail_messages AS m ORDER BY message_id`;

async function tablesOf(pool: Pool, streams: readonly string[]) {
  const tables: { [stream: string]: unknown } = {};
  for (const stream of streams) {
    const ref = parseRoundStream(stream);
    if (ref !== null && kindOfStream(stream) === 'round') {
      tables[stream] = await roundTables(pool, ref);
    } else if (kindOfStream(stream) === 'directive') {
      tables[stream] = await directiveTables(pool, stream);
    }
  }
  return tables;
}

/** Asked of the runs themselves: each answers from the state it holds. */
function runsOf(stage: Stage): Promise<Snapshot['runs']> {
  return stage.temporalClient(async (client) => {
    const runs: { [stream: string]: string } = {};
    for await (const { workflowId, runId } of client.workflow.list({
      query: 'ExecutionStatus = "Running"',
    })) {
      const words = await wordsOf(client, client.workflow.getHandle(workflowId, runId));
      if (words !== null) runs[workflowId] = words;
    }
    return runs;
  });
}

/** Null when it ended by itself between the list and the question; a run that never answers is a fault. */
async function wordsOf(client: Client, handle: WorkflowHandle): Promise<string | null> {
  for (const since = performance.now(); ; await pause(250)) {
    try {
      // The server waits half a minute for an answer that was lost on its way.
      const said = await client.withDeadline(Date.now() + ANSWER_MS, () =>
        handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata'),
      );
      return said.currentDetails ?? '';
    } catch (thrown) {
      if ((await handle.describe()).status.name !== 'RUNNING') return null;
      if (performance.now() - since > ANSWERS_WITHIN_MS) {
        throw new Error(`${handle.workflowId} does not answer`, { cause: thrown });
      }
    }
  }
}
