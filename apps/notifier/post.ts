/**
 * The mail server behind one pool of connections, and what its answers mean for a message. Invariant: nothing an answer
 * says about an address leaves this file; outside it there are codes only.
 */
import { connect, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Rendered } from '../../libs/notify';

export type Letter = {
  readonly to: string;
  readonly messageId: string;
  /** The deployment's instant. */
  readonly date: string;
  readonly language: string;
  readonly drill: boolean;
  /** Ids of the ledger entries it speaks of. */
  readonly entries: readonly string[];
  readonly content: Rendered;
};

/** `away`: the server did not take part; whether the message is at fault is not known. */
export type Posted =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly detail: string }
  | { readonly kind: 'away'; readonly detail: string };

export interface Post {
  send(letter: Letter): Promise<Posted>;
  /** Null when the server answers; otherwise what is wrong. */
  probe(): Promise<string | null>;
  close(): void;
}

export type PostSettings = {
  readonly smtpUrl: string;
  readonly from: string;
  readonly connections: number;
};

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };
const MESSAGES_PER_CONNECTION = 1_000;

export function createPost({ smtpUrl, from, connections }: PostSettings): Post {
  const server = fromUrl(smtpUrl);
  const transport = createTransport({
    ...server,
    pool: true,
    getSocket: (_options: unknown, done: SocketOpened) => {
      open(server).then(
        (connection) => done(null, { connection }),
        (fault: Error) => done(fault, false),
      );
    },
    maxConnections: connections,
    maxMessages: MESSAGES_PER_CONNECTION,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  return {
    async send({ to, messageId, date, language, drill, entries, content }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId,
          date: new Date(date),
          subject: content.subject,
          text: content.text,
          html: content.html,
          // Vietnamese in quoted-printable is three times its size, and slow to make.
          textEncoding: 'base64',
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            'X-Dondoc-Entry': entries.join(', '),
            ...(drill ? { 'X-Dondoc-Drill': 'yes' } : {}),
          },
        });
        return { kind: 'sent' };
      } catch (thrown) {
        return judge(thrown);
      }
    },
    probe: async () => {
      try {
        await transport.verify();
        return null;
      } catch (thrown) {
        return codeOf(thrown);
      }
    },
    close: () => transport.close(),
  };
}

type SocketOpened = (fault: Error | null, opened: { connection: Socket } | false) => void;

/** Without Nagle's algorithm, which waits 40 ms for an acknowledgement at the end of every message. */
function open({ host, port }: { host: string; port: number }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true });
    const tooLate = () =>
      socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }));
    const late = setTimeout(tooLate, TIMEOUTS.connectionTimeout);
    const failed = (fault: Error) => {
      clearTimeout(late);
      reject(fault);
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.removeListener('error', failed);
      resolve(socket);
    });
  });
}

function fromUrl(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 25)),
    secure,
    ...(url.username === ''
      ? {}
      : {
          auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        }),
  };
}

type SmtpError = {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
};

/** Faults of the connection or of our account there: no message can be blamed for them. */
const AWAY = new Set([
  ...['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'EPROTOCOL', 'EMAXLIMIT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['ENETUNREACH', 'EPROXY'],
]);
/** "Service not available, closing the channel". */
const CLOSING = 421;

function judge(thrown: unknown): Posted {
  const { code, responseCode } = thrown as SmtpError;
  const detail = codeOf(thrown);
  if (responseCode !== undefined && responseCode !== CLOSING && code !== 'EAUTH') {
    return { kind: 'refused', forGood: responseCode >= 500, detail };
  }
  if (responseCode === CLOSING || (code !== undefined && AWAY.has(code))) {
    return { kind: 'away', detail };
  }
  // Not an address, or a message that cannot be made: trying again changes nothing.
  return { kind: 'refused', forGood: true, detail };
}

/** `smtp 550 5.1.1`, or the code of the fault: never the text, which may name the address. */
function codeOf(thrown: unknown): string {
  const { code, responseCode, response } = thrown as SmtpError;
  if (responseCode === undefined) return code ?? 'unknown fault';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return ['smtp', responseCode, enhanced].filter((it) => it !== undefined).join(' ');
}
