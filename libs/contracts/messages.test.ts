import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSAL_CODES, ROUND_REJECTIONS } from '../domain';
import { MESSAGES, messageOf, unitsIn, type ProblemCode } from './messages';
import { problem } from './problem';

const ROOT = join(__dirname, '..', '..');

/** Codes as they are written in the source: `refuse('round.closed'`, `reject('…'`, `refusal('…'`. */
function codesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'));
  return sources.flatMap((file) => {
    const text = readFileSync(join(ROOT, folder, file), 'utf8');
    return [...text.matchAll(/\b(?:reject|refuse|refusal)\(\s*'([a-z0-9.-]+)'/g)].map(
      (match) => match[1]!,
    );
  });
}

const names = (template: string): string[] =>
  [...template.matchAll(/\{=?(\w+)\}/g)].map((match) => match[1]!).sort();

test('every code by which a decider or the door refuses has a message', () => {
  const written = ['libs/domain', 'libs/planning', 'libs/commands', 'apps/api'].flatMap(codesIn);
  const codes = new Set<string>([...written, ...REFUSAL_CODES, ...ROUND_REJECTIONS]);
  expect(codes.size).toBeGreaterThan(80);
  expect([...codes].filter((code) => !Object.hasOwn(MESSAGES, code))).toEqual([]);
});

test.each(Object.keys(MESSAGES) as ProblemCode[])(
  '%s says what is wrong and what to do, the same in both languages',
  (code) => {
    const { status, title, next } = MESSAGES[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const text of [title, next]) {
      expect(text.vi.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.vi).toBe(text.vi.normalize('NFC'));
    }
    expect(names(title.vi)).toEqual(names(title.en));
    expect(names(next.vi)).toEqual(names(next.en));
  },
);

test('a month reads as one, and the id of a period as it must be typed', () => {
  const notYet = messageOf('occurrence.not-yet', { when: '2026-12', today: '2026-11-25' });
  expect(notYet.title.vi).toBe('Việc này ghi là của 12/2026, sau hôm nay (25/11/2026)');
  const { title } = messageOf('round.not-due', { duty: 'report', period: '2026-12' });
  expect(title.vi).toBe('Đợt 2026-12 của nghĩa vụ report chưa đến lúc mở');
});

test('a symbol asked back names each directive by the id that settles it', () => {
  const directives = ['d-1 (ubnd-a, 02/04/2018)', 'd-2 (ubnd-a, –)'];
  const { next } = messageOf('symbol.ambiguous', { symbol: '04/CT-UBND', count: 2, directives });
  expect(next.vi).toContain('d-1 (ubnd-a, 02/04/2018), d-2 (ubnd-a, –)');
});

test('roles stand as they must be typed, and where a person is refused with their words', () => {
  const { next } = messageOf('actor.malformed', { roles: ['clerk', 'focal', 'leader'] });
  expect(next.vi).toContain('vai trò là một trong: clerk, focal, leader.');
  const missing = messageOf('right.missing', {
    ...{ role: 'auditor', right: 'commendation.nominate', roles: ['clerk', 'focal'] },
  });
  expect(missing.title.vi).toBe('Vai trò kiểm tra viên không có quyền: đề nghị khen thưởng');
  expect(missing.title.en).toContain('nominate for commendation');
  expect(missing.next.vi).toBe(
    'Nhờ người có một trong các vai trò: văn thư (clerk), đầu mối (focal).',
  );
});

test('who may award is said by kinds of units in words, and by names of units', () => {
  const holders = ['department', 'police', 'khoi-khac', 'ubnd-x'];
  const names = { 'ubnd-x': { vi: 'UBND X', en: 'Committee X' } };
  const { next } = messageOf('commendation.no-power', { holders }, names);
  expect(next.vi).toBe(
    'Trình cấp có thẩm quyền: cục, vụ; Công an tỉnh, thành phố; khoi-khac; UBND X (ubnd-x).',
  );
  expect(next.en).toContain('provincial police');
});

test('a way out of judging the own unit is one that is open', () => {
  const { next } = messageOf('commendation.own-unit', {});
  expect(next.vi).toContain('WithdrawNomination');
  expect(next.vi).not.toContain('cấp trên');
});

test('codes to choose from stand as they must be typed, not as words of ours', () => {
  const known = ['none', 'criticism', 'severe'];
  const { title, next } = messageOf('criticism.unknown-band', {
    policy: 't@1',
    decision: 'nil',
    known,
  });
  expect(title.vi).toContain('«nil»');
  expect(next.vi).toContain('none, criticism, severe.');
  expect(next.en).toContain('none, criticism, severe.');
  const form = messageOf('form.roll-up', { allowed: ['sum', 'none'] });
  expect(form.next.vi).toBe('Chọn một cách: sum, none.');
});

test('a message puts in its values as people read them: times, words, commands, lists', () => {
  const { title, next } = messageOf('obligation.not-possible-now', {
    unit: 'nga-son',
    status: 'submitted',
    command: 'ReturnReport',
    possible: ['AcceptReport', 'WithdrawReport'],
  });
  expect(title.vi).toBe(
    'Nghĩa vụ của nga-son đang ở tình trạng «đã gửi, chờ chấp nhận» nên không thể: Trả lại, yêu cầu bổ sung',
  );
  expect(next.en).toBe('Possible now: Accept the report, Withdraw before acceptance.');
  const later = messageOf('extension.not-later', { dueAt: '2018-12-18T10:00:00.000Z' });
  expect(later.title.vi).toBe('Hạn mới … không muộn hơn hạn hiện nay 17:00 ngày 18/12/2018');
});

