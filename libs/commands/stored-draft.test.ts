/** A report is consolidated from the draft that is kept under its hash, of its own obligation, with the counts of that draft. */
import { createHash } from 'node:crypto';
import { withStoredDraft } from './stored-draft';

const STREAM = 'directive/d-1/round/rollup/W03/0';
const DRAFT = {
  ...{ obligation: 'd-1~rollup~W03~0~bcd', asOf: '2018-12-14T01:00:00.000Z' },
  ...{ parts: [{ unit: 'a' }, { unit: 'b' }, { unit: 'c' }], missing: [{ unit: 'd' }, {}] },
  draft: { data: {}, cut: [{ part: 'values', code: 'models', kept: 93, total: 164 }] },
};
const CONSOLIDATES = { parts: 3, missing: 2, asOf: DRAFT.asOf, cut: DRAFT.draft.cut };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function storeOf(...texts: readonly string[]) {
  const held = new Map(texts.map((text) => [sha256(text), text]));
  return {
    getContent: async (hash: string) => {
      const text = held.get(hash);
      return text === undefined
        ? null
        : { mediaType: 'application/json', bytes: Buffer.from(text) };
    },
  };
}

/** What the door makes of it: the data, or the refusal. */
async function taken(changes: object = {}, draft: string = JSON.stringify(DRAFT)) {
  const consolidates = { ...CONSOLIDATES, draftSha256: sha256(draft), ...changes };
  const data = { unit: 'bcd', report: { summary: '', data: { values: { n: 1 } }, consolidates } };
  try {
    return await withStoredDraft(storeOf(draft), { stream: STREAM, data });
  } catch (thrown) {
    const { code, params } = thrown as { code: string; params: object };
    return { code, params };
  }
}

test('the draft as it is kept is taken, and what was left out of the particulars comes from it', async () => {
  const whole = { unit: 'bcd', report: { consolidates: CONSOLIDATES } };
  expect(await taken()).toMatchObject(whole);
  expect(await taken({ asOf: undefined, cut: undefined })).toMatchObject(whole);
  const uncut = JSON.stringify({ ...DRAFT, draft: null });
  const { report } = (await taken({ cut: undefined }, uncut)) as { report: object };
  expect(report).not.toHaveProperty('consolidates.cut');
  expect(report).toMatchObject({ data: { values: { n: 1 } } });
});

test.each([
  ['missing', 0, '0', '2'],
  ['parts', 4, '4', '3'],
  ['asOf', '2018-12-15T01:00:00.000Z', '2018-12-15T01:00:00.000Z', DRAFT.asOf],
  ['cut', [], '[]', JSON.stringify(DRAFT.draft.cut)],
])('%s typed in otherwise is refused with both', async (what, value, claimed, held) => {
  expect(await taken({ [what]: value })).toMatchObject({
    code: 'draft.differs',
    params: { what, claimed, held },
  });
});

test('the draft of another round, or of another unit, is refused by name', async () => {
  const found = 'd-1~rollup~W01~0~bcd';
  expect(await taken({}, JSON.stringify({ ...DRAFT, obligation: found }))).toMatchObject({
    code: 'draft.other-obligation',
    params: { obligation: DRAFT.obligation, found },
  });
});

test('a hash nobody knows, and what is no draft, is refused', async () => {
  expect(await taken({ draftSha256: 'a'.repeat(64) })).toMatchObject({ code: 'draft.unknown' });
  for (const text of ['%PDF-1.7', '{}', 'null', '[]', JSON.stringify({ ...DRAFT, draft: {} })]) {
    expect(await taken({}, text)).toMatchObject({ code: 'draft.not-a-draft' });
  }
});

test('what is no report, or was consolidated from nothing, passes unchanged', async () => {
  for (const data of [{ unit: 'a', report: { summary: 'x' } }, { reason: 'x' }, {}]) {
    expect(await withStoredDraft(storeOf(), { stream: STREAM, data })).toBe(data);
  }
});
