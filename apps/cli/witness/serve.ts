/** A witness behind HTTP: `POST /add-checkpoint`, and on `/` who it is and what it has seen. Ends with Ctrl-C. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NoteKey } from '../../../libs/audit';
import { describeFailure, failure } from '../../../libs/service';
import type { Answer, Witness } from './witness';

/** A checkpoint with 63 hashes and its signatures is far smaller. */
const MOST_BYTES = 64 * 1024;
const BODY_WITHIN_MS = 10_000;

export type Serving = { readonly url: string; close(): Promise<void> };

export type ServeSettings = {
  readonly witness: Witness;
  readonly key: NoteKey;
  readonly host: string;
  readonly port: number;
  readonly say: (line: string) => void;
};

export async function serveWitness(settings: ServeSettings): Promise<Serving> {
  const { host, port } = settings;
  const server = createServer((request, response) => {
    answerTo(settings, request).then(
      (answer) => send(response, answer),
      (thrown: unknown) => {
        settings.say(describeFailure(thrown));
        send(response, { status: 500, text: 'the witness could not look at it: see its output' });
      },
    );
  });
  server.requestTimeout = BODY_WITHIN_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        failure(
          'witness.address',
          `the witness cannot listen at ${host}:${port}`,
          'choose another --port',
          cause,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerTo(
  { witness, key, say }: ServeSettings,
  request: IncomingMessage,
): Promise<Answer> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (path === '/' && request.method === 'GET') return { status: 200, text: pageOf(key, witness) };
  if (path !== '/add-checkpoint') return { status: 404, text: 'POST /add-checkpoint' };
  if (request.method !== 'POST') return { status: 405, text: 'POST /add-checkpoint' };
  const body = await bodyOf(request);
  if (body === null) return { status: 413, text: `at most ${MOST_BYTES} bytes` };
  const answer = await witness.add(body);
  const [, origin = '', size = ''] = /\n\n(\S+)\n(\d+)\n/u.exec(body) ?? [];
  say(
    `${new Date().toISOString()} ${origin} ${size}: ${answer.status === 200 ? 'ký · cosigned' : `${answer.status} ${answer.text}`}`,
  );
  return answer;
}

function pageOf(key: NoteKey, witness: Witness): string {
  const seen = witness.seen().map(({ origin, size }) => `${origin} ${size}`);
  return [key.text, ...seen].join('\n');
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(
  response: ServerResponse,
  { status, text, type = 'text/plain; charset=utf-8' }: Answer,
): void {
  response.writeHead(status, { 'content-type': `${type}`, 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
