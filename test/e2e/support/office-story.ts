/** Talks to the office of processes as its people would: over HTTP, one request after another. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export type Reply = { readonly status: number; readonly body: Record<string, unknown> };

const SEEN_WITHIN_MS = 30_000;

export const OPERATOR = 'quan-tri;operator;';
export const CLERK = 'van-thu;clerk;ubnd-tinh';
export const RECEIVER = 'tiep-nhan;standingBody;ban-chi-dao';
export const FOCAL = 'dau-moi;focal;so-noi-vu';

export async function ask(
  url: string,
  { actor, body, key = randomUUID() }: { actor: string; body: unknown; key?: string },
): Promise<Reply> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-dondoc-actor': actor,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Puts a file into the content store. */
export async function handIn(
  url: string,
  actor: string,
  { bytes, mediaType }: { bytes: Uint8Array<ArrayBuffer>; mediaType: string },
): Promise<Reply> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': mediaType, 'x-dondoc-actor': actor },
    body: bytes,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Reads until it looks as it should: what was decided shows a moment later. */
export async function seen<Answer>(
  url: string,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> {
  const text = await readUntil(url, (it) => isThere(JSON.parse(it) as Answer));
  return JSON.parse(text) as Answer;
}

/** Reads until a line says it. */
export async function shows(url: string, line: string | RegExp): Promise<void> {
  await readUntil(url, (text) =>
    text.split('\n').some((it) => (typeof line === 'string' ? it === line : line.test(it))),
  );
}

async function readUntil(url: string, isThere: (text: string) => boolean): Promise<string> {
  const until = performance.now() + SEEN_WITHIN_MS;
  for (;;) {
    const response = await fetch(url);
    const text = await response.text();
    if (response.ok && isThere(text)) return text;
    if (performance.now() > until) throw new Error(`${url} stays\n${text}`);
    await pause(100);
  }
}

const stated = <T>(value: T) => ({ grade: 'stated', value, quote: 'x', place: '1' });
const names = (vi: string, en: string) => ({ vi, en });

export function unit(id: string, emails: readonly string[], roleClasses: readonly string[] = []) {
  return {
    id,
    name: names(`Đơn vị ${id}`, `Unit ${id}`),
    parent: null,
    kind: 'office',
    roleClasses,
    from: '2010-01-01',
    source: 'một bài kiểm thử',
    contacts: emails.map((email) => ({
      role: 'focal',
      position: names('Đầu mối', 'Focal person'),
      email,
    })),
  };
}

/** A directive of today with an acknowledgement and one report, owed by one unit. */
export function directiveOf(today: string, due: string) {
  const duty = (id: string, rest: object) => ({
    id,
    task: null,
    owes: stated({ kind: 'units', units: ['so-noi-vu'] }),
    to: stated(['ban-chi-dao']),
    via: null,
    cadence: stated({ kind: 'once' }),
    ladder: null,
    ...rest,
  });
  return {
    draft: {
      issuer: 'ubnd-tinh',
      documentType: 'directive',
      grammar: 'state',
      symbol: stated('01/CT-UBND'),
      date: stated(today),
      abstract: stated('Về một việc phải làm'),
      signer: stated({ position: 'Chủ tịch', capacity: 'head' }),
      urgency: stated('normal'),
      secrecy: 'none',
      sources: [],
      tasks: [],
      addressees: [{ kind: 'unit', unit: 'so-noi-vu' }],
      recipients: { grade: 'notStated' },
      monitoringBody: stated('ban-chi-dao'),
      parents: [],
    },
    duties: [
      duty('ack', {
        kind: 'acknowledge',
        title: names('Xác nhận đã nhận', 'Acknowledge'),
        due: stated({ kind: 'workingDaysAfter', from: 'issue', days: 1 }),
        acceptance: 'automatic',
      }),
      duty('report', {
        kind: 'plan',
        title: names('Báo cáo kết quả', 'Report on results'),
        due: stated({ kind: 'fixedDate', date: due }),
        acceptance: 'byReceiver',
      }),
    ],
  };
}

export const SIGNED = (today: string) => ({
  symbol: '01/CT-UBND',
  date: today,
  signer: stated({ position: 'Chủ tịch', capacity: 'head' }),
  urgency: 'normal',
});
