import type { Receipt } from '../../libs/contracts';
import type { TimelineRow } from '../../libs/readmodel';
import type { Client } from './client';
import { history } from './commands/history';
import { printReceipt } from './commands/receipt';
import { silences } from './commands/silences';
import type { Context } from './context';
import { Screen, type Lang } from './screen';

function screenOf(lang: Lang = 'vi'): { screen: Screen; printed: () => string } {
  let text = '';
  const out = (more: string): void => void (text += more);
  return {
    screen: new Screen({ lang, json: false, width: 80, out, err: out }),
    printed: () => text,
  };
}

function row(seq: number, unit: string | null, at: string): TimelineRow {
  return {
    seq,
    entry: `e@${seq}`,
    stream: 's',
    kind: 'event',
    type: 'ReportSubmitted',
    directive: 'd-1',
    round: 'd-1~report~2018',
    unit,
    at,
    recordedAt: at,
    actor: { id: 'x', role: 'clerk', unit },
    rejection: null,
    data: {},
    text: { vi: `${unit} gửi báo cáo.`, en: `${unit} submitted.` },
  };
}

/** A fake at the port: one directive and its timeline. */
function contextOf(screen: Screen, rows: readonly TimelineRow[]): Context {
  const directive = { directive: 'd-1', symbol: '04/CT-UBND', issuer: 'ubnd', issuerName: null };
  const client = {
    get: async () => directive,
    all: async () => rows,
  } as unknown as Client;
  return { client, screen };
}

test('what many units did alike on one day is told once, with how many and until when', async () => {
  const { screen, printed } = screenOf();
  const rows = ['a', 'b', 'c', 'd', 'e'].map((unit, at) =>
    row(at, unit, `2018-12-18T0${at + 1}:00:00.000Z`),
  );
  await history(contextOf(screen, [...rows, row(9, 'f', '2018-12-19T01:00:00.000Z')]), '04', {});
  expect(printed()).toBe(`Lịch sử thực hiện 04/CT-UBND · ubnd
═══════════════════════════════════

18/12/2018
  08:00 a gửi báo cáo. (và 4 đơn vị khác trong ngày, đến 12:00) [0…4]

19/12/2018
  08:00 f gửi báo cáo. [9]

6 việc
`);
});

test('with --full every fact has its line', async () => {
  const { screen, printed } = screenOf('en');
  const rows = ['a', 'b', 'c', 'd'].map((unit, at) => row(at, unit, '2018-12-18T01:00:00.000Z'));
  await history(contextOf(screen, rows), '04', { full: true });
  expect(printed().match(/submitted\./g)).toHaveLength(4);
});

test('tasks that are silent alike stand together; not stated and not in our copy do not', () => {
  const { screen, printed } = screenOf();
  const silent = (where: string, grade: 'notStated' | 'notInCopy') => ({
    where,
    grade,
    note: null,
  });
  silences(screen, {
    notStated: [
      silent('draft.signer', 'notInCopy'),
      silent('task.1.lead', 'notStated'),
      silent('task.III.3.lead', 'notStated'),
      silent('task.2.lead', 'notInCopy'),
      silent('duty.report.due', 'notStated'),
    ],
  });
  expect(printed()).toBe(`
Văn bản không nêu, bản lưu không có · Not stated, not in our copy
Điều gì                             Vì sao trống       Ghi chú
──────────────────────────────────  ─────────────────  ───────
người ký                            bản lưu không có
nhiệm vụ 1, III.3: cơ quan chủ trì  văn bản không nêu
nhiệm vụ 2: cơ quan chủ trì         bản lưu không có
nghĩa vụ report: thời hạn           văn bản không nêu
`);
});

test('a page of a drill says below its title that the conduct is invented, another page does not', () => {
  const { screen, printed } = screenOf();
  screen.title('Tỷ lệ', 'Rates');
  expect(printed()).not.toContain('MÔ PHỎNG');
  screen.markDrill();
  screen.title('Tỷ lệ', 'Rates');
  expect(printed()).toMatch(/═\nCHẠY MÔ PHỎNG: hành vi các đơn vị là giả định\.\n$/);
});

test('a receipt says in words what was asked and what came of it', () => {
  const { screen, printed } = screenOf();
  const receipt = {
    ...{ commandId: 'c1', type: 'SetForm', stream: 'directive/d-1', status: 'decided' },
    ...{ receivedAt: '2025-07-01T02:00:00.000Z', effectiveAt: '2025-07-01T02:00:00.000Z' },
    outcome: { accepted: true, events: ['FormSet'], rejection: null, decidedAt: '' },
    ...{ seq: 7, version: 3, resource: null, repeat: false },
    notes: [{ vi: 'Cấp dưới đến hạn sau.', en: 'Below is due later.' }],
  } as unknown as Receipt;
  const context = { screen, client: {} as Client };
  printReceipt(context, receipt);
  expect(printed()).toMatch(/Lệnh +\S+.*biểu mẫu/i);
  expect(printed()).toMatch(/Kết quả +đã thực hiện \(FormSet\)/);
  expect(printed()).toContain('• Cấp dưới đến hạn sau.\n');
  printReceipt(context, { ...receipt, outcome: { ...receipt.outcome!, events: [] } });
  expect(printed()).toMatch(/Kết quả +không có gì thay đổi/);
});
