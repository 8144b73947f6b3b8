/** A bundle in one call, settled and written: destroys the sink when anything fails, as the API ends its answer. */
import type { Writable } from 'node:stream';
import {
  settle,
  writeSettled,
  type Evidence,
  type EvidenceOptions,
  type EvidenceScope,
  type EvidenceSource,
} from '../../libs/evidence';

export async function writeEvidence(
  source: EvidenceSource,
  scope: EvidenceScope,
  sink: Writable,
  options: EvidenceOptions = {},
): Promise<Evidence> {
  try {
    return await writeSettled(await settle(source, scope, options), sink, options);
  } catch (thrown) {
    sink.destroy();
    throw thrown;
  }
}
