/** The OpenAPI document as one printable page: what may be asked, in both languages, without scripts. */
import { escapeHtml } from '../../libs/service';
import type { OpenApi } from './openapi';

type Operation = {
  readonly summary?: string;
  readonly description?: string;
  readonly operationId?: string;
  readonly requestBody?: unknown;
};

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'code{background:#eee;padding:.1em .3em}pre{background:#f6f6f6;padding:.6em;overflow:auto}' +
  'details{margin:.5em 0}summary{cursor:pointer}';

export function docsPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>)
      .filter(([method]) => method === 'get' || method === 'post')
      .map(([method, operation]) => section(`${method.toUpperCase()} ${path}`, operation)),
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Dondoc API</title>
<style>${STYLE}</style><h1>Dondoc API</h1><p>${escapeHtml(document.info.description ?? '')}</p>
<p>OpenAPI: <code>/v1/openapi.json</code></p>${operations.join('\n')}</html>`;
}

function section(route: string, operation: Operation): string {
  const body = operation.requestBody
    ? `<pre>${escapeHtml(JSON.stringify(operation.requestBody, null, 1))}</pre>`
    : '';
  return `<details><summary><code>${escapeHtml(route)}</code> ${escapeHtml(operation.summary ?? operation.operationId ?? '')}</summary>
<p>${escapeHtml(operation.description ?? '')}</p>${body}</details>`;
}
