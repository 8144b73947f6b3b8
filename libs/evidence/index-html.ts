/** The index as one page that needs nothing else: every entry with its number as anchor. Whatever it tells is escaped. */
import type { Text } from '../domain';
import { escapeHtml } from '../service';
import type { Cover } from './cover';
import type { IndexLine } from './index-line';

const STYLE = `
body{font:15px/1.45 "Noto Sans","Segoe UI",Roboto,"DejaVu Sans",sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem;margin:0}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
[lang=en]{display:block;color:#444;font-size:.87em}.note{border-left:4px solid #b00;padding-left:.8rem}
.stream{color:#444;font-size:.87em;overflow-wrap:anywhere}tr.refusal td{background:#fff0ee}tr.event td{background:#f6f8fa}
tr:target td{outline:2px solid #06c}a{color:inherit}
@media print{body{margin:0;max-width:none;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}}
@page{margin:15mm}`;

const both = ({ vi, en }: Text): string =>
  vi === en ? escapeHtml(vi) : `${escapeHtml(vi)}<span lang="en">${escapeHtml(en)}</span>`;

export function htmlHead({ title, rows, notes }: Cover): string {
  const list = rows.map(({ label, value }) => `<dt>${both(label)}</dt><dd>${both(value)}</dd>\n`);
  const said = notes.map((it) => `<p class="note">${both(it)}</p>\n`);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title.vi)} · ${escapeHtml(title.en)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${both(title)}</h1>
<dl>
${list.join('')}</dl>
${said.join('')}<table>
<thead><tr><th>${both(NUMBER)}</th><th>${both(RECORDED)}</th><th>${both(WHAT)}</th><th>${both(WHO)}</th></tr></thead>
<tbody>
`;
}

export const NUMBER: Text = { vi: 'Số', en: 'No.' };
export const RECORDED: Text = { vi: 'Ghi lúc (UTC+7)', en: 'Recorded (UTC+7)' };
export const EFFECTIVE: Text = { vi: 'hiệu lực', en: 'effective' };
const WHAT: Text = { vi: 'Việc', en: 'What happened' };
const WHO: Text = { vi: 'Ai', en: 'Who' };

export function htmlRow({ seq, id, recorded, effective, kind, what, who }: IndexLine): string {
  const since =
    effective === null
      ? ''
      : `<span lang="vi" class="stream">${EFFECTIVE.vi} ${escapeHtml(effective)}</span>`;
  return (
    `<tr id="e${seq}" class="${kind}"><td><a href="#e${seq}">${seq}</a></td><td>${escapeHtml(recorded)} ${since}</td>` +
    `<td>${both(what)}<div class="stream">${escapeHtml(id)}</div></td><td>${both(who)}</td></tr>\n`
  );
}

export const HTML_END = '</tbody>\n</table>\n</body>\n</html>\n';
