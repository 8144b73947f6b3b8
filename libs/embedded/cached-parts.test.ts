/** The cache, and the two ways by which parts come into it, against a server on loopback in place of the network. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from './cache-folder';
import { openDataFolder, type DataFolder } from './data-folder';
import { verifyJars } from './kafka-jars';
import { findTemporal } from './temporal-binary';

let path = '';
let folder: DataFolder;

beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'dondoc-cache-'));
  folder = await openDataFolder(join(path, 'data'), () => {});
});

afterEach(() => {
  folder.release();
  rmSync(path, { recursive: true, force: true });
});

test('what is in the cache is made once, and an interrupted making leaves nothing', async () => {
  const cacheDir = join(path, 'cache');
  const interrupted = cached(cacheDir, 'part', async (into) => {
    writeFileSync(join(into, 'half'), '');
    throw new Error('interrupted');
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  expect(readdirSync(cacheDir)).toEqual([]);
  let makings = 0;
  const make = () =>
    cached(cacheDir, 'part', async (into) => {
      makings += 1;
      writeFileSync(join(into, 'whole'), '');
    });
  const places = [await make(), await make()];
  expect(makings).toBe(1);
  expect(places).toEqual([join(cacheDir, 'part'), join(cacheDir, 'part')]);
  expect(readdirSync(join(cacheDir, 'part'))).toEqual(['whole']);
});

test('jars that are not exactly the pinned ones are refused', () => {
  const jars = join(path, 'jars');
  mkdirSync(jars);
  writeFileSync(join(jars, 'a.jar'), 'a');
  const sum = createHash('sha256').update('a').digest('hex');
  expect(() => verifyJars(jars, { 'a.jar': sum })).not.toThrow();
  expect(() => verifyJars(jars, { 'a.jar': '0'.repeat(64) })).toThrow('a.jar has another checksum');
  expect(() => verifyJars(jars, { 'a.jar': sum, 'b.jar': sum })).toThrow('b.jar is not there');
  expect(() => verifyJars(jars, {})).toThrow('a.jar is not on the list');
});

describe('the download of Temporal', () => {
  let server: Server;
  let archive: Buffer;

  /** An archive that holds a `temporal` which answers --version. */
  beforeEach(async () => {
    writeFileSync(join(path, 'temporal'), '#!/bin/sh\necho temporal version 1.5.1\n');
    chmodSync(join(path, 'temporal'), 0o755);
    execFileSync('tar', ['-czf', join(path, 'archive.tar.gz'), '-C', path, 'temporal']);
    archive = readFileSync(join(path, 'archive.tar.gz'));
    server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      if (request.url === '/archive') response.end(archive);
      else
        response.end(
          JSON.stringify({
            archiveUrl: `http://127.0.0.1:${port}/archive`,
            fileToExtract: 'temporal',
          }),
        );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const search = (from: string) => ({
    folder,
    cacheDir: join(path, 'cache'),
    say: () => {},
    downloadFrom: from,
    onPath: 'a-temporal-that-is-not-on-the-path',
    go: 'a-go-that-is-not-installed',
  });

  test('is unpacked into the cache, and found there the next time without a network', async () => {
    const { port } = server.address() as AddressInfo;
    const binary = await findTemporal(search(`http://127.0.0.1:${port}`));
    expect(execFileSync(binary, { encoding: 'utf8' })).toContain('1.5.1');
    expect(await findTemporal(search('http://127.0.0.1:1'))).toBe(binary);
  });

  test('that fails without Go installed says what is missing and the two ways to get it', async () => {
    await expect(findTemporal(search('http://127.0.0.1:1'))).rejects.toMatchObject({
      code: 'temporal.missing',
      message: expect.stringMatching(/no TEMPORAL_ADDRESS.*download failed.*Go is not installed/s),
      nextStep: expect.stringMatching(/either install Go .* or install the Temporal CLI/s),
    });
    expect(readdirSync(join(path, 'cache'))).toEqual([]);
  });
});
