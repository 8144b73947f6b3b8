/**
 * What a report says it was consolidated from is the draft that is kept under its hash: of this very obligation, with its
 * counts. Figures and texts are edited by a person; who is in the draft, who is missing and what was cut is not.
 */
import {
  consolidatedReport,
  obligationId,
  parseRoundStream,
  type Drafted,
  type Report,
} from '../domain';
import type { Ledger } from '../ledger';
import { refusal } from './refusal';

type Consolidates = NonNullable<Report['consolidates']>;
type Command = { readonly stream: string; readonly data: unknown };
type OfReport = { readonly unit: string; readonly report: Report };

/** The command's data with the draft's own particulars; unchanged where nothing was consolidated. */
export async function withStoredDraft(
  contents: Pick<Ledger, 'getContent'>,
  { stream, data }: Command,
): Promise<unknown> {
  const { unit, report } = data as Partial<OfReport>;
  const shard = parseRoundStream(stream);
  if (!report?.consolidates || unit === undefined || shard === null) return data;
  const said = report.consolidates;
  const obligation = obligationId(shard, unit);
  const held = await draftOf(contents, said.draftSha256);
  if (held.obligation !== obligation) {
    throw refusal('draft.other-obligation', {
      ...{ sha256: said.draftSha256, obligation, found: held.obligation },
    });
  }
  for (const [what, is] of Object.entries(held.consolidates)) {
    const claimed = said[what as keyof Consolidates];
    if (claimed === undefined || JSON.stringify(claimed) === JSON.stringify(is)) continue;
    const params = { what, claimed: spoken(claimed), held: spoken(is) };
    throw refusal('draft.differs', { ...params, sha256: said.draftSha256 });
  }
  const { cut, ...rest } = held.consolidates;
  const consolidates = { ...rest, ...(cut.length === 0 ? {} : { cut }) };
  return { ...(data as object), report: { ...report, consolidates } };
}

type Held = {
  readonly obligation: string;
  readonly consolidates: Required<Consolidates>;
};

async function draftOf(contents: Pick<Ledger, 'getContent'>, sha256: string): Promise<Held> {
  const content = await contents.getContent(sha256);
  if (content === null) throw refusal('draft.unknown', { sha256 });
  const read = readDraft(content.bytes.toString('utf8'));
  if (read === null) throw refusal('draft.not-a-draft', { sha256 });
  const { consolidates } = consolidatedReport(read, sha256);
  const cut = (consolidates.cut ?? []).map(({ part, code, kept, total }) => ({
    ...{ part, code, kept, total },
  }));
  return { obligation: read.obligation, consolidates: { ...consolidates, asOf: read.asOf, cut } };
}

type Draft = Drafted & { readonly obligation: string };

function readDraft(text: string): Draft | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const { obligation, parts, missing, asOf, draft } = Object(read) as Partial<Draft>;
  const known = typeof obligation === 'string' && typeof asOf === 'string';
  const listed = Array.isArray(parts) && Array.isArray(missing);
  const fitted = draft === null || Array.isArray(draft?.cut);
  return known && listed && fitted ? (read as Draft) : null;
}

function spoken(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
