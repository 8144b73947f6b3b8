/**
 * The CLI's way to the API. A refusal comes back as its problem; a part that is down says which one and how to start
 * it. Nothing is retried: the caller sees what happened, and the same key may be sent again.
 */
import { createHash } from 'node:crypto';
import { MODE_HEADER, PERSONS, type Problem, type Receipt } from '../../libs/contracts';

/** How a command of the line ended, as its exit code. */
export const EXIT = { ok: 0, failed: 1, usage: 2, partDown: 3, interrupted: 130 } as const;

export type CliError = Error & { readonly exit: number; readonly problem?: Problem };

export function cliError(exit: number, message: string, problem?: Problem): CliError {
  return Object.assign(new Error(message), { exit, ...(problem ? { problem } : {}) });
}

/** Of a list each value goes out under the name. */
export type Query = {
  readonly [name: string]: string | number | boolean | readonly string[] | undefined;
};

export interface Client {
  /** The address at which the API answers. */
  reachable(): Promise<string>;
  get<T>(path: string, query?: Query): Promise<T>;
  /** A content by its hash, byte for byte. */
  content(sha256: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Every page of a list. */
  all<T>(path: string, query?: Query): Promise<T[]>;
  ask(path: string, asking: Asking): Promise<Receipt>;
  /** As `ask`, where the answer is no receipt. */
  post<T>(path: string, asking: Asking): Promise<T>;
  /** Asks about something that is too long for an address, in nobody's name: nothing is recorded. */
  look<T>(path: string, body: unknown): Promise<T>;
  /** With the hash of the bytes, so that what arrives otherwise is not kept; answers what the store holds. */
  put(bytes: Uint8Array, mediaType: string): Promise<Held>;
}

export type Held = {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
};

export type Asking = {
  readonly body: unknown;
  /** `id;role;unit`: taken in a drill only. */
  readonly actor: string;
  readonly key?: string;
};

export type ClientSettings = {
  readonly url: string;
  readonly lang: 'vi' | 'en';
  /** Called when an answer comes from a drill: its conduct is invented, and every page says so. */
  readonly ofDrill?: () => void;
  /** Asked once, when nobody answers at the address: another one, or null when there is none. */
  readonly otherwise?: () => Promise<string | null>;
  /** Who reads, `id;role;unit`: some readings are recorded, some are not for everybody. */
  readonly as?: string | undefined;
};

type Sending = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** Advancing a drill over years takes minutes. */
const TIMEOUT_MS = 280_000;

const ACTOR_FORM = `id;role;unit (${PERSONS.join(', ')})`;

const JSON_TYPE = { 'content-type': 'application/json' };

function jsonOf(body: unknown) {
  return { body: JSON.stringify(body), headers: JSON_TYPE };
}

export function createClient(settings: ClientSettings): Client {
  const { lang, ofDrill, as } = settings;
  const headers: Record<string, string> = { 'accept-language': lang };
  if (as !== undefined) headers['x-dondoc-actor'] = typed('--as', as, ACTOR_FORM);
  const { reach, reachable } = wayTo(settings);

  async function call<T>(path: string, init: Sending = {}): Promise<T> {
    const response = await reach(path, {
      ...init,
      headers: { ...headers, ...init.headers },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.headers.get(MODE_HEADER) === 'drill') ofDrill?.();
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as T;
    throw refused(answer as Problem | null, response.status, lang);
  }

  const post: Client['post'] = (path, { body, actor, key }) =>
    call(path, {
      ...jsonOf(body),
      method: 'POST',
      headers: {
        ...JSON_TYPE,
        'x-dondoc-actor': typed('--as', actor, ACTOR_FORM),
        ...(key === undefined ? {} : { 'idempotency-key': typed('--key', key, 'A-Z a-z 0-9') }),
      },
    });

  const get: Client['get'] = (path, query = {}) => call(`${path}${searchOf(query)}`);

  return {
    reachable,
    get,
    async all<T>(path: string, query: Query = {}) {
      const items: T[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<T> = await get<Page<T>>(path, { limit: 500, ...query, cursor });
        items.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return items;
    },
    look: (path, body) => call(path, { ...jsonOf(body), method: 'POST' }),
    ask: async (path, asking) => post<Receipt>(path, asking),
    post,
    async content(sha256, signal) {
      const late = AbortSignal.timeout(TIMEOUT_MS);
      const response = await reach(`/v1/content/${sha256}`, {
        headers,
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const answer: unknown = await response.json().catch(() => null);
      throw refused(answer as Problem | null, response.status, lang);
    },
    put: (bytes, mediaType) =>
      call('/v1/content', {
        method: 'POST',
        body: Buffer.from(bytes),
        headers: {
          'content-type': mediaType,
          'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
          'x-dondoc-actor': 'cli;clerk;',
        },
      }),
  };
}

/** To the address, and to the other one from when nobody answered at the first. */
function wayTo(settings: ClientSettings) {
  let { url, otherwise } = settings;
  async function reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await reached(url, path, init);
    } catch (thrown) {
      const other = await otherwise?.();
      otherwise = undefined;
      if (!other) throw thrown;
      url = other;
      return reached(url, path, init);
    }
  }
  async function reachable(): Promise<string> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    await (await reach('/checkpoint', { signal })).arrayBuffer();
    return url;
  }
  return { reach, reachable };
}

/** A header carries ASCII alone. */
function typed(option: string, value: string, right: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  throw cliError(
    EXIT.usage,
    `${option} ${value}: chỉ dùng chữ không dấu · plain ASCII only: ${right}`,
  );
}

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

export function searchOf(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function reached(url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, url), init);
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    throw notReached(url, late ? ' in time' : '');
  }
}

export function notReached(url: string, why = ''): CliError {
  return cliError(
    EXIT.partDown,
    `API: không trả lời tại ${url} · does not answer${why} at ${url}\n` +
      'Khởi động · start it: npm start   (địa chỉ khác · another address: --api URL, DONDOC_API_URL)',
  );
}

const USAGE = new Set([400, 401, 413, 415]);
const ASKED_BACK = new Set(['symbol.ambiguous', 'unit.ambiguous']);

export function refused(problem: Problem | null, status: number, lang: 'vi' | 'en'): CliError {
  if (problem === null || typeof problem.code !== 'string') {
    return cliError(EXIT.partDown, `API: HTTP ${status}`);
  }
  const lines = [`${problem.detail} [${problem.code}]`];
  for (const { place, message } of problem.faults ?? []) lines.push(`  ${place}: ${message[lang]}`);
  if (status >= 500) {
    lines.push('Khởi động lại · start it again: npm start');
    return cliError(EXIT.partDown, lines.join('\n'), problem);
  }
  const usage = USAGE.has(status) || ASKED_BACK.has(problem.code);
  return cliError(usage ? EXIT.usage : EXIT.failed, lines.join('\n'), problem);
}
