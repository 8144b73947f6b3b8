/** What the mail catcher's page answers: the list and each message, as HTML for people and JSON for programs. */
import { escapeHtml } from '../service';
import type { CaughtMail } from './caught-mail';
import type { MailBox } from './mail-box';

export type Page = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
};

const HTML = 'text/html; charset=utf-8';
const SHOWN = 200;

/**
 * `/` the newest messages · `/messages` all as JSON (`?to=ADDRESS` those of one recipient) · `/messages/ID` one as JSON ·
 * `/ID` one for a browser · `/ID.eml` as it came.
 */
export async function mailPage(url: string, box: MailBox): Promise<Page> {
  const { pathname, searchParams } = new URL(url, 'http://mail');
  const ids = box.ids();
  if (pathname === '/') {
    const newest = await messagesOf(box, ids.slice(-SHOWN));
    return { status: 200, type: HTML, body: list(newest, ids.length) };
  }
  if (pathname === '/messages') {
    const to = searchParams.get('to');
    return json(200, await messagesOf(box, to === null ? ids : box.idsTo(to)));
  }
  const [, asJson, id, asSource] = /^\/(messages\/)?(\d+)(\.eml)?$/.exec(pathname) ?? [];
  const mail = await box.message(Number(id));
  if (mail === null) return json(404, { error: 'no such message' });
  if (asJson) return json(200, mail);
  const eml = asSource ? await box.source(mail.id) : null;
  if (eml) return { status: 200, type: 'text/plain; charset=utf-8', body: eml };
  return { status: 200, type: HTML, body: one(mail) };
}

/** An address that is none, or a file that cannot be read. */
export function cannotBeShown(thrown: unknown): Page {
  const { code } = Object(thrown) as { code?: unknown };
  const asked = code === 'ERR_INVALID_URL';
  return json(asked ? 400 : 500, { error: asked ? 'not an address' : 'could not be read', code });
}

export async function messagesOf(box: MailBox, ids: readonly number[]): Promise<CaughtMail[]> {
  const messages = await Promise.all(ids.map((id) => box.message(id)));
  return messages.filter((it) => it !== null);
}

function json(status: number, value: unknown): Page {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function list(newest: readonly CaughtMail[], count: number): string {
  const rows = newest
    .toReversed()
    .map(
      (it) =>
        `<tr><td>${it.id}</td><td>${escapeHtml(it.receivedAt)}</td><td>${escapeHtml(it.to.join(', '))}</td>` +
        `<td><a href="/${it.id}">${escapeHtml(it.subject || '(no subject)')}</a></td></tr>`,
    );
  const more = count > SHOWN ? `, the newest ${SHOWN} shown` : '';
  return page(
    'Mail catcher',
    `<p>${count} messages${more}; <a href="/messages">as JSON</a>. Nothing was sent anywhere.</p>` +
      `<table><tr><th>No.</th><th>Received</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`,
  );
}

function one(mail: CaughtMail): string {
  const html = mail.html
    ? `<iframe sandbox title="The message as HTML" srcdoc="${escapeHtml(mail.html)}"></iframe>`
    : '';
  return page(
    mail.subject,
    `<p><a href="/">All messages</a> · <a href="/${mail.id}.eml">as it came</a></p>` +
      `<p>From ${escapeHtml(mail.from)}<br>To ${escapeHtml(mail.to.join(', '))}<br>Received ${escapeHtml(mail.receivedAt)}</p>` +
      `<pre>${escapeHtml(mail.text)}</pre>${html}`,
  );
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}' +
  'td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}pre{white-space:pre-wrap;background:#f5f5f5;padding:1rem}' +
  'iframe{width:100%;height:40rem;border:1px solid #ccc}';

function page(title: string, body: string): string {
  const heading = escapeHtml(title);
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${heading}</title>` +
    `<style>${STYLE}</style></head><body><h1>${heading}</h1>${body}</body></html>`
  );
}
