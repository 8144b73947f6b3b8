/** Adds to a projection's own statement by which entry its rows became so; a statement of another form is a mistake. */
const UPDATE = /^\s*UPDATE read\.\w+(?: AS \w+)?\s+SET\s/;
const INSERT = /^\s*INSERT INTO read\.\w+\s*\(([^)]*)\)\s*(?:VALUES\s*\(|SELECT\s)/;

/** @param seq of the ledger: a whole number of our own, so it stands in the text */
export function stamped(text: string, seq: number): string {
  if (!Number.isSafeInteger(seq)) throw new Error(`${seq} is no sequence of the ledger`);
  if (UPDATE.test(text)) return text.replace(UPDATE, (head) => `${head}from_seq = ${seq}, `);
  if (!INSERT.test(text)) throw new Error(`no row can be stamped by this statement: ${text}`);
  return text
    .replace(INSERT, (head) => `${head.replace('(', '(from_seq, ')}${seq}, `)
    .replace('DO UPDATE SET', `DO UPDATE SET from_seq = ${seq},`);
}
