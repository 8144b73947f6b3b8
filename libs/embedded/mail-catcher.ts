/**
 * The built-in mail catcher: an SMTP server on loopback that delivers nothing, keeps every message and shows it as
 * JSON (`/messages`) and as a plain page. Invariant: a message is answered with 250 only once it is kept.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { failure } from '../service';
import type { CaughtMail } from './caught-mail';
import { openMailBox, type MailBox } from './mail-box';
import { cannotBeShown, mailPage, messagesOf } from './mail-page';

export type MailCatcherSettings = {
  /** Messages are kept here, in one file, and found again at the next start; in memory only when absent. */
  readonly dataDir?: string;
  /** 0 or absent takes any free port. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
  /** Why a recipient is refused for good (550); null takes the mail. */
  readonly refuse?: (recipient: string) => string | null;
};

export interface MailCatcher {
  readonly smtpUrl: string;
  /** The list for a browser; `${url}/messages` is the same as JSON. */
  readonly url: string;
  messages(): Promise<readonly CaughtMail[]>;
  stop(): Promise<void>;
}

const LARGEST_BYTES = 25 * 1024 * 1024;
const HOST = '127.0.0.1';

export async function startMailCatcher(settings: MailCatcherSettings = {}): Promise<MailCatcher> {
  const box = await openMailBox(settings.dataDir ?? null);
  const smtp = smtpServer(settings, box);
  const http = createServer((request, response) => {
    void mailPage(request.url ?? '/', box)
      .catch(cannotBeShown)
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
  });
  const smtpPort = await listenSmtp(smtp, settings.smtpPort ?? 0);
  const httpPort = await listenHttp(http, settings.httpPort ?? 0);
  return {
    smtpUrl: `smtp://${HOST}:${smtpPort}`,
    url: `http://${HOST}:${httpPort}`,
    messages: () => messagesOf(box, box.ids()),
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => http.close(() => resolve())),
      ]);
      await box.close();
    },
  };
}

function smtpServer(settings: MailCatcherSettings, box: MailBox): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = settings.refuse?.(address) ?? null;
      done(refusal === null ? null : Object.assign(new Error(refusal), { responseCode: 550 }));
    },
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(({ address }) => address);
      receive(stream, (source) => box.keep({ from, to }, source)).then(
        () => done(),
        (thrown: Error) => done(thrown),
      );
    },
  });
}

async function receive(
  stream: Readable & { readonly sizeExceeded?: boolean },
  keep: (source: Buffer) => Promise<void>,
): Promise<void> {
  // Not stream/consumers: its `buffer` makes a Blob of every message.
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const source = Buffer.concat(chunks);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('the message is too large'), { responseCode: 552 });
  }
  await keep(source);
}

function listenSmtp(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (cause) => reject(portTaken('SMTP', port, cause)));
    server.listen(port, HOST, () => resolve((server.server.address() as AddressInfo).port));
  });
}

function listenHttp(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(portTaken('HTTP', port, cause)));
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

function portTaken(what: string, port: number, cause: unknown): Error {
  return failure(
    'mailCatcher.port',
    `the mail catcher cannot listen for ${what} on port ${port}`,
    'stop what listens there, or start on other ports',
    cause,
  );
}
