/** Canonical JSON against the RFC's own examples and against an independent implementation. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { NotCanonical, canonicalize } from './canonical-json';

const exact = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }).filter((value) => {
  try {
    canonicalize(value);
    return true;
  } catch {
    return false;
  }
});

/** The npm package is ESM only and does not load inside jest: it runs in a process of its own. */
function oracle(values: readonly unknown[]): string[] {
  const program = `import c from 'canonicalize'; let t=''; for await (const p of process.stdin.setEncoding('utf8')) t+=p;
    process.stdout.write(JSON.stringify(JSON.parse(t).map((v) => c(v))));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    input: JSON.stringify(values),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(answer) as string[];
}

test('the sample of RFC 8785 section 3.2.2 has the text of section 3.2.3', () => {
  const sample: unknown = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  // 1E30 is exact in the RFC's sense but an integer of 2^53 or more, which we refuse.
  (sample as { numbers: number[] }).numbers.splice(1, 1);
  expect(canonicalize(sample)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('keys are sorted by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  const given = Object.fromEntries(sorted.toReversed().map((key) => [key, 0]));
  expect(canonicalize(given)).toBe(
    `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`,
  );
});

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [-5e-324, '-5e-324'],
  [9007199254740991, '9007199254740991'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e-7, '1e-7'],
  [0.000001, '0.000001'],
])('the number %p is written %s', (value, text) => {
  expect(canonicalize(value)).toBe(text);
});

test('it agrees with an independent implementation', () => {
  const values = fc.sample(exact, { numRuns: 400, seed: 20260101 });
  expect(values.map((value) => canonicalize(value))).toEqual(oracle(values));
});

test('writing, reading and writing again changes nothing, whatever the order of keys', () => {
  fc.assert(
    fc.property(exact, (value) => {
      const text = canonicalize(value);
      expect(canonicalize(JSON.parse(text))).toBe(text);
      expect(canonicalize(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const turned: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value).toReversed()) turned[key] = reversed(member);
  return turned;
}

test.each([
  ['undefined', { a: [1, undefined] }, '$.a[1]'],
  ['a hole in an array', new Array(1), '$[0]'],
  ['NaN', { a: Number.NaN }, '$.a'],
  ['infinity', [Infinity], '$[0]'],
  ['2^53', { due: 9007199254740992 }, '$.due'],
  ['a large negative integer', -9007199254740992, '$'],
  ['a lone surrogate', { name: 'a\ud800' }, '$.name'],
  ['a lone surrogate in a key', { '\udc00': 1 }, '$'],
  ['a date', { at: new Date(0) }, '$.at'],
  ['a map', new Map(), '$'],
  ['a bigint', 1n, '$'],
  ['a function', () => 0, '$'],
])('%s is refused with its place', (_name, value, path) => {
  const refusal = catching(() => canonicalize(value));
  expect(refusal).toMatchObject({ code: 'json.not-canonical', path });
});

function catching(act: () => unknown): NotCanonical | null {
  try {
    act();
    return null;
  } catch (error) {
    return error as NotCanonical;
  }
}
