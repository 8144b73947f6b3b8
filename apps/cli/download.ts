/**
 * A large answer of the API as it comes, without a limit on time: a bundle of years takes minutes to begin. One that is
 * broken off is a fault, never an end.
 */
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { MODE_HEADER, type Problem } from '../../libs/contracts';
import { notReached, refused, searchOf, type Query } from './client';
import type { Context } from './context';
import { STOPPED } from './stop-on-signal';

/** A problem is no longer than this. */
const LONGEST_PROBLEM = 1_000_000;

/** Nothing came for so long: the way is dead. Years take minutes to begin. */
const IDLE_MS = 10 * 60_000;

export type Downloading = {
  readonly path: string;
  readonly query: Query;
  readonly signal: AbortSignal;
};

export async function download(
  { client, screen, actor }: Pick<Context, 'client' | 'screen' | 'actor'>,
  { path, query, signal }: Downloading,
): Promise<IncomingMessage> {
  const address = new URL(`${path}${searchOf(query)}`, await client.reachable());
  const { lang } = screen;
  const headers: Record<string, string> = { 'accept-language': lang };
  if (actor !== undefined) headers['x-dondoc-actor'] = actor;
  const response = await answerOf(address, { headers, signal });
  if (response.headers[MODE_HEADER] === 'drill') screen.markDrill();
  const status = response.statusCode ?? 0;
  if (status === 200) return response;
  throw refused(await problemIn(response), status, lang);
}

function answerOf(
  address: URL,
  { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
): Promise<IncomingMessage> {
  const get = address.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    const request = get(address, { signal, headers }, resolve);
    request.setTimeout(IDLE_MS, () => request.destroy(new Error('idle')));
    request.on('error', () => reject(signal.aborted ? STOPPED : notReached(address.origin)));
  });
}

async function problemIn(response: IncomingMessage): Promise<Problem | null> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LONGEST_PROBLEM) break;
  }
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}
