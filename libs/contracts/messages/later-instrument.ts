/** Refusals of notes on later instruments: which date, what is cited, where the directive's own force is changed. */
import { messages } from './message';

export const LATER_INSTRUMENTS = messages({
  'instrument.not-yet': [
    422,
    'Văn bản {symbol} ghi ngày {date}, sau hôm nay ({today})',
    'The instrument {symbol} is dated {date}, after today ({today})',
    'Chỉ ghi nhận văn bản đã ban hành; kiểm tra lại ngày.',
    'Only an instrument that has been issued is noted; check its date.',
  ],
  'instrument.not-later': [
    422,
    'Văn bản {symbol} ngày {date} không phải là văn bản sau {of} ({since})',
    'The instrument {symbol} of {date} is not later than {of} ({since})',
    'Kiểm tra lại ký hiệu và ngày: chỉ ghi nhận văn bản ban hành sau.',
    'Check symbol and date: only what was issued afterwards is noted.',
  ],
  'instrument.effective-too-early': [
    422,
    'Ngày có hiệu lực {effectiveOn} trước ngày của văn bản ({date})',
    'It would be in force from {effectiveOn}, before its own date ({date})',
    'Sửa ngày có hiệu lực, hoặc để trống khi chưa rõ (effectiveOn).',
    'Correct the day, or leave it out when it is not known (effectiveOn).',
  ],
  'instrument.not-cited': [
    422,
    'Chỉ thị không dẫn chiếu {about}; văn bản được dẫn chiếu: {cited}',
    'The directive does not cite {about}; it cites: {cited}',
    'Nêu một văn bản được dẫn chiếu (about), hoặc để trống nếu nói về chính chỉ thị.',
    'Name one that it cites (about), or leave it out to speak of the directive itself.',
  ],
  'instrument.none-cited': [
    422,
    'Chỉ thị không dẫn chiếu văn bản nào, nên cũng không dẫn chiếu {about}',
    'The directive cites no instrument, and so not {about} either',
    'Để trống about: ghi nhận về chính chỉ thị.',
    'Leave about out: the note is then on the directive itself.',
  ],
  'instrument.supersedes': [
    422,
    'Văn bản {symbol} thay thế chính chỉ thị này: hiệu lực của chỉ thị không đổi bằng một ghi nhận',
    'The instrument {symbol} replaces this very directive, whose force no note changes',
    'Dùng lệnh thay thế: dondoc ask SupersedeDirective directiveId=… (by: ký hiệu văn bản mới).',
    'Supersede it: dondoc ask SupersedeDirective directiveId=… (by: the new symbol).',
  ],
  'instrument.noted-already': [
    409,
    'Đã ghi nhận văn bản {symbol} đối với {about}: {relation} ({grade})',
    'The instrument {symbol} is noted already for {about}: {relation} ({grade})',
    'Không cần làm gì thêm; ghi nhận mới chỉ khi quan hệ hoặc ngày có hiệu lực đã rõ khác đi.',
    'There is nothing to do; note it anew only when its relation or its day of force is known otherwise.',
  ],
});
