import { createHash } from 'node:crypto';
import { archiveDeciders } from './archive-deciders';

const decidersArchive = '{"deciders":"…"}';
const decidersHash = createHash('sha256').update(decidersArchive).digest('hex');

function store(held: boolean) {
  const puts: string[] = [];
  return {
    puts,
    describeContent: async () => (held ? { size: 1, mediaType: 'application/json' } : null),
    putContent: async (bytes: Uint8Array, mediaType: string) => {
      puts.push(Buffer.from(bytes).toString('utf8'));
      return { sha256: decidersHash, size: bytes.length, mediaType };
    },
  };
}

test('the deciders of a new build are archived', async () => {
  const ledger = store(false);
  await archiveDeciders(ledger, { decidersArchive, decidersHash });
  expect(ledger.puts).toEqual([decidersArchive]);
});

test('those of a build that has run before are not put again: no store of bytes is needed', async () => {
  const ledger = store(true);
  await archiveDeciders(ledger, { decidersArchive, decidersHash });
  expect(ledger.puts).toEqual([]);
});

test('an archive that is not of this build is refused, held or not', async () => {
  for (const held of [true, false]) {
    const other = { decidersArchive: '{}', decidersHash };
    await expect(archiveDeciders(store(held), other)).rejects.toThrow(/not those of this build/);
  }
});
