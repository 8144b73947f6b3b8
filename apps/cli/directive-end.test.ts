/** The end of a directive as its page tells it: reason, document, final review, what stays owed, what nobody can be given. */
import type { DirectiveDetail } from '../../libs/readmodel';
import { archive, end, waiting } from './commands/judged';
import { Screen } from './screen';

function printed(show: (screen: Screen) => void): string {
  let text = '';
  const out = (more: string): void => void (text += more);
  show(new Screen({ lang: 'vi', json: false, width: 200, out, err: out }));
  return text;
}

const label = (vi: string) => ({ vi, en: vi });
const at = '2020-03-02T02:00:00.000Z';
const page = {
  status: 'concluded',
  duties: [{ duty: { id: 'self', title: label('Tự đánh giá') } }],
  end: {
    ...{ type: 'DirectiveConcluded', at, actor: { id: 'van-thu', role: 'clerk', unit: 'bo' } },
    data: {
      ...{ reason: 'hoàn thành', document: '9/QĐ-BCA', review: 2 },
      reasons: [{ duty: 'self', reason: 'đã tổng kết' }],
    },
  },
  owedAfter: { obligations: 2, rounds: [{ duty: 'self', period: 'req-1', units: 2 }] },
  owed: [
    {
      ...{
        round: 'r',
        duty: 'self',
        title: label('Tự đánh giá'),
        period: { label: label('2019') },
      },
      units: [
        { unit: 'cat-a', name: label('Công an A'), status: 'open', doneAt: null },
        { unit: 'cat-b', name: null, status: 'open', doneAt: null },
      ],
    },
  ],
  archive: { clock: null, stage: null, handedAt: null, document: null },
  waiting: [{ review: 2, key: 'Một là', text: 'đổi mới' }],
} as unknown as DirectiveDetail;

test('why it ended, by which document, after which final review, with the reasons of single duties', () => {
  const text = printed((screen) => end(screen, page));
  for (const said of ['hoàn thành', '9/QĐ-BCA', 'cuộc thứ 2', 'Tự đánh giá: đã tổng kết']) {
    expect(text).toContain(said);
  }
  expect(printed((screen) => end(screen, { ...page, end: null }))).toBe('');
});

test('what stays owed by title and name, not by id', () => {
  expect(printed((screen) => archive(screen, page))).toContain(
    '• Tự đánh giá, 2019: Công an A, cat-b',
  );
});

test('as of the conclusion, with its date, and what has been done since', () => {
  const before = printed((screen) => archive(screen, page));
  expect(before).toMatch(/Nghĩa vụ chưa xong khi kết thúc \(.*02\/03\/2020.*\).*2/);
  expect(before).not.toContain('Từ đó đến nay');
  const [round] = page.owed;
  const units = [
    { ...round!.units[0]!, status: 'accepted' as const, doneAt: '2020-04-01T02:00:00.000Z' },
    { ...round!.units[1]!, status: 'submitted' as const },
  ];
  const since = printed((screen) => archive(screen, { ...page, owed: [{ ...round!, units }] }));
  expect(since).toContain('đã xong 1, chờ chấp nhận 1, còn 1');
  expect(since).toMatch(/Công an A \(đã xong .*01\/04\/2020.*\), cat-b \(đã gửi, chờ chấp nhận\)/);
});

test('conclusions that wait can be given to nobody any more, once it has ended', () => {
  expect(printed((screen) => waiting(screen, page))).toContain('không còn giao được');
  const open = { ...page, end: null };
  expect(printed((screen) => waiting(screen, open))).not.toContain('không còn giao được');
});
