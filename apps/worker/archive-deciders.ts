/** The deciders of this build go into the content store before anything is decided with them. */
import { sha256Hex } from '../../libs/audit';
import type { Ledger } from '../../libs/ledger';
import type { BuiltBundle } from './bundle';

/** What is archived already needs no store of the bytes: a worker starts again without it. */
export async function archiveDeciders(
  ledger: Pick<Ledger, 'describeContent' | 'putContent'>,
  { decidersArchive, decidersHash }: Pick<BuiltBundle, 'decidersArchive' | 'decidersHash'>,
): Promise<void> {
  const bytes = Buffer.from(decidersArchive);
  if (sha256Hex(bytes) !== decidersHash)
    throw new Error('the archived deciders are not those of this build');
  if ((await ledger.describeContent(decidersHash)) !== null) return;
  await ledger.putContent(bytes, 'application/json');
}
