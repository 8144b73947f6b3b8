/**
 * The content store keeps its word wherever the bytes lie: one suite on PostgreSQL and on a real S3 server. What only an
 * S3 server can do wrong, and going from one place to the other, comes after it.
 */
import { createHash } from 'node:crypto';
import { createS3ObjectStore } from '../../libs/content';
import {
  createContentStore,
  createLedger,
  IN_POSTGRES,
  moveContents,
  type ContentPlace,
  type ContentStore,
  type Moved,
} from '../../libs/ledger';
import { contentParts, type ObjectStoreSettings } from '../../libs/service';
import { describeWithS3, s3Server } from '../support/servers';
import { alteringProxy } from './support/altering-proxy';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { makeBucket, type Bucket } from './support/s3-bucket';

const text = (words: string) => Buffer.from(words, 'utf8');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const NOBODY = 'f'.repeat(64);
const LARGEST = 100 * 1024 * 1024;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ mode: 'drill', deploymentId: 'content' });
});
afterAll(() => database.drop());

type Opened = {
  readonly store: ContentStore;
  /** Puts other bytes in the place of those, behind the store's back. */
  alter(sha256: string, bytes: Uint8Array): Promise<void>;
};

/** @param open makes it in a database of its own test */
function keepsItsWord(open: () => Promise<Opened>): void {
  let opened: Opened;
  let store: ContentStore;
  beforeAll(async () => {
    opened = await open();
    ({ store } = opened);
  });

  test('what was put is got and described, under the hash of its bytes', async () => {
    const bytes = text(`Báo cáo số 12/BC-UBND ${expect.getState().currentTestName}`);
    const put = await store.put(bytes, 'text/plain');
    expect(put).toEqual({ sha256: hashOf(bytes), size: bytes.length, mediaType: 'text/plain' });
    expect(await store.get(put.sha256)).toEqual({ mediaType: 'text/plain', bytes });
    const { size, mediaType } = put;
    expect(await store.describe(put.sha256)).toEqual({ size, mediaType });
  });

  test('the same bytes again, also at once, are kept once, with the first media type', async () => {
    const bytes = text(`hai lần ${expect.getState().currentTestName}`);
    const puts = await Promise.all(['text/csv', 'text/csv'].map((it) => store.put(bytes, it)));
    const again = await store.put(bytes, 'application/pdf');
    expect(new Set([...puts, again].map((it) => JSON.stringify(it))).size).toBe(1);
    expect(again.mediaType).toBe('text/csv');
  });

  test('what nobody put is not there', async () => {
    expect(await store.get(NOBODY)).toBeNull();
    expect(await store.describe(NOBODY)).toBeNull();
  });

  test('a file of the largest size there may be comes back whole', async () => {
    const bytes = Buffer.alloc(LARGEST, expect.getState().currentTestName);
    const { sha256 } = await store.put(bytes, 'application/pdf');
    const got = await store.get(sha256);
    expect(got?.bytes.equals(bytes)).toBe(true);
  });

  test('any bytes at all, none included, come back as they were', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([0, 255, 10, 13, 0])]) {
      const { sha256 } = await store.put(bytes, 'application/octet-stream');
      expect((await store.get(sha256))?.bytes.equals(bytes)).toBe(true);
    }
  });

  test('bytes that were altered where they lie are never handed out', async () => {
    const bytes = text(`bị sửa ${expect.getState().currentTestName}`);
    const { sha256 } = await store.put(bytes, 'text/plain');
    const inPlace = Buffer.from(bytes.map((byte, n) => (n === 3 ? byte ^ 1 : byte)));
    for (const other of [inPlace, bytes.subarray(1), Buffer.concat([bytes, bytes])]) {
      await opened.alter(sha256, other);
      await expect(store.get(sha256)).rejects.toMatchObject({
        code: 'content.altered',
        nextStep: expect.stringContaining('restore it from a backup') as string,
      });
    }
    await opened.alter(sha256, bytes);
    expect((await store.get(sha256))?.bytes).toEqual(bytes);
  });
}

describe('in PostgreSQL', () => {
  let own: TestDatabase;
  afterAll(() => own.drop());
  keepsItsWord(async () => {
    own = await testDatabase({ mode: 'drill', deploymentId: 'content-here' });
    // What the table itself refuses, a damaged disk or a restored copy may hold.
    await own.pool().query(`ALTER TABLE work.content DROP CONSTRAINT content_check;
      ALTER TABLE work.content DROP CONSTRAINT content_check1`);
    return {
      store: createContentStore(own.pool('dondoc_api'), IN_POSTGRES),
      alter: async (sha256, bytes) => {
        const values = [sha256, bytes];
        await own.pool().query('UPDATE work.content SET bytes = $2 WHERE sha256 = $1', values);
      },
    };
  });

  test('the table refuses bytes under another hash, and a hash that is none', async () => {
    const into =
      'INSERT INTO work.content (sha256, media_type, size, bytes) VALUES ($1, $2, 1, $3)';
    for (const [sha256, bytes] of [
      [NOBODY, text('x')],
      ['not a hash', null],
    ]) {
      const values = [sha256, 'text/plain', bytes];
      await expect(database.pool('dondoc_api').query(into, values)).rejects.toMatchObject({
        code: '23514',
      });
    }
  });
});

