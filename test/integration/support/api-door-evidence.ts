/**
 * What the door in memory can prove: nothing was signed yet, unless it is told otherwise. `evidence`: the played ledger;
 * `evidence-breaks`: its files cannot be had; `evidence-endless`: it never ends, and prints each page that is read of it.
 */
import { setImmediate } from 'node:timers/promises';
import type { EvidenceSource } from '../../../libs/evidence';
import { failure } from '../../../libs/service';
import { memoryEvidence } from '../../support/memory-evidence';
import { playedLedger } from '../../support/played-entries';

export function doorEvidence(manners: ReadonlySet<string>): EvidenceSource {
  const kind = [...manners].find((it) => it.startsWith('evidence'));
  if (kind === undefined) {
    return memoryEvidence({ deployment: 'door', entries: [], keys: [], checkpoints: [] });
  }
  const played = memoryEvidence(playedLedger());
  if (kind === 'evidence-breaks') return breaking(played);
  return kind === 'evidence-endless' ? endless(played) : played;
}

function breaking(source: EvidenceSource): EvidenceSource {
  return {
    ...source,
    async getContent(sha256) {
      const content = await source.getContent(sha256);
      if (content?.mediaType === 'application/json') return content;
      throw failure('s3.away', 'it is away', 'start what is at s3.example');
    },
  };
}

function endless(source: EvidenceSource): EvidenceSource {
  return {
    ...source,
    async entriesAfter(seq, limit) {
      await setImmediate();
      process.stdout.write(`{"read":${seq}}\n`);
      const [first] = await source.entriesAfter(0, 1);
      return Array.from({ length: limit }, (_, at) => ({ ...first!, seq: seq + at + 1 }));
    },
    async latestCheckpoint() {
      const latest = await source.latestCheckpoint();
      return latest && { ...latest, note: latest.note.replace('\n62\n', '\n1000000000000\n') };
    },
  };
}
