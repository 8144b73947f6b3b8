/** Changes of the organisation, of policies and calendars in sentences. */
import type { CalendarEvent, OrgEvent, PolicyEvent } from '../../domain';
import { because, date, list, put, units, type Sentences } from './say';

export const ORG_SENTENCES: Sentences<OrgEvent> = {
  UnitsRegistered: ({ units: registered }) =>
    put('Đăng ký {}.', 'Registered: {}.', units(registered.length)),
  UnitRenamed: ({ unit, name, on }) =>
    put('Từ {}, {} đổi tên thành “{}”.', 'From {} on, {} is called “{}”.', date(on), unit, name),
  AliasAdded: ({ unit, alias }, names) =>
    put('{} còn gọi là “{}”.', '{} is also called “{}”.', names(unit), alias),
  UnitMoved: ({ unit, parent, on }, names) =>
    put(
      'Từ {}, {} trực thuộc {}.',
      'From {} on, {} is under {}.',
      date(on),
      names(unit),
      parent === null ? '—' : names(parent),
    ),
  RoleClassesChanged: ({ unit, roleClasses }, names) =>
    put('{} thuộc các nhóm: {}.', '{} is of the classes {}.', names(unit), roleClasses.join(', ')),
  ContactsSet: ({ unit, contacts }, names) =>
    put('{} có {} đầu mối liên hệ.', '{} has {} contacts.', names(unit), contacts.length),
  UnitsMerged: ({ units: merged, into, on }, names) =>
    put(
      'Từ {}, {} sáp nhập vào {}.',
      'From {} on, {} are merged into {}.',
      date(on),
      list(merged, names),
      names(into),
    ),
  UnitSplit: ({ unit, into, on }, names) =>
    put(
      'Từ {}, {} tách thành {}.',
      'From {} on, {} is split into {}.',
      date(on),
      names(unit),
      list(into, names),
    ),
  UnitDissolved: ({ unit, on }, names) =>
    put('Từ {}, {} giải thể.', 'From {} on, {} is dissolved.', date(on), names(unit)),
  UnitsReorganised: ({ title, on, changes, register, successions }) =>
    put(
      'Sắp xếp đơn vị “{}” từ {}: {} kết thúc, {} mới, {} thay đổi; {} chưa có đơn vị kế thừa.',
      'Reorganisation “{}” from {} on: {} end, {} new, in {} changes; {} without an heir.',
      title,
      date(on),
      units(successions.length),
      register.length,
      changes.length,
      successions.filter(({ to }) => to === null).length,
    ),
  ReorganisationUndone: ({ title, reason, restored }) =>
    put(
      'Hủy đợt sắp xếp “{}”{}; {} được lập lại.',
      'Reorganisation “{}” undone{}; {} are there again.',
      title,
      because(reason),
      units(restored.length),
    ),
  ReorganisationNotedDone: ({ id }) =>
    put('Đợt sắp xếp {} đã chuyển giao xong.', 'Reorganisation {} has handed over.', id),
};

export const POLICY_SENTENCES: Sentences<PolicyEvent | CalendarEvent> = {
  PolicyAdopted: ({ id, version, text, from }) =>
    put(
      'Áp dụng quy định “{}” ({}@{}) từ {}.',
      'The policy “{}” ({}@{}) holds from {} on.',
      text,
      id,
      version,
      date(from),
    ),
  PolicyWithdrawn: ({ id, on, reason }) =>
    put(
      'Thôi áp dụng quy định {} từ {}{}.',
      'The policy {} ends on {}{}.',
      id,
      date(on),
      because(reason),
    ),
  CalendarYearAdopted: ({ calendar, year, days, revision }) =>
    put(
      'Lịch {} năm {}: {} ngày đặc biệt, bản {}.',
      'Calendar {} for {}: {} special days, revision {}.',
      calendar,
      year,
      days.length,
      revision,
    ),
};
