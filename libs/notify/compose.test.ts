import type { RoundEvent } from '../domain';
import { compose } from './compose';
import { mailItemsOf } from './mail-items';
import type { MailItem } from './mail-item';
import type { Language, Notice } from './notice';
import { render } from './render';
import { change, OPENED, ORG, rung, SCHEDULE, STREAM, WORLD } from './testing/round';

const REMINDED = '2018-12-07T01:00:00.000Z';

function items(event: RoundEvent, at: string, version?: number): MailItem<Notice>[] {
  return mailItemsOf(change(event, at, version), WORLD);
}

function message(
  of: readonly MailItem<Notice>[],
  language: Language = of[0]!.language,
  drill = false,
) {
  return render(compose({ notices: of.map((it) => it.notice), language, drill }));
}

const reminder = items(rung('T-7'), REMINDED);

test('a subject says to a stranger how long is left, what is owed, under which directive and by when', () => {
  expect(message([reminder[0]!], 'vi').subject).toBe(
    '[Đôn đốc] Còn 7 ngày làm việc: Báo cáo năm 2018 về Chỉ thị 04/CT-UBND, hạn 17:00 ngày 18/12/2018',
  );
  expect(message([reminder[1]!], 'en').subject).toBe(
    '[Dondoc] 7 working days left: Report, 2018, on Directive 04/CT-UBND, due 17:00 on 18 December 2018',
  );
});

test('a reminder in Vietnamese says what, by when, why that date, what comes next and how to answer', () => {
  expect(message([reminder[0]!]).text).toMatchSnapshot();
});

test('a reminder in English says the same', () => {
  expect(message([reminder[1]!]).text).toMatchSnapshot();
});

const EVENTS: readonly [string, RoundEvent, string][] = [
  ['the opening of a round', OPENED, '2018-11-18T01:00:00.000Z'],
  ['the draft of an urging letter', rung('T+1'), '2018-12-19T01:00:00.000Z'],
  [
    'an issued urging letter',
    {
      type: 'UrgingLetterIssued',
      data: {
        letter: 'l-1',
        number: '125/CV-BCĐ',
        date: '2018-12-19',
        signer: 'Phó Trưởng ban',
        units: ['nga-son'],
      },
    },
    '2018-12-19T03:00:00.000Z',
  ],
  ['an escalation', rung('T+3'), '2018-12-21T01:00:00.000Z'],
  ['a request for explanation', rung('T+5'), '2018-12-25T01:00:00.000Z'],
  [
    'a returned report',
    { type: 'ReportReturned', data: { unit: 'nga-son', reason: 'thiếu phụ lục', submission: 1 } },
    '2018-12-17T03:00:00.000Z',
  ],
  [
    'an accepted report',
    {
      type: 'ReportAccepted',
      data: {
        unit: 'nga-son',
        submission: 1,
        effectiveAt: '2018-12-18T10:00:00.000Z',
        automatic: false,
        note: null,
      },
    },
    '2018-12-19T03:00:00.000Z',
  ],
  [
    'a granted extension',
    {
      type: 'ExtensionGranted',
      data: {
        unit: 'nga-son',
        reason: 'lũ lụt',
        schedule: SCHEDULE,
        previousDueAt: '2018-12-17T10:00:00.000Z',
        replaced: [],
        ordinal: 1,
      },
    },
    '2018-12-14T03:00:00.000Z',
  ],
  [
    'a denied extension',
    { type: 'ExtensionDenied', data: { unit: 'nga-son', reason: 'đã gia hạn hai lần' } },
    '2018-12-14T03:00:00.000Z',
  ],
  [
    'a counter-proposal',
    {
      type: 'ExtensionCountered',
      data: { unit: 'nga-son', reason: 'cần trước kỳ họp', date: '2018-12-20' },
    },
    '2018-12-14T03:00:00.000Z',
  ],
  [
    'a suspension',
    { type: 'RoundSuspended', data: { reason: 'chờ văn bản mới' } },
    '2018-12-14T03:00:00.000Z',
  ],
  [
    'a resumption',
    { type: 'RoundResumed', data: { reason: 'hết lý do', schedule: null, units: [], skipped: [] } },
    '2018-12-14T03:00:00.000Z',
  ],
  [
    'a cancellation',
    { type: 'RoundCancelled', data: { reason: 'chỉ thị bị bãi bỏ', skipped: [] } },
    '2018-12-14T03:00:00.000Z',
  ],
];

test.each(EVENTS)('%s reads well in both languages', (_name, event, at) => {
  const [first] = items(event, at);
  expect(`${message([first!], 'vi').subject}\n\n${message([first!], 'vi').text}`).toMatchSnapshot(
    'vi',
  );
  expect(`${message([first!], 'en').subject}\n\n${message([first!], 'en').text}`).toMatchSnapshot(
    'en',
  );
});

test('a reminder goes to the focal person of each unit that the rung names, in the contact’s language', () => {
  expect(reminder.map((it) => [it.recipient, it.language, it.notice.about])).toEqual([
    ['pii:nga-son', 'vi', 'T-7'],
    ['pii:sam-son', 'en', 'T-7'],
  ]);
});

