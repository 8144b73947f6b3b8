/**
 * The index to print: a cover with the figures, then the entries. The same lines give the same bytes: its date is that of the
 * last entry. Of a long bundle it lists the first and the last entries and says where the others stand.
 */
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Text } from '../domain';
import type { Cover } from './cover';
import { EFFECTIVE } from './index-html';
import type { IndexLine } from './index-line';

/** More entries than these are not all listed, but so many of the first and of the last. */
export const PDF_LIMIT = 20_000;
const OF_EACH_END = 100;

const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const [PLAIN, BOLD] = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'];
const MARGIN = 48;
const FAINT = '#555555';

type Printing = PDFKit.PDFDocument & Readable;

/** The lines that are printed, kept while all of them pass by. */
export class PrintedLines {
  readonly first: IndexLine[] = [];
  last: IndexLine[] = [];
  count = 0;

  constructor(private readonly expected: number) {}

  add(line: IndexLine): void {
    this.count += 1;
    if (this.expected <= PDF_LIMIT || this.count <= OF_EACH_END) this.first.push(line);
    else if (this.count > this.expected - OF_EACH_END) this.last.push(line);
  }

  get left(): number {
    return this.count - this.first.length - this.last.length;
  }
}

/** Others have their turn while it is printed. */
const LINES_AT_ONCE = 50;

export async function* indexPdf(
  cover: Cover,
  lines: PrintedLines,
  recordedAt: string,
): AsyncGenerator<Buffer> {
  const document = documentOf(cover, new Date(recordedAt));
  const printing = print(document, cover, lines);
  // Of a document that nobody reads to its end, the printing ends too: nothing is thrown that nobody hears.
  printing.catch((thrown: unknown) => document.destroy(thrown as Error));
  for await (const chunk of document) yield chunk as Buffer;
  await printing;
}

function documentOf({ title }: Cover, date: Date): Printing {
  const document = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, lang: 'vi-VN', displayTitle: true, autoFirstPage: false },
    info: {
      ...{ Title: title.vi, Creator: 'Dondoc', Producer: 'Dondoc' },
      ...{ CreationDate: date, ModDate: date },
    },
  });
  document.registerFont('plain', join(FONTS, PLAIN!));
  document.registerFont('bold', join(FONTS, BOLD!));
  numberPages(document);
  document.addPage();
  return document as Printing;
}

async function print(document: Printing, cover: Cover, lines: PrintedLines): Promise<void> {
  printCover(document, cover);
  await printLines(document, lines.first);
  if (lines.left > 0) {
    document.moveDown().font('bold').fontSize(9).fillColor('black');
    both(document, omitted(lines.left));
    document.moveDown();
    await printLines(document, lines.last);
  }
  if (!document.destroyed) document.end();
}

async function printLines(document: Printing, lines: readonly IndexLine[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) await setImmediate();
    if (document.destroyed) return;
    printLine(document, line);
  }
}

const omitted = (count: number): Text => ({
  vi: `… ${count} dòng không in ở đây: xem index.html và entries.ndjson …`,
  en: `… ${count} entries are not printed here: see index.html and entries.ndjson …`,
});

function numberPages(document: Printing): void {
  let page = 0;
  document.on('pageAdded', () => {
    page += 1;
    const { width, height, margins } = document.page;
    const { bottom } = margins;
    // Below the margin a text would begin a new page.
    margins.bottom = 0;
    document.font('plain').fontSize(8).fillColor(FAINT);
    const label = `Trang ${page} · Page ${page}`;
    const options = { width: width - 2 * MARGIN, align: 'right', lineBreak: false } as const;
    document.text(label, MARGIN, height - MARGIN + 14, options);
    margins.bottom = bottom;
    document.x = MARGIN;
    document.y = MARGIN;
  });
}

function printCover(document: Printing, { title, rows, notes }: Cover): void {
  document.font('bold').fontSize(16).fillColor('black').text(title.vi);
  document.font('plain').fontSize(11).fillColor(FAINT).text(title.en).moveDown();
  for (const { label, value } of rows) {
    document.font('bold').fontSize(9).fillColor('black').text(`${label.vi} · ${label.en}`);
    document.font('plain');
    both(document, value);
    document.moveDown(0.4);
  }
  for (const note of notes) {
    document.moveDown(0.4).font('bold').fontSize(9).fillColor('black');
    both(document, note);
  }
  document.moveDown(1.5);
}

function printLine(document: Printing, line: IndexLine): void {
  const { seq, id, recorded, effective, what, who } = line;
  const late = effective === null ? '' : ` · ${EFFECTIVE.vi} ${effective}`;
  if (document.y > document.page.height - MARGIN - 48) document.addPage();
  document.font('bold').fontSize(8.5).fillColor('black').text(`${seq}`, { continued: true });
  document.font('plain').fillColor(FAINT).text(`   ${recorded}${late} · ${id}`);
  document.font('plain').fontSize(9).fillColor('black');
  both(document, what);
  document.fontSize(8).fillColor(FAINT).text(who.vi).moveDown(0.5);
}

function both(document: Printing, { vi, en }: Text): void {
  document.text(vi);
  if (en !== vi) document.font('plain').fillColor(FAINT).text(en);
}
