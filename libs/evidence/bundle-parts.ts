/** The files of a bundle in the order of docs/evidence-format.md, each made as it is asked for. */
import { canonicalize, headText, type Hash } from '../audit';
import { readme, type Cover } from './cover';
import { HTML_END, htmlHead, htmlRow } from './index-html';
import { indexLine, namesOf } from './index-line';
import { indexPdf, PrintedLines } from './index-pdf';
import { checkpointsOf, consistency, headsInScope, places, treeProof } from './proofs';
import { pagesOf, type Settled } from './settle';
import type { EvidenceProgress, EvidenceScope } from './source';
import type { Survey } from './survey';
import type { Part, Piece, WrittenFile } from './zip';

const FORMAT = 'dondoc.evidence.v1';

export type Bundle = {
  readonly settled: Settled;
  readonly found: Survey;
  readonly cover: Cover;
  readonly onProgress: (progress: EvidenceProgress) => void;
};

export const rootText = (hash: Hash): string => Buffer.from(hash).toString('base64');

const line = (json: unknown): string => `${JSON.stringify(json)}\n`;

/** The manifest comes last: it lists what all others have become. */
export async function* partsOf(
  bundle: Bundle,
  written: readonly WrittenFile[],
): AsyncGenerator<Part> {
  const { settled, found, cover } = bundle;
  const keys = settled.keys.map(({ key, from, to }) => ({ key, from, to }));
  const printed = new PrintedLines(found.count);
  yield { path: 'README.txt', bytes: [readme(cover)] };
  yield { path: 'index.html', bytes: html(bundle, printed) };
  yield { path: 'index.pdf', bytes: indexPdf(cover, printed, found.recordedAt) };
  yield { path: 'keys.json', bytes: [line(keys)] };
  yield { path: 'checkpoints.ndjson', bytes: checkpoints(bundle) };
  yield* deciders(bundle);
  yield* heads(settled);
  yield { path: 'places.bin', stored: true, bytes: places(settled, found) };
  yield { path: 'tree-proof.bin', stored: true, bytes: treeProof(settled, found) };
  yield { path: 'entries.ndjson', stored: true, bytes: entries(bundle) };
  yield* contents(bundle);
  yield { path: 'manifest.json', bytes: [canonicalize(manifest(bundle, written))] };
}

async function* html(bundle: Bundle, printed: PrintedLines): AsyncGenerator<Piece> {
  const { settled, found, cover, onProgress } = bundle;
  const names = namesOf(found.unitNames);
  yield htmlHead(cover);
  for await (const page of pagesOf(settled)) {
    const lines = page.map((entry) => indexLine(entry, names));
    for (const one of lines) printed.add(one);
    yield lines.map(htmlRow).join('');
    onProgress({ stage: 'index', done: printed.count, of: found.count });
  }
  yield HTML_END;
}

async function* checkpoints({ settled, found }: Bundle): AsyncGenerator<Piece> {
  let older = 0;
  for (const { size, note } of await checkpointsOf(settled, found)) {
    const proof = await consistency(settled.source, { older, newer: size });
    yield line({ consistency: proof.map(rootText), note });
    older = size;
  }
}

async function* deciders({ settled, found }: Bundle): AsyncGenerator<Part> {
  for (const hash of found.deciders) {
    const held = await settled.source.getContent(hash);
    if (held !== null) yield { path: `deciders/${hash}.json`, bytes: [held.bytes] };
  }
}

async function* heads({ source, checkpoint, streams }: Settled): AsyncGenerator<Part> {
  const found = headsInScope(await source.headsAt(checkpoint.size), streams);
  const lines = found.heads.map((head, at) => `[${found.places[at]},${headText(head).slice(1)}\n`);
  yield { path: 'heads.ndjson', bytes: lines };
  yield { path: 'heads-proof.bin', stored: true, bytes: found.proof };
}

async function* entries({ settled, found, onProgress }: Bundle): AsyncGenerator<Piece> {
  let done = 0;
  for await (const page of pagesOf(settled)) {
    yield page.map(({ bytes }) => `${bytes}\n`).join('');
    done += page.length;
    onProgress({ stage: 'entries', done, of: found.count });
  }
}

/** Bytes that cannot be had stop the bundle: it would say less than the store knows. */
async function* contents({ settled, found, onProgress }: Bundle): AsyncGenerator<Part> {
  const held: string[] = [];
  const rows: unknown[] = [];
  for (const [sha256, naming] of found.contents) {
    const described = await settled.source.describeContent(sha256);
    if (described !== null) held.push(sha256);
    const { size = null, mediaType = null } = described ?? {};
    rows.push({ sha256, size, mediaType, held: described !== null, entries: naming });
  }
  yield { path: 'contents.json', bytes: [line(rows)] };
  for (const [at, sha256] of held.entries()) {
    const content = await settled.source.getContent(sha256);
    yield { path: `contents/${sha256}`, stored: true, bytes: [content!.bytes] };
    onProgress({ stage: 'contents', done: at + 1, of: held.length });
  }
}

function manifest({ settled, found }: Bundle, files: readonly WrittenFile[]) {
  const { deployment, scope, streams, checkpoint } = settled;
  const { count, first, last, symbol } = found;
  return {
    ...{ format: FORMAT, deployment: deployment.id, mode: deployment.mode, streams },
    scope: scopeOf(scope, symbol),
    checkpoint: {
      size: checkpoint.size,
      root: rootText(checkpoint.root),
      heads: { size: checkpoint.heads.size, root: rootText(checkpoint.heads.root) },
    },
    entries: { count, first, last },
    files: files.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  };
}

function scopeOf(scope: EvidenceScope, symbol: string | null) {
  switch (scope.kind) {
    case 'directive':
      return { kind: scope.kind, directive: scope.directive, symbol };
    case 'range':
      return { kind: scope.kind, from: scope.from, to: scope.to };
    case 'all':
      return { kind: scope.kind };
  }
}