describeWithS3('over S3', () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await makeBucket();
  });
  const placeOf = (more: Partial<ObjectStoreSettings> = {}): ContentPlace => ({
    place: 's3',
    objects: createS3ObjectStore({ ...bucket.settings, ...more }),
  });
  const storeOf = (more: Partial<ObjectStoreSettings> = {}) =>
    createContentStore(database.pool('dondoc_api'), placeOf(more));

  describe('the bytes', () => {
    keepsItsWord(async () => ({
      store: storeOf(),
      alter: async (sha256, bytes) => bucket.overwrite(sha256, bytes),
    }));
  });

  test('the row has all but the bytes, and those lie under their hash', async () => {
    const bytes = text('chỉ mô tả');
    const { sha256 } = await storeOf().put(bytes, 'text/plain');
    const { rows } = await database
      .pool()
      .query('SELECT media_type, size, bytes FROM work.content WHERE sha256 = $1', [sha256]);
    expect(rows).toEqual([{ media_type: 'text/plain', size: bytes.length, bytes: null }]);
    expect(bucket.keys()).toContain(sha256);
  });

  test.each<[string, Partial<ObjectStoreSettings>, string, RegExp]>([
    ['a wrong secret', { secret: 'not-the-secret' }, 's3.access-denied', /DONDOC_S3_SECRET/],
    ['a wrong key', { keyId: 'nobody' }, 's3.access-denied', /DONDOC_S3_KEY_ID/],
    ['no such bucket', { bucket: 'khong-co' }, 's3.bucket-missing', /make the bucket/],
    ['another region', { region: 'eu-west-1' }, 's3.region-differs', /DONDOC_S3_REGION/],
    ['nobody there', { endpoint: 'http://127.0.0.1:1' }, 's3.away', /DONDOC_S3_ENDPOINT/],
  ])('%s: nothing is kept, and the next step is said', async (_what, wrong, code, nextStep) => {
    const store = storeOf(wrong);
    const bytes = text(`không được giữ ${code} ${nextStep}`);
    const told = { code, nextStep: expect.stringMatching(nextStep) as string };
    await expect(store.put(bytes, 'text/plain')).rejects.toMatchObject(told);
    expect(await store.describe(hashOf(bytes))).toBeNull();
    const { sha256 } = await storeOf().put(bytes, 'text/plain');
    await expect(store.get(sha256)).rejects.toMatchObject(told);
    // What the door looks at needs no S3 server.
    expect(await store.describe(sha256)).toMatchObject({ size: bytes.length });
    const ledger = createLedger({ pool: database.pool('dondoc_api'), contents: placeOf(wrong) });
    expect((await contentParts(ledger)).content).toMatch(nextStep);
    await ledger.close();
  });

  test('the readiness page tells of the bucket where there is one', async () => {
    const ledger = createLedger({ pool: database.pool('dondoc_api'), contents: placeOf() });
    expect(await contentParts(ledger)).toEqual({ content: 'ok' });
    expect(await contentParts(database.ledger('dondoc_api'))).toEqual({});
    await ledger.close();
  });

  test('bytes under another hash are refused by the server, by signature and by checksum', async () => {
    const { objects } = placeOf();
    const put = objects!.put(hashOf(text('một')), text('hai'));
    await expect(put).rejects.toMatchObject({ code: 's3.altered-on-the-way' });
    expect(bucket.keys()).not.toContain(hashOf(text('một')));
  });

  test('bytes altered on their way are refused, and what is kept is whole', async () => {
    const proxy = await alteringProxy(s3Server().endpoint);
    const store = storeOf({ endpoint: proxy.endpoint });
    const bytes = text('qua một proxy hỏng');
    await expect(store.put(bytes, 'text/plain')).rejects.toMatchObject({
      code: 's3.altered-on-the-way',
    });
    expect(await store.describe(hashOf(bytes))).toBeNull();
    expect(bucket.keys()).not.toContain(hashOf(bytes));
    await proxy.close();
  });

  test('what was lost from the bucket is told, and healed by the same file', async () => {
    const bytes = text('mất rồi có lại');
    const other = await makeBucket();
    const { sha256 } = await storeOf().put(bytes, 'text/plain');
    const store = storeOf(other.settings);
    await expect(store.get(sha256)).rejects.toMatchObject({ code: 'content.lost' });
    await store.put(bytes, 'text/plain');
    expect((await store.get(sha256))?.bytes).toEqual(bytes);
  });

  describe('going from one place to the other', () => {
    let own: TestDatabase;
    beforeEach(async () => {
      own = await testDatabase({ mode: 'drill', deploymentId: 'moving' });
    });
    afterEach(() => own.drop());
    const here = () => createContentStore(own.pool('dondoc_api'), IN_POSTGRES);
    const there = () => createContentStore(own.pool('dondoc_api'), placeOf());
    const outside = async () =>
      (await own.pool().query('SELECT sha256 FROM work.content WHERE bytes IS NULL')).rows.length;
    const FILES = ['một', 'hai', 'ba'].map((it) => text(`chuyển kho ${it}`));
    const putAll = (store: ContentStore) =>
      Promise.all(FILES.map((it) => store.put(it, 'text/plain')));

    async function expectAll(store: ContentStore): Promise<void> {
      for (const bytes of FILES) expect((await store.get(hashOf(bytes)))?.bytes).toEqual(bytes);
    }

    test('what lies in PostgreSQL is found after S3 was chosen, and put again stays there', async () => {
      await putAll(here());
      await expectAll(there());
      await putAll(there());
      expect(await outside()).toBe(0);
    });

    test('what lies over S3 is found after PostgreSQL was chosen again, as long as it is told of', async () => {
      await putAll(there());
      const { objects } = placeOf();
      const back = createContentStore(own.pool('dondoc_api'), { place: 'postgres', objects });
      await expectAll(back);
      const forgot = here();
      await expect(forgot.get(hashOf(FILES[0]!))).rejects.toMatchObject({
        code: 'content.lost',
        nextStep: expect.stringContaining('DONDOC_S3_ENDPOINT') as string,
      });
      await expect(forgot.put(FILES[0]!, 'text/plain')).rejects.toMatchObject({
        code: 'content.lost',
      });
    });

    test('all are moved there and back, an interruption is gone on from, a repeat does nothing', async () => {
      await putAll(here());
      const objects = placeOf().objects!;
      const stop = new AbortController();
      const told: Moved[] = [];
      const onMoved = (moved: Moved) => {
        told.push(moved);
        stop.abort();
      };
      const move = (to: 'postgres' | 's3', more: object = {}) =>
        moveContents(own.pool(), { to, objects, ...more });
      const bytes = FILES.map((it) => it.length).reduce((a, b) => a + b);
      const first = await move('s3', { signal: stop.signal, onMoved });
      expect([first.contents, first.left, told.length]).toEqual([1, 2, 1]);
      await expectAll(there());
      expect(await move('s3')).toMatchObject({ contents: 2, left: 0 });
      expect(await outside()).toBe(3);
      await expectAll(there());
      expect(await move('s3')).toEqual({ contents: 0, bytes: 0, left: 0 });
      expect(await move('postgres')).toEqual({ contents: 3, bytes, left: 0 });
      await expectAll(here());
    });

    test('one that is damaged stays where it is, with its failure; the others move', async () => {
      const puts = await putAll(there());
      bucket.overwrite(puts[1]!.sha256, text('khác'));
      const faults: string[] = [];
      const moved = await moveContents(own.pool(), {
        to: 'postgres',
        objects: placeOf().objects!,
        onFault: ({ code }) => faults.push(code),
      });
      expect([moved.contents, moved.left, faults]).toEqual([2, 1, ['content.altered']]);
      bucket.overwrite(puts[1]!.sha256, FILES[1]!);
    });

    test('bytes leave PostgreSQL only when they lie in the bucket whole', async () => {
      const [put] = await putAll(here());
      for (const [get, code] of [
        [async () => null, 'content.lost'],
        [async () => text('khác'), 'content.altered'],
      ] as const) {
        const forgetful = { put: async () => undefined, get, probe: async () => undefined };
        const faults: string[] = [];
        const moved = await moveContents(own.pool(), {
          to: 's3',
          objects: forgetful,
          onFault: (fault) => faults.push(fault.code),
        });
        expect([moved.contents, moved.left, new Set(faults)]).toEqual([0, 3, new Set([code])]);
      }
      expect((await here().get(put!.sha256))?.bytes).toEqual(FILES[0]);
    });

    test('no service may take bytes out of a row', async () => {
      const taking = own.pool('dondoc_api').query('UPDATE work.content SET bytes = NULL');
      await expect(taking).rejects.toMatchObject({ code: '42501' });
    });
  });
});
