/** Callers of an HTTP server, each with one request after another on a connection that stays open. */
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';

export type Load = {
  readonly origin: string;
  readonly callers: number;
  /** Each is asked once. */
  readonly paths: readonly string[];
  readonly expects: number;
};

/** How long each answer took, and all of them together. */
export type Loaded = { readonly tookMs: readonly number[]; readonly ms: number };

const BODY = JSON.stringify({
  report: {
    summary: 'Đã triển khai tới tất cả các xã.',
    number: '12/BC',
    date: '2018-12-15',
    signer: 'Chủ tịch',
  },
});

async function call({ origin, callers, paths, expects }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers, noDelay: true });
  const waiting = paths.values();
  const tookMs: number[] = [];
  const since = performance.now();
  const caller = async (): Promise<void> => {
    for (const path of waiting) {
      const asked = performance.now();
      await post(new URL(path, origin), agent, expects);
      tookMs.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const ms = performance.now() - since;
  agent.destroy();
  return { tookMs, ms };
}

function post(url: URL, agent: Agent, expects: number): Promise<void> {
  const unit = /~([^~/]+)\/submit$/.exec(url.pathname)?.[1] ?? '';
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(BODY),
        'idempotency-key': randomUUID(),
        'x-dondoc-actor': `dau-moi-${unit};focal;${unit}`,
      },
    });
    asking.once('error', reject);
    asking.once('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.once('end', () =>
        answer.statusCode === expects
          ? resolve()
          : reject(new Error(`${url.pathname} answers ${answer.statusCode}: ${text}`)),
      );
    });
    asking.end(BODY);
  });
}

process.once('message', (load: Load) => {
  call(load).then(
    (loaded) => process.send?.(loaded),
    (thrown: unknown) => process.send?.({ fault: String(thrown) }),
  );
});
