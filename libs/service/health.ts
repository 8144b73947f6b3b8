/**
 * The operator's door of a service: /healthz (the process lives), /readyz (every part it needs answers), /metrics.
 * Listens on loopback unless told otherwise and never shows a configuration value.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure } from './failure';
import { withoutCredentials } from './logger';
import type { Metrics } from './metrics';

/** `parts` names each part with `ok` or what is wrong with it. */
export type Readiness = {
  readonly ok: boolean;
  readonly parts: { readonly [part: string]: string };
};

export type HealthSettings = {
  /** 0 takes any free port; the answer says which. */
  readonly port: number;
  readonly host?: string;
  readonly ready: () => Promise<Readiness>;
  readonly metrics?: Metrics;
};

export interface HealthServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function startHealthServer(settings: HealthSettings): Promise<HealthServer> {
  const host = settings.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    answer(settings, path ?? '/', response).catch((thrown: unknown) => {
      send(response, 500, 'application/json', JSON.stringify({ ok: false, error: text(thrown) }));
    });
  });
  await listen(server, host, settings.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () => close(server),
  };
}

async function answer(settings: HealthSettings, path: string, response: ServerResponse) {
  if (path === '/healthz') {
    send(response, 200, 'application/json', JSON.stringify({ ok: true }));
  } else if (path === '/readyz') {
    const readiness = await settings
      .ready()
      .catch((thrown: unknown): Readiness => ({ ok: false, parts: { ready: text(thrown) } }));
    send(response, readiness.ok ? 200 : 503, 'application/json', JSON.stringify(readiness));
  } else if (path === '/metrics' && settings.metrics) {
    send(response, 200, settings.metrics.contentType, await settings.metrics.metrics());
  } else {
    send(response, 404, 'application/json', JSON.stringify({ ok: false, error: 'no such page' }));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        failure(
          'health.port',
          `the health page cannot listen on ${host}:${port}`,
          'free that port or set DONDOC_HEALTH_PORT to another one (0 takes any free port)',
          cause,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function text(thrown: unknown): string {
  return withoutCredentials(thrown instanceof Error ? thrown.message : String(thrown));
}
