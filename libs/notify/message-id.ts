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
  /** Host part, `dondoc.example.vn`. */
  readonly domain: string;
};

export function messageIdOf({ recipient, instant, content, domain }: MessageIdentity): string {
  const parts = [recipient, instant, content.subject, content.text];
  const hash = createHash('sha256')
    .update(JSON.stringify(parts), 'utf8')
    .digest('hex')
    .slice(0, 40);
  return `<${hash}@${domain}>`;
}
