/** What an operator accepted as lost is told to the auditor of a directive and of everything, and how far it is to be believed. */
import { writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { EvidenceScope } from '../../libs/evidence';
import { LOSS, lossyLedger } from '../support/lossy-ledger';
import { ALL, bundleOf, D07 } from './support/insider';
import { VERIFY, Verifier } from './support/verifier';

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

const unknown = { ...LOSS, missing: null, compared: null, operator: 'quan-tri-2' };

test.each<[string, EvidenceScope]>([
  ['a directive', D07],
  ['everything', ALL],
])('a bundle of %s tells every loss with its entry', async (_what, scope) => {
  const report = await verifier.verify(await bundleOf(lossyLedger(LOSS, unknown), scope));
  const recordedAt = '2014-09-01T02:00:00.000Z';
  expect(report).toMatchObject({ class: 'sound' });
  expect(report.losses).toEqual([
    { sequence: 64, recordedAt, ...LOSS },
    { sequence: 66, recordedAt, ...unknown },
  ]);
});

test('people are told who said what, and that it is not proven', async () => {
  const zip = await bundleOf(lossyLedger(LOSS, unknown), D07);
  const path = join(verifier.folder, 'lossy.zip');
  writeFileSync(path, zip);
  const page = (lang: string) =>
    spawnSync(process.execPath, [VERIFY, path, '--lang', lang], { encoding: 'utf8' }).stdout;
  expect(page('en')).toContain(
    'entry 64, 2014-09-01T02:00:00.000Z: quan-tri-1 accepted the loss of 3 entries behind entry 58 ' +
      '(the first 30 were compared): hỏng đĩa, sao lưu cũ',
  );
  expect(page('en')).toContain(
    'quan-tri-2 accepted the loss of an unknown number of entries behind entry 58 (compared with nothing)',
  );
  expect(page('en')).toContain('That is what an operator said');
  expect(page('vi')).toContain('quan-tri-1 chấp nhận mất 3 dòng sau dòng 58 (đã so 30 dòng đầu)');
  expect(page('vi')).toContain('lời khai của người vận hành');
});

test('where nothing was lost nothing is told', async () => {
  const report = await verifier.verify(await bundleOf(lossyLedger(), D07));
  expect(report).toMatchObject({ class: 'sound', losses: [] });
  expect(report.notes.some(({ en }) => en.includes('lost'))).toBe(false);
});
