/**
 * What every door from outside does alike, whatever carries the request: who may ask, what must not be kept, and the way
 * in. Invariant: what is refused here has left no trace; what is admitted is in the command log.
 */
import { createHash } from 'node:crypto';
import {
  CONTENT_PATHS,
  FILE_PATHS,
  TOKEN_PATHS,
  mayAsk,
  rolesOf,
  valuesAt,
  type PublicCommand,
  type Right,
} from '../contracts';
import { refuseToKeep, type Actor } from '../domain';
import type { AcceptResult, Deployment, Ledger } from '../ledger';
import { refusal } from './refusal';
import { withStoredDraft } from './stored-draft';
import type { WayIn } from './way-in';

/** A command of the table with its address, its body and who asks, all checked. */
export type Asking = {
  readonly row: PublicCommand;
  readonly params: Record<string, string | number>;
  readonly body: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
};

export type Admitting = {
  readonly commands: Pick<WayIn, 'submit'>;
  readonly contents: Pick<Ledger, 'describeContent' | 'getContent' | 'isKept'>;
};

export type Admitted = AcceptResult & { readonly type: string; readonly stream: string };

/** A live system knows nobody yet: every write is refused there, before anything else of the request is looked at. */
export function refuseUnknown(mode: Deployment['mode']): void {
  if (mode === 'live') throw refusal('identity.none-yet');
}

export function refuseWithout(right: Right, { role }: Actor): void {
  if (mayAsk(role, right)) return;
  throw refusal('right.missing', { role, right, roles: rolesOf(right) });
}

export async function admit(parts: Admitting, asking: Asking): Promise<Admitted> {
  const { row, params, body, actor, idempotencyKey } = asking;
  const { type } = row;
  const ids = {
    directive: () => newId('d', actor, idempotencyKey),
    commendation: () => newId('k', actor, idempotencyKey),
  };
  const { stream, data: sent } = row.address(params, body, ids);
  refuseToBeKept(type, sent);
  const data = await withStoredDraft(parts.contents, { stream, data: sent });
  await refuseUnknownContents(parts.contents, type, data);
  await refuseOtherFiles(parts.contents, type, data);
  await refuseUnknownTokens(parts.contents, type, data);
  const accepted = await parts.commands.submit({ type, stream, data, actor, idempotencyKey });
  const { commandId } = accepted;
  if (accepted.result === 'conflict') throw refusal('idempotency.conflict', { commandId });
  return { ...accepted, type, stream };
}

/** What a decider refuses is recorded with its words; a state secret must not even reach the log. */
function refuseToBeKept(type: string, data: unknown): void {
  const refused = refuseToKeep(type, data);
  if (refused) throw refusal(refused.rejection.code, refused.rejection.params);
}

async function refuseUnknownContents(
  contents: Admitting['contents'],
  type: string,
  data: unknown,
): Promise<void> {
  for (const sha256 of new Set(valuesAt(data, CONTENT_PATHS[type] ?? []))) {
    const known = typeof sha256 === 'string' && (await contents.describeContent(sha256)) !== null;
    if (!known) throw refusal('content.unknown', { sha256: String(sha256) });
  }
}

type NamedFile = { name: string; mediaType: string; size: number; sha256: string };

/** What a report says of a file is what the store holds: known contents only. */
async function refuseOtherFiles(
  contents: Admitting['contents'],
  type: string,
  data: unknown,
): Promise<void> {
  for (const file of valuesAt(data, FILE_PATHS[type] ?? []) as NamedFile[]) {
    const held = await contents.describeContent(file.sha256);
    if (held === null) throw refusal('content.unknown', { sha256: file.sha256 });
    const claimed = { size: file.size, mediaType: file.mediaType.toLowerCase() };
    if (claimed.size === held.size && claimed.mediaType === held.mediaType) continue;
    throw refusal('content.differs', {
      name: file.name,
      sha256: file.sha256,
      claimed: spoken(claimed),
      held: spoken(held),
    });
  }
}

function spoken({ size, mediaType }: { size: number; mediaType: string }): string {
  return `${mediaType}, ${size} byte`;
}

async function refuseUnknownTokens(
  contents: Admitting['contents'],
  type: string,
  data: unknown,
): Promise<void> {
  for (const token of new Set(valuesAt(data, TOKEN_PATHS[type] ?? []))) {
    const known = typeof token === 'string' && (await contents.isKept(token));
    if (!known) throw refusal('personal.unknown', { token: String(token) });
  }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** `d-` or `k-` and 60 bits of (actor, key): the same request names the same directive, the same commendation. */
function newId(kind: 'd' | 'k', actor: Actor, idempotencyKey: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([actor.id, idempotencyKey]))
    .digest();
  const letters = [...hash.subarray(0, 12)].map((byte) => BASE32[byte & 31]);
  return `${kind}-${letters.join('')}`;
}
