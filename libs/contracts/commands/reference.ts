/** Commands about what rules stand on: units, policies and calendars; and those no door leads to. */
import { z } from 'zod';
import { calendarStream, ORG_STREAM, policyStream } from '../../domain';
import type { OrgCommand, Text } from '../../domain';
import { calendarDay, contact, newPolicy, newUnit } from '../schemas/org';
import { bothLanguages, line, localDate, orNull, policyId, prose, shortId } from '../schemas/text';
import { internal, open, type DataOf } from './row';

const onDate = { on: localDate, source: line(500) };
const successors = z.array(shortId).max(50);

type OrgType = Exclude<OrgCommand['type'], 'WakeUp'>;
type Ask<T extends OrgType> = {
  action: string;
  summary: Text;
  body: z.ZodType<Omit<DataOf<T>, 'unit'>>;
};

/** A command on one unit: which one comes from the address. */
function on<T extends OrgType>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'org',
    right: 'org.manage',
    route: `POST /v1/units/{unit}/${action}`,
    params: z.strictObject({ unit: shortId }),
    stream: () => ORG_STREAM,
    data: (body, { unit }) => ({ ...body, unit }) as DataOf<T>,
  });
}

export const REFERENCE_COMMANDS = {
  RegisterUnits: open('RegisterUnits', {
    kind: 'org',
    route: 'POST /v1/units',
    right: 'org.manage',
    summary: { vi: 'Đăng ký các đơn vị', en: 'Register units' },
    params: z.strictObject({}),
    body: z.strictObject({ units: z.array(newUnit).min(1).max(500) }),
    stream: () => ORG_STREAM,
    data: (body) => body,
  }),
  RenameUnit: on('RenameUnit', {
    action: 'rename',
    summary: { vi: 'Đổi tên đơn vị', en: 'Rename a unit' },
    body: z.strictObject({ ...onDate, name: bothLanguages, alias: orNull(line(200)) }),
  }),
  AddAlias: on('AddAlias', {
    action: 'aliases',
    summary: { vi: 'Thêm tên gọi khác', en: 'Add an alias' },
    body: z.strictObject({ ...onDate, alias: line(200) }),
  }),
  MoveUnit: on('MoveUnit', {
    action: 'move',
    summary: { vi: 'Chuyển đơn vị cấp trên', en: 'Move under another superior' },
    body: z.strictObject({ ...onDate, parent: orNull(shortId) }),
  }),
  ChangeRoleClasses: on('ChangeRoleClasses', {
    action: 'role-classes',
    summary: { vi: 'Đổi nhóm đối tượng của đơn vị', en: "Change a unit's role classes" },
    body: z.strictObject({ ...onDate, roleClasses: z.array(shortId).max(50) }),
  }),
  SetContacts: on('SetContacts', {
    action: 'contacts',
    summary: { vi: 'Đặt đầu mối liên hệ', en: 'Set the contacts' },
    body: z.strictObject({ contacts: z.array(contact).max(20) }),
  }),
  SplitUnit: on('SplitUnit', {
    action: 'split',
    summary: { vi: 'Chia, tách đơn vị', en: 'Split a unit' },
    body: z.strictObject({ ...onDate, into: successors.min(2) }),
  }),
  DissolveUnit: on('DissolveUnit', {
    action: 'dissolve',
    summary: { vi: 'Giải thể đơn vị', en: 'Dissolve a unit' },
    body: z.strictObject({ ...onDate, successors: successors.default([]) }),
  }),
  MergeUnits: open('MergeUnits', {
    kind: 'org',
    route: 'POST /v1/units/merge',
    right: 'org.manage',
    summary: { vi: 'Hợp nhất, sáp nhập đơn vị', en: 'Merge units' },
    params: z.strictObject({}),
    body: z.strictObject({ ...onDate, units: z.array(shortId).min(1).max(50), into: shortId }),
    stream: () => ORG_STREAM,
    data: (body) => body,
  }),
  AdoptPolicy: open('AdoptPolicy', {
    kind: 'policy',
    route: 'POST /v1/policies',
    right: 'policy.manage',
    summary: { vi: 'Áp dụng một quy định', en: 'Adopt a policy' },
    params: z.strictObject({}),
    body: newPolicy,
    stream: (_params, body) => policyStream(body.id),
    data: (body) => body,
  }),
  WithdrawPolicy: open('WithdrawPolicy', {
    kind: 'policy',
    route: 'POST /v1/policies/{id}/withdraw',
    right: 'policy.manage',
    summary: { vi: 'Thôi áp dụng một quy định', en: 'Withdraw a policy' },
    params: z.strictObject({ id: policyId }),
    body: z.strictObject({ on: localDate, reason: prose(2_000) }),
    stream: ({ id }) => policyStream(id),
    data: (body, { id }) => ({ id, ...body }),
  }),
  AdoptCalendarYear: open('AdoptCalendarYear', {
    kind: 'calendar',
    route: 'POST /v1/calendars/{id}/years',
    right: 'calendar.manage',
    summary: { vi: 'Áp dụng lịch nghỉ của một năm', en: "Adopt a year's calendar" },
    params: z.strictObject({ id: shortId }),
    body: z.strictObject({
      year: z.int().min(1900).max(2200),
      days: z.array(calendarDay).max(120),
      source: line(500),
    }),
    stream: ({ id }) => calendarStream(id),
    data: (body, { id }) => ({ calendar: id, ...body }),
  }),
  AllotNumber: internal('AllotNumber', 'series', {
    vi: 'Cấp số văn bản',
    en: 'Allot the number of a document',
  }),
  RecordDeliveries: internal('RecordDeliveries', 'delivery', {
    vi: 'Ghi nhận việc gửi thư',
    en: 'Record what became of messages',
  }),
};
