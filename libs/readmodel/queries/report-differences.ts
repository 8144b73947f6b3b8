/**
 * What a report said and says: of each obligation the report as it was last handed in, against the one of then. Figures
 * go by the labels of their form; of a long text its beginning, length and hash are told.
 */
import { hash } from 'node:crypto';
import type { FieldValue, Form, FormField, Model, Report, Text } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { LongText } from '../rows';
import {
  between,
  type Condition,
  type Raw,
  type Span,
  type Telling,
  type Version,
} from './between';

const LONGEST = 200;
const BEGINS = 80;

type Row = {
  readonly obligation_id: string;
  readonly directive_id: string;
  readonly round_id: string;
  readonly unit: string;
  readonly ordinal: number;
  readonly report: Report;
  readonly form: Form | null;
  /** The entry by which it was handed in. */
  readonly seq: number;
};

export async function reportDifferences(
  db: Db,
  { from, to }: Span,
  { sql, values }: Condition,
): Promise<Raw[]> {
  const rows = await rowsOf<Row>(
    db,
    `SELECT * FROM (
       SELECT t.obligation_id, t.directive_id, t.round_id, t.unit, s.ordinal, s.report, r.heading -> 'form' AS form,
         least(s.from_seq, (SELECT min(p.from_seq) FROM read.submissions_past AS p
                            WHERE p.obligation_id = s.obligation_id AND p.ordinal = s.ordinal))::int AS seq
       FROM read.obligations AS t JOIN read.submissions AS s USING (obligation_id)
       JOIN read.rounds AS r USING (round_id)
       WHERE ${sql} AND t.from_seq > $1) AS handed_in
     WHERE seq <= $2 ORDER BY obligation_id, ordinal`,
    [from, to, ...values],
  );
  return [...byObligation(rows)].flatMap(([id, reports]) => {
    const versions = reports.map((row, at): Version => ({
      row,
      from: row.seq,
      until: reports[at + 1]?.seq ?? null,
    }));
    return between(TELLING, id, versions, { from, to });
  });
}

function byObligation(rows: readonly Row[]): Map<string, Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const known = all.get(row.obligation_id);
    if (known) known.push(row);
    else all.set(row.obligation_id, [row]);
  }
  return all;
}

const say = (vi: string, en: string): Text => ({ vi, en });

const LABELS: { readonly [field: string]: Text } = {
  ordinal: say('lần gửi', 'submission'),
  number: say('số văn bản', 'number'),
  date: say('ngày văn bản', 'date'),
  signer: say('người ký', 'signer'),
  nil: say('không phát sinh', 'nothing to report'),
  summary: say('tóm tắt', 'summary'),
  contentSha256: say('văn bản (SHA-256)', 'text (SHA-256)'),
  files: say('tệp kèm', 'files'),
  consolidates: say('tổng hợp từ', 'consolidated from'),
  form: say('biểu mẫu, phiên bản', 'form, version'),
};

const TELLING: Telling = {
  kind: 'report',
  fieldsOf: (row) => fieldsOfReport(row as Row),
  labelOf: (field, row) => LABELS[field] ?? labelIn((row as Row).form, field),
};

function fieldsOfReport({ ordinal, report, form }: Row): ReadonlyMap<string, unknown> {
  const { number, date, signer, nil, summary, contentSha256, files, consolidates, data } = report;
  return new Map<string, unknown>([
    ...Object.entries({ ordinal, number, date, signer, nil, contentSha256 }),
    ['summary', ofText(summary)],
    ['files', files.map(({ name, sha256 }) => `${name} (${sha256.slice(0, 12)}…)`)],
    ['consolidates', consolidates?.draftSha256 ?? null],
    ['form', data?.form ?? null],
    ...Object.entries(data?.sections ?? {}).map(([code, text]): [string, unknown] => [
      `sections.${code}`,
      ofText(text),
    ]),
    ...Object.entries(data?.values ?? {}).map(([code, value]): [string, unknown] => [
      `values.${code}`,
      ofValue(
        value,
        form?.fields.find((it) => it.code === code),
      ),
    ]),
  ]);
}

function ofText(text: string): string | LongText {
  if (text.length <= LONGEST) return text;
  return { begins: text.slice(0, BEGINS), length: text.length, sha256: hash('sha256', text) };
}

function ofValue(value: FieldValue, field: FormField | undefined): unknown {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    const chosen = field?.type === 'choice' && field.options.find(({ code }) => code === value);
    return chosen ? chosen.label : ofText(value);
  }
  if ('part' in value) return `${value.part}/${value.of}`;
  return value.map(ofModel);
}

function ofModel({ name, place, summary }: Model): string {
  const told = ofText(summary);
  const text = typeof told === 'string' ? told : `${told.begins}… (${told.sha256.slice(0, 12)}…)`;
  return `${name}, ${place}: ${text}`;
}

/** A heading or a figure by its label in the form that the report fills in. */
function labelIn(form: Form | null, field: string): Text {
  const [part, code] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
  const label =
    part === 'values'
      ? form?.fields.find((it) => it.code === code)?.label
      : form?.outline.find((it) => it.code === code)?.heading;
  return label ?? say(code, code);
}
