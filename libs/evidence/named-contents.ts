/** Which contents an entry names: texts, attachments and packs by their SHA-256, wherever they stand in its data. */

const HASH = /^[0-9a-f]{64}$/;

export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/** Each once, in the order in which they stand. */
export function namedContents(data: unknown): string[] {
  const found = new Set<string>();
  collect(data, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (isHash(member) && (name === 'sha256' || name.endsWith('Sha256'))) found.add(member);
    else collect(member, found);
  }
}
