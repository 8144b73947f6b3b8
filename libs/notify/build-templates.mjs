// Compiles templates/message.mjml to a plain TypeScript function, so that no template engine runs while mail is sent.
// `node libs/notify/build-templates.mjs` writes generated/message-html.ts; with `--check` it compares and exits 1 when
// the committed file is not what the template gives.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const mjml = createRequire(import.meta.url)('mjml');
const template = fileURLToPath(new URL('templates/message.mjml', import.meta.url));
const target = fileURLToPath(new URL('generated/message-html.ts', import.meta.url));

const MARK = /\{\{\s*(#each\s+([\w.]+)\s+as\s+(\w+)|#if\s+([\w.]+)|\/each|\/if|[\w.]+)\s*\}\}/g;

/** A statement for each mark: a loop, a condition, their ends, or an escaped value. */
function statement([, mark, list, item, condition]) {
  if (list !== undefined) return `for (const ${item} of ${list}) {`;
  if (condition !== undefined) return `if (${condition}) {`;
  if (mark.startsWith('/')) return '}';
  return `html += escapeHtml(${mark});`;
}

function toFunction(html) {
  const lines = [];
  let last = 0;
  const literal = (text) => {
    if (text !== '') lines.push(`html += ${JSON.stringify(text)};`);
  };
  for (const match of html.matchAll(MARK)) {
    literal(html.slice(last, match.index));
    lines.push(statement(match));
    last = match.index + match[0].length;
  }
  literal(html.slice(last));
  return lines.join('\n');
}

function withoutIdleSpace(html) {
  return html.replace(/>\s+</g, '> <').replace(/[ \t]*\n\s*/g, '\n');
}

async function compile() {
  const source = await readFile(template, 'utf8');
  const { html, errors } = await mjml(source, { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new Error(errors.map((it) => it.formattedMessage).join('\n'));
  const code = `/** Generated from templates/message.mjml by build-templates.mjs: do not edit. Every value is escaped. */
import { escapeHtml } from '../escape-html';
import type { MessageView } from '../message';

export function messageHtml(view: MessageView): string {
let html = '';
${toFunction(withoutIdleSpace(html))}
return html;
}
`;
  const options = await prettier.resolveConfig(target);
  return prettier.format(code, { ...options, filepath: target });
}

const code = await compile();
if (process.argv.includes('--check')) {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (committed !== code) {
    process.stderr.write(
      'libs/notify/generated/message-html.ts is not what templates/message.mjml gives: run node libs/notify/build-templates.mjs and commit the result\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, code);
}
