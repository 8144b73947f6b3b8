/** A review's page: by which document it concluded, and of each judgement its reason and the files it rests on. */
import type { ReviewDetail } from '../../libs/readmodel';
import { showReview } from './commands/review';
import type { Context } from './context';
import { Screen } from './screen';

const SHA = 'f'.repeat(64);
const at = '2021-01-05T02:00:00.000Z';
const page = {
  ...{ directive: 'd-04', review: 1, status: 'concluded', pack: null, frozenAt: null },
  called: {
    ...{
      n: 1,
      kind: 'preliminary',
      period: { from: null, to: null, label: { vi: 'năm 2020', en: '2020' } },
    },
    ...{ scope: null, cutOff: at, reason: 'sơ kết', document: null, selfAssessment: null },
  },
  ...{ conference: null, document: '5/TB-UBND', lessons: [], directiveEnded: null },
  ...{ cancelledBecause: null, later: [], names: { bo: { vi: 'Bộ', en: 'Ministry' } } },
  conclusionRows: [
    { review: 1, key: 'Một là', text: 'đổi mới', status: 'waiting', duty: null, reason: null },
  ],
  judgements: [
    {
      ...{ review: 1, task: 'III.3', judgement: 'partly', reason: 'còn một đơn vị chưa gửi', at },
      ...{
        evidence: { text: 'hồ sơ sơ kết', contents: [SHA] },
        by: { id: 'ld', role: 'leader', unit: 'bo' },
      },
    },
  ],
} as unknown as ReviewDetail;

async function shown(of: ReviewDetail): Promise<string> {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang: 'vi', json: false, width: 200, out, err: out });
  const get = (path: string) =>
    Promise.resolve(path.endsWith('/reviews/1') ? of : { directive: 'd-04', symbol: '04/CT-UBND' });
  await showReview({ client: { get }, screen } as unknown as Context, ['d-04', '1'], {});
  return text;
}

test('the document of the conclusions', async () => {
  expect(await shown(page)).toContain('Văn bản: 5/TB-UBND');
  expect(await shown({ ...page, document: null })).toContain('Văn bản: (không nêu)');
});

test('the reason of a judgement and the files that it rests on', async () => {
  const text = await shown(page);
  for (const said of ['III.3: ', 'còn một đơn vị chưa gửi', 'hồ sơ sơ kết', SHA, 'ld (Bộ)']) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('không còn được tính');
});

test('of a cancelled review that its judgements count no more', async () => {
  expect(await shown({ ...page, status: 'cancelled' })).toContain('không còn được tính');
});
