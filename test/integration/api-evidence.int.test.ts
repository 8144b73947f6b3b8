/** Evidence at the door: one zip, whole or broken off, and what cannot be proven is said with what to do. */
import { request } from 'node:http';
import { unzip } from '../support/unzip';
import { expectProblem } from './support/api-fixtures';
import { read, startDoor, type Door } from './support/api-process';
import { until } from './support/until';

const doors: Door[] = [];
async function door(...manners: string[]): Promise<Door> {
  const started = await startDoor(...manners);
  doors.push(started);
  return started;
}
afterAll(() => Promise.all(doors.map((it) => it.stop())));

const take = (of: Door, query: string) => fetch(new URL(`/v1/evidence?${query}`, of.url));

describe('of a ledger under a checkpoint', () => {
  let proven: Door;
  beforeAll(async () => {
    proven = await door('evidence');
  });

  test.each([
    ['directive=07%2FCT-BCA-V28', 'evidence-d-07-62.zip', 40],
    ['all=true', 'evidence-all-62.zip', 62],
    ['from=7&to=20', 'evidence-7-20-24.zip', 14],
    ['directive=07%2FCT-BCA-V28&at=31', 'evidence-d-07-34.zip', 32],
  ])('%s is a zip to keep', async (query, name, count) => {
    const answer = await take(proven, query);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const entries = files.find(({ path }) => path === 'entries.ndjson')!;
    expect(entries.bytes.toString('utf8').split('\n')).toHaveLength(count + 1);
  });

  test.each([
    ['', 400, 'evidence.scope-unclear'],
    ['all=true&directive=d-07', 400, 'evidence.scope-unclear'],
    ['all=false', 400, 'field.value'],
    ['from=3', 400, 'evidence.scope-unclear'],
    ['from=3&to=2', 400, 'evidence.range-reversed'],
    ['from=0&to=2', 400, 'field.too-small'],
    ['from=3&to=63', 422, 'evidence.beyond'],
    ['all=true&at=63', 422, 'evidence.beyond'],
    ['directive=d-none', 404, 'not-found.directive'],
    ['directive=04%2FCT-UBND', 409, 'symbol.ambiguous'],
    ['directive=04%2FCT-UBND&issuer=ubnd-thanh-hoa', 404, 'evidence.nothing'],
    ['directive=07%2FCT-BCA-V28&at=6', 404, 'evidence.nothing'],
  ])('%s is refused: %d %s', async (query, status, code) => {
    expectProblem(await read(proven.url, `/v1/evidence?${query}`), status, code);
  });
});

async function checkpointsIn(answer: Response): Promise<{ readonly note: string }[]> {
  const files = unzip(Buffer.from(await answer.arrayBuffer()));
  const lines = files.find(({ path }) => path === 'checkpoints.ndjson')!.bytes.toString('utf8');
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { note: string });
}

describe('with checkpoints that the asker holds', () => {
  let proven: Door;
  let notes: readonly string[];
  beforeAll(async () => {
    proven = await door('evidence');
    notes = await Promise.all([noteOver(6), noteOver(24)]);
  });
  /** As a bundle of then has it. */
  async function noteOver(size: number): Promise<string> {
    const answer = await take(proven, `all=true&at=${size}`);
    return (await checkpointsIn(answer)).at(-1)!.note;
  }
  const holding = (...held: readonly string[]) =>
    `directive=07%2FCT-BCA-V28&${new URLSearchParams(held.map((it): [string, string] => ['checkpoint', it]))}`;

  test.each([1, 2])('%d of them stand in the bundle', async (count) => {
    const answer = await take(proven, holding(...notes.slice(2 - count)));
    expect(answer.status).toBe(200);
    const all = (await checkpointsIn(answer)).map(({ note }) => note);
    expect(all).toEqual(expect.arrayContaining([...notes]));
  });

  test('of more than eight it says how many there may be', async () => {
    const nine = Array.from({ length: 9 }, () => notes[0]!);
    const answer = await read(proven.url, `/v1/evidence?${holding(...nine)}`);
    expectProblem(answer, 400, 'evidence.checkpoints-too-many');
    expect(JSON.stringify(answer.body)).toContain('tối đa 8 điểm chốt');
  });

  test.each([
    ['no note', () => 'x', 400, 'evidence.checkpoint-unreadable'],
    ['too long for one', () => 'x'.repeat(1_501), 400, 'field.too-big'],
    ['altered', () => notes[1]!.replace('\n24\n', '\n25\n'), 422, 'evidence.checkpoint-unsigned'],
    [
      'of another deployment',
      () => notes[1]!.replace('dondoc/so-thu', 'dondoc/so-that'),
      422,
      'evidence.checkpoint-of-another',
    ],
  ])('one that is %s is refused', async (_what, held, status, code) => {
    const path = `/v1/evidence?${holding(notes[0]!, held())}`;
    expectProblem(await read(proven.url, path), status, code);
  });
});

test('before the first checkpoint it says so, and what to look at', async () => {
  const answer = await read((await door()).url, '/v1/evidence?all=true');
  expectProblem(answer, 409, 'evidence.no-checkpoint');
  expect(answer.body['detail']).toContain('docs/audit.md');
});

test('what fails in the middle breaks the answer off: nobody takes it for whole', async () => {
  const breaking = await door('evidence-breaks');
  const answer = await take(breaking, 'all=true');
  expect(answer.status).toBe(200);
  await expect(answer.arrayBuffer()).rejects.toThrow();
  await breaking.prints('it is away');
});

test('a reader who leaves stops the work', async () => {
  const endless = await door('evidence-endless');
  const asked = request(new URL('/v1/evidence?all=true', endless.url));
  asked.on('error', () => undefined);
  asked.end();
  await endless.prints('"read":1000}');
  asked.destroy();
  const reads = () => endless.printed().match(/"read":/g)!.length;
  await until('it reads no more', async () => {
    const before = reads();
    await read(endless.url, '/v1/openapi.json');
    return reads() === before;
  });
});
