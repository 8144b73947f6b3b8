/** Answers over IPC what the verifier reports: one process for a whole test, the verifier at the path it is started with. */
import { readFileSync } from 'node:fs';

const { parts, verify } = await import(process.argv[2]);

process.on('message', async ({ id, args, golden }) => {
  const report = golden === undefined ? await verify(args) : goldenFaults(golden);
  process.send({ id, report });
});
process.send({ ready: true });

/** What the verifier's own hashing makes otherwise than the golden vectors. */
function goldenFaults(path) {
  const golden = JSON.parse(readFileSync(path, 'utf8'));
  const hex = (hash) => hash?.toString('hex');
  const bytes = (text) => Buffer.from(text, 'hex');
  const leaves = golden.leaves.map((it) => parts.leafHash(bytes(it)));
  const faults = [];
  const must = (holds, what) => holds || faults.push(what);
  for (const [text, expected] of golden.canonical) {
    must(parts.canonical(JSON.parse(text)) === expected, `canonical form of ${text}`);
    must(parts.notCanonical(expected, JSON.parse(expected)) === null, `${expected} is canonical`);
  }
  for (const text of golden.notCanonical) must(isRefused(text), `${text} is not canonical`);
  const tree = new parts.Frontier();
  for (const [size, root] of golden.roots.entries()) {
    must(hex(tree.root()) === root, `root of ${size}`);
    if (size < leaves.length) tree.add(leaves[size]);
  }
  const of = (size) => ({ size, root: bytes(golden.roots[size]) });
  for (const [older, newer, proof] of golden.consistency) {
    must(parts.isConsistent(of(older), of(newer), proof.map(bytes)), `${older} to ${newer}`);
  }
  for (const [size, places, proof] of golden.sets) {
    const [left, hashes] = [[...places], proof.map(bytes)];
    const shown = { peek: () => left[0], take: () => leaves[left.shift()] };
    const root = parts.rootOfSet(size, shown, () => hashes.shift());
    must(hex(root) === golden.roots[size], `set ${places} of ${size}`);
  }
  return faults;
}

function isRefused(text) {
  try {
    return parts.notCanonical(text, JSON.parse(text)) !== null;
  } catch {
    return true;
  }
}