test('a wrong heir is set right by undoing the set', () => {
  const { next } = messageOf('reorganisation.heir-decided', {
    ...{ unit: 'a', heir: 'b', reorganisation: 's1' },
  });
  expect(next.vi).toContain('hủy cả đợt s1 (UndoReorganisation)');
  expect(next.en).toContain('undo the whole s1 (UndoReorganisation)');
});

test('where nobody took over, the message says so', () => {
  const said = (successors: string | string[]) =>
    messageOf('unit.ended', { unit: 'a', on: '2025-07-01', successors }).next.vi;
  for (const none of ['', '–', []]) expect(said(none)).toBe('Dùng đơn vị kế thừa: chưa có.');
  expect(said(['b', 'c'])).toBe('Dùng đơn vị kế thừa: b, c.');
});

test('roles are said in words, and the engine is nobody to ask', () => {
  const { title, next } = messageOf('actor.not-allowed', {
    ...{ command: 'RecordLesson', role: 'clerk', unit: 'xa-a', units: ['xa-b'] },
    needed: ['clerk', 'standingBody', 'system'],
  });
  expect(title.vi).toContain('Vai trò văn thư của xa-a không được phép');
  expect(next.vi).toBe('Nhờ người có vai trò văn thư, cơ quan thường trực của đơn vị: xa-b.');
  expect(next.en).toBe('Ask somebody with the role clerk, standing body of: xa-b.');
  const system = messageOf('actor.not-allowed', { needed: ['system'], units: [] });
  expect(system.next.vi).toContain('hệ thống');
});

test("what is possible now names no step of the engine's own, and says nothing when nothing is", () => {
  const saidOf = (actions: string[]) => messageOf('directive.suspended', { actions }).next;
  const next = saidOf(['NoteShardClosed', 'WakeUp', 'ResumeDirective']);
  expect(next.en).toMatch(/Possible now: [^,]*\.$/);
  expect(next.en).not.toContain('WakeUp');
  expect(saidOf(['NoteShardClosed', 'WakeUp'])).toEqual({
    vi: 'Tiếp tục thi hành trước. Hiện có thể: không có việc nào.',
    en: 'Resume it first. Possible now: nothing.',
  });
  expect(messageOf('obligation.not-possible-now', { possible: [] }).next.vi).toContain(
    'không có việc nào',
  );
});

test('a code without a message is still said plainly', () => {
  expect(messageOf('never.heard-of').title.vi).toBe('Không thực hiện được (never.heard-of)');
});

describe('units', () => {
  const names = { 'pv28-x': { vi: 'Phòng PV28', en: 'Division PV28' } };

  test('are said by name where somebody knows it, with the id to type', () => {
    const params = { command: 'RecordBar', unit: 'ubnd-x', of: 'pv28-x', bodies: ['pv28-x', 'y'] };
    const { title, next } = messageOf('actor.not-in-remit', params, names);
    expect(title.vi).toContain('Phòng PV28 (pv28-x)');
    expect(next.en).toContain('Division PV28 (pv28-x), y');
    expect(title.vi).toContain('ubnd-x');
    expect(title.vi).not.toContain('(ubnd-x)');
  });

  test('are told from what is spelled like one', () => {
    const params = { type: 'integer', problem: 'not-whole', field: 'pv28-x', label: 'x' };
    expect(messageOf('form.value', params, names).title.vi).toContain('(pv28-x)');
    expect(messageOf('form.value', params, names).title.vi).not.toContain('Phòng');
    expect(unitsIn({ ...params, unit: 'u', units: ['v', 1], to: null })).toEqual(['u', 'v']);
  });
});

test('a caller is told no step of the engine among what may be asked now', () => {
  const { params } = problem('round.not-open', { params: { possible: ['WakeUp', 'CloseRound'] } });
  expect(params).toEqual({ possible: ['CloseRound'] });
});

describe('codes of a form', () => {
  const known = [{ vi: '“Số đơn vị đăng ký” (registered)', en: '“Units registered” (registered)' }];

  test('are shown as they are typed, though a word of ours is spelled alike', () => {
    const { title, next } = messageOf('form.unknown-field', { field: 'submitted', known });
    expect([title.vi, next.vi]).toEqual([
      'Biểu mẫu không có mục submitted',
      'Các mục của biểu mẫu: “Số đơn vị đăng ký” (registered).',
    ]);
    expect(next.en).toBe('The form has: “Units registered” (registered).');
    const params = { field: 'open', label: 'accepted', problem: 'not-whole' };
    expect(messageOf('form.value', params).title.vi).toBe(
      'Giá trị của “accepted” (open) không hợp lệ: phải là số nguyên',
    );
    expect(messageOf('field.unknown', { keys: 'accepted' }).title.vi).toBe(
      'Không có trường accepted',
    );
  });

  test('stored before without labels, they are shown as well', () => {
    const { next } = messageOf('form.unknown-field', { field: 'x', known: ['results', 'open'] });
    expect(next.vi).toBe('Các mục của biểu mẫu: results, open.');
  });
});