test('those above are told once for all of theirs, by name', () => {
  const [above, ...others] = items(rung('T+3'), '2018-12-21T01:00:00.000Z');
  expect(others).toEqual([]);
  expect(above?.recipient).toBe('pii:chu-tich');
  expect(message([above!]).text).toContain('1. UBND huyện Nga Sơn');
  expect(message([above!]).text).toContain('2. UBND thành phố Sầm Sơn');
});

test('the draft of a letter goes to the standing body and to nobody who is late', () => {
  const drafted = items(rung('T+1'), '2018-12-19T01:00:00.000Z');
  expect(drafted.map((it) => it.recipient)).toEqual(['pii:bcd']);
});

test('an issued letter goes to the head; a unit without a head’s contact is reached by its focal person', () => {
  const issued = items(
    {
      type: 'UrgingLetterIssued',
      data: {
        letter: 'l-1',
        number: '1',
        date: '2018-12-19',
        signer: 'x',
        units: ['nga-son', 'sam-son'],
      },
    },
    '2018-12-19T03:00:00.000Z',
  );
  expect(issued.map((it) => it.recipient)).toEqual(['pii:nga-son-head', 'pii:sam-son']);
});

test('a unit without any contact has an item without a recipient', () => {
  const world = { ...WORLD, org: { units: { ...ORG.units, 'nga-son': undefined! } } };
  const [first] = mailItemsOf(change(rung('T-7'), REMINDED), world);
  expect(first?.recipient).toBeNull();
});

test('a rung that reached nobody writes to nobody', () => {
  expect(items(rung('T-7', { issued: [] }), REMINDED)).toEqual([]);
});

test('a reminder issued late, after an outage, counts the days from when it was issued', () => {
  const late = items(rung('T-7', { issuedAt: '2018-12-13T02:00:00.000Z' }), REMINDED);
  expect(message([late[0]!]).subject).toContain('Còn 3 ngày làm việc');
});

test('a report accepted by itself is not announced', () => {
  const accepted: RoundEvent = {
    type: 'ReportAccepted',
    data: { unit: 'nga-son', submission: 1, effectiveAt: REMINDED, automatic: true, note: null },
  };
  expect(items(accepted, REMINDED)).toEqual([]);
});

test('what is due at 24:00 is said so, not as the midnight of the next day', () => {
  const midnight = { ...SCHEDULE, dueAt: '2018-12-14T17:00:00.000Z' };
  const [first] = mailItemsOf(
    {
      ...change(OPENED, '2018-11-18T01:00:00.000Z'),
      after: { ...change(OPENED, REMINDED).after, schedules: { s0: midnight } },
    },
    WORLD,
  );
  expect(message([first!]).subject).toContain('hạn 24:00 ngày 14/12/2018');
});

test('all notices of one message stand in it, the gravest gives the subject, whatever order they came in', () => {
  const late = { ...items(rung('T+5'), REMINDED, 12)[0]! };
  const opened = items(OPENED, REMINDED, 3)[0]!;
  const one = message([opened, late], 'vi');
  expect(one).toEqual(message([late, opened], 'vi'));
  expect(one.subject).toContain('2 nội dung, trước hết: Yêu cầu giải trình');
  expect(one.text).toContain('Nhiệm vụ mới');
  expect(one.html).toContain('Nhiệm vụ mới');
});

test('in a drill subject, text and HTML say so', () => {
  const drill = message([reminder[0]!], 'vi', true);
  expect(drill.subject).toContain('CHẠY MÔ PHỎNG');
  expect(drill.text).toContain('CHẠY MÔ PHỎNG / DRILL');
  expect(drill.html).toContain('CHẠY MÔ PHỎNG / DRILL');
  expect(message([reminder[0]!], 'vi').html).not.toContain('DRILL');
});

test('text and HTML hold the same words', () => {
  const { text, html } = message([reminder[0]!]);
  const words = html.replace(/<[^>]*>/g, ' ');
  for (const line of text.split('\n').filter((it) => it.length > 20 && !it.startsWith('  '))) {
    const value = line.includes(': ') ? line.slice(line.indexOf(': ') + 2) : line;
    expect(words).toContain(value.split('. ')[0]!.replaceAll("'", '&#39;'));
  }
});

test('whatever a reason holds stays text: no markup in the HTML, no header in the subject', () => {
  const evil = '<script>alert("x")</script>\r\nBcc: everybody@example.org';
  const [first] = items(
    { type: 'ReportReturned', data: { unit: 'nga-son', reason: evil, submission: 1 } },
    REMINDED,
  );
  const titled = {
    ...first!.notice,
    round: { ...first!.notice.round, title: { vi: evil, en: evil } },
  };
  const { subject, html } = render(compose({ notices: [titled], language: 'vi', drill: false }));
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;');
  expect(subject).not.toMatch(/[\r\n]/);
});

test('a message is composed and rendered in well under a millisecond', () => {
  const once = () => message([reminder[0]!]);
  for (let warm = 0; warm < 200; warm += 1) once();
  const began = performance.now();
  for (let count = 0; count < 500; count += 1) once();
  expect((performance.now() - began) / 500).toBeLessThan(1);
});

test('the obligation named in a message is the one the API knows', () => {
  expect(STREAM).toContain('report/2018/0');
  expect(message([reminder[0]!]).text).toContain('d-s0~report~2018~0~nga-son');
});
