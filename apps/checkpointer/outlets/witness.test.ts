/** A witness that has seen more than it is shown: whether entries are missing, or another checkpointer was faster. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkpointText,
  fileSigner,
  leafHash,
  noteOf,
  secretKeyText,
  signatureLine,
} from '../../../libs/audit';
import type { StoredCheckpoint } from '../../../libs/ledger';
import type { OutletTools } from '../outlet';
import { witnessOutlet } from './witness';

const SEEN = 15;
const log = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 1), 'log'));
const { key } = fileSigner(secretKeyText('chung-kien.vn/w1', Buffer.alloc(32, 5), 'witness'));

let witness: Server;
beforeAll(async () => {
  witness = createServer((_, reply) => reply.writeHead(409).end(`${SEEN}\n`));
  await new Promise<void>((resolve) => witness.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => witness.close(resolve)));

async function checkpoint(size: number): Promise<StoredCheckpoint> {
  const heads = { size: 1, root: leafHash('heads') };
  const text = checkpointText({ origin: 'dondoc/x', size, root: leafHash(`${size}`), heads });
  const note = noteOf(text, [await signatureLine(text, log)]);
  return { size, note, recordedAt: '2018-12-18T10:00:00.000Z' };
}

/** Shows the witness a checkpoint over ten entries of a ledger that has signed up to `longest`. */
async function shown(longest: number): Promise<readonly string[]> {
  const last = await checkpoint(longest);
  const checkpointOver = async (size: number) => (size <= longest ? last : null);
  const { port } = witness.address() as AddressInfo;
  const outlet = witnessOutlet(key, new URL(`http://127.0.0.1:${port}/`));
  return outlet.publish(await checkpoint(10), { trail: { checkpointOver } } as OutletTools);
}

test('a checkpoint that another checkpointer has overtaken needs no cosignature: nothing is missing', async () => {
  expect(await shown(SEEN)).toEqual([]);
  expect(await shown(SEEN + 5)).toEqual([]);
});

test('where the ledger has no checkpoint that long, signed entries are missing', async () => {
  await expect(shown(10)).rejects.toMatchObject({ code: 'witness.ahead' });
});
