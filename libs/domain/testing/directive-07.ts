/** 07/CT-BCA-V28 of 15/08/2014 in short, with three duties: acknowledge, report yearly, report on request. */
import type { DirectiveDraft } from '../directive/types';
import type { Duty } from '../duty/types';
import type { Actor, Graded } from '../kernel';
import type { PlannedSchedule } from '../round/planned-schedule';
import { directiveDecider } from '../directive/decider';
import { Scene, SYSTEM } from './scene';

export const CLERK: Actor = { id: 'a-van-thu', role: 'clerk', unit: 'bo-cong-an' };
export const LEADER: Actor = { id: 'a-lanh-dao', role: 'leader', unit: 'bo-cong-an' };
export const V28_DESK: Actor = { id: 'a-v28', role: 'standingBody', unit: 'v28' };

export const stated = <T>(value: T): Graded<T> => ({
  grade: 'stated',
  value,
  quote: '…',
  place: 'mục 1',
});
export const notStated: Graded<never> = { grade: 'notStated' };

export const POLICE = 'cong-an-tinh';

export const DRAFT: DirectiveDraft = {
  issuer: 'bo-cong-an',
  documentType: 'directive',
  grammar: 'state',
  symbol: stated('07/CT-BCA-V28'),
  date: stated('2014-08-15'),
  abstract: stated('Về đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc'),
  signer: stated({ position: 'Bộ trưởng', capacity: 'head' }),
  urgency: notStated,
  secrecy: 'none',
  sources: [{ id: 's1', kind: 'fullText', title: '07/CT-BCA-V28', sha256: null, complete: true }],
  tasks: [
    { key: '1', text: 'Quán triệt', lead: notStated, coordinators: notStated, verbs: ['chủ trì'] },
    { key: '6', text: 'Kiểm tra', lead: notStated, coordinators: notStated, verbs: [] },
  ],
  addressees: [
    { kind: 'class', roleClass: POLICE, name: { vi: 'Công an tỉnh', en: 'Provincial police' } },
    { kind: 'class', roleClass: 'bo-tu-lenh', name: { vi: 'Bộ Tư lệnh', en: 'Commands' } },
  ],
  recipients: stated([
    { line: 'Thứ trưởng (để chỉ đạo)', purpose: 'direct', roleClasses: ['thu-truong'] },
    { line: 'Công an tỉnh (để thực hiện)', purpose: 'execute', roleClasses: [POLICE] },
    { line: 'CS PCCC (để thực hiện)', purpose: 'execute', roleClasses: ['cs-pccc'] },
    { line: 'Lưu: VT, V28-P5', purpose: 'file', roleClasses: [] },
  ]),
  monitoringBody: stated('v28'),
  parents: [],
};

export function duty(id: string, changes: Partial<Duty> = {}): Duty {
  return {
    id,
    kind: 'acknowledge',
    title: { vi: 'Xác nhận', en: 'Acknowledge' },
    task: null,
    owes: stated({ kind: 'class', roleClasses: [POLICE] }),
    to: stated(['v28']),
    via: null,
    cadence: stated({ kind: 'once' }),
    due: stated({ kind: 'workingDaysAfter', from: 'issue', days: 1 }),
    bound: 'inclusive',
    ladder: null,
    acceptance: 'automatic',
    ...changes,
  };
}

export const ACK = duty('ack');
export const REPORT = duty('report', {
  kind: 'periodicReport',
  task: '6',
  cadence: stated({ kind: 'every', period: 'year', system: 'closing15' }),
  due: stated({ kind: 'workingDaysAfter', from: 'closing', days: 2 }),
  acceptance: 'byReceiver',
});
export const ON_REQUEST = duty('adhoc', {
  kind: 'reportOnRequest',
  cadence: stated({ kind: 'onRequest' }),
  due: stated({ kind: 'workingDaysAfter', from: 'request', days: 5 }),
});

export const ISSUED_AT = '2014-08-15T02:00:00.000Z';

export function period(id: string) {
  return { id, label: { vi: id, en: id }, from: null, to: null, closing: null };
}

export function schedule(dueAt: string): PlannedSchedule {
  return {
    dueAt,
    provisional: false,
    derivation: [],
    rungs: [],
    calendarVersion: 'vn@1',
    policies: [],
  };
}

export function convening(units: readonly string[], dueAt = '2014-08-18T10:00:00.000Z') {
  return {
    revision: 1,
    kind: 'convened',
    units: units.map((unit) => ({ unit, superior: 'bo-cong-an' })),
    schedule: schedule(dueAt),
    assumptions: [],
  };
}

export function next(id: string, opensAt: string, revision = 1) {
  return { revision, kind: 'next', period: period(id), opensAt, assumptions: [] };
}

export function drafted(duties: readonly Duty[] = [ACK], draft: DirectiveDraft = DRAFT) {
  const scene = new Scene(directiveDecider, 'directive/d-07', {
    at: '2014-08-14T02:00:00.000Z',
    by: CLERK,
  });
  scene.ask('RegisterDirective', { draft, duties });
  return scene;
}

export function issued(duties: readonly Duty[] = [ACK]) {
  const scene = drafted(duties);
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const data = { symbol: null, date: '2014-08-15', signer };
  scene.ask('IssueDirective', data, { at: ISSUED_AT });
  const series = 'bo-cong-an/directive/2014';
  scene.ask('ConfirmIssue', { number: 7, symbol: '07/CT-BCA-V28', series }, { by: SYSTEM });
  return scene;
}

/** Issued, with the acknowledgement's round open in one shard. */
export function convened(units: readonly string[] = ['cat-thanh-hoa', 'cat-hau-giang']) {
  const scene = issued();
  scene.ask(
    'PlanRound',
    { duty: 'ack', after: null },
    { by: SYSTEM, plan: next('once', ISSUED_AT) },
  );
  scene.ask('WakeUp', {}, { by: SYSTEM });
  const data = { duty: 'ack', period: period('once') };
  scene.ask('ConveneRound', data, { by: SYSTEM, plan: convening(units) });
  return scene;
}
