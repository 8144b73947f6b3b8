/** What only real titles bring up: words that would stand twice, and a round that a receiver must be able to find. */
import type { RoundEvent } from '../domain';
import { compose } from './compose';
import { mailItemsOf } from './mail-items';
import type { MailItem } from './mail-item';
import type { Language, Notice, RoundFacts } from './notice';
import { render } from './render';
import { change, rung, WORLD } from './testing/round';

const AT = '2018-12-19T01:00:00.000Z';

function itemOf(event: RoundEvent): MailItem<Notice> {
  return mailItemsOf(change(event, AT), WORLD)[0]!;
}

function said(item: MailItem<Notice>, language: Language, round: Partial<RoundFacts> = {}) {
  const notice = { ...item.notice, round: { ...item.notice.round, ...round } };
  return render(compose({ notices: [notice], language, drill: false }));
}

test.each(['vi', 'en'] as const)('a draft letter names the round it waits in (%s)', (language) => {
  expect(said(itemOf(rung('T+1')), language).text.split('d-s0~report~2018').length).toBe(3);
});

test('an escalation names the round in which its history is found', () => {
  expect(said(itemOf(rung('T+3')), 'vi').text).toContain('d-s0~report~2018');
});

const SUBJECTS: readonly [string, string, Partial<RoundFacts>][] = [
  [
    'a title that ends as the preposition begins',
    'Kế hoạch triển khai thực hiện Chỉ thị 04/CT-UBND',
    {
      dutyKind: 'plan',
      title: { vi: 'Kế hoạch triển khai thực hiện', en: 'Plan' },
      period: null,
    },
  ],
  [
    'a title that ends with the directive',
    'Xác nhận đã nhận Chỉ thị 04/CT-UBND',
    {
      dutyKind: 'acknowledge',
      title: { vi: 'Xác nhận đã nhận Chỉ thị', en: 'Acknowledge the directive' },
      period: null,
    },
  ],
  [
    'a title that ends with the word of the period',
    'Lồng ghép vào kế hoạch năm, năm 2018 về Chỉ thị 04/CT-UBND',
    { dutyKind: 'milestones', title: { vi: 'Lồng ghép vào kế hoạch năm', en: 'Embed' } },
  ],
];

test.each(SUBJECTS)('%s is said once', (_name, expected, round) => {
  expect(said(itemOf(rung('T-7')), 'vi', round).subject).toContain(`: ${expected}, hạn`);
});

test('the English subject names the directive once', () => {
  const title = { vi: 'Xác nhận', en: 'Acknowledge the directive' };
  const round = { dutyKind: 'acknowledge', title, period: null };
  expect(said(itemOf(rung('T-7')), 'en', round).subject).toContain(
    ': Acknowledge Directive 04/CT-UBND, due',
  );
});

test('the HTML asks nobody for anything: no font, no picture, no script from elsewhere', () => {
  expect(said(itemOf(rung('T-7')), 'vi').html).not.toMatch(/<link|@import|<img|<script|src=/);
});
