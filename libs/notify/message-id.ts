/**
 * The Message-ID as a function of recipient, instant and content: a message that is sent again after a crash has the
 * same one, so whoever receives it twice can tell.
 */
import { createHash } from 'node:crypto';
import type { Rendered } from './message';

export type MessageIdentity = {
  /** The `pii:` token, or `none:{unit}` for a unit without a contact. */
  readonly recipient: string;
  readonly instant: string;
  readonly content: Rendered;
  /** The ledger entries it speaks of; they stand in its headers. */
  readonly entries: readonly string[];
  /** Host part, `dondoc.example.vn`. */
  readonly domain: string;
};

export function messageIdOf(identity: MessageIdentity): string {
  const { recipient, instant, content, entries, domain } = identity;
  const parts = [recipient, instant, content.subject, content.text, ...entries];
  const hash = createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
  return `<${hash.slice(0, 40)}@${domain}>`;
}

/** `dondoc.example.vn` for `Dondoc <dondoc@example.vn>`. */
export function messageDomainOf(mailFrom: string): string {
  const host = /@([^\s@<>]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
  return /^dondoc\./i.test(host) ? host.toLowerCase() : `dondoc.${host.toLowerCase()}`;
}
