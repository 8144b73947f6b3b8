/** A proxy that flips one bit of every body it passes on: a line that cannot be trusted. */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Proxy = { readonly endpoint: string; close(): Promise<void> };

export async function alteringProxy(target: string): Promise<Proxy> {
  const server = createServer(({ method, url, headers }, response) => {
    // The host's name is signed, so it stays.
    const onward = ask(new URL(url ?? '/', target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.req.on('data', (chunk: Buffer) => {
      chunk[0]! ^= 1;
      onward.write(chunk);
    });
    response.req.on('end', () => onward.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
