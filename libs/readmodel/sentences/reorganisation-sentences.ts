/** How a change set of units is carried out, in sentences. */
import type { ReorganisationEvent } from '../../domain';
import { because, date, put, text, units, type Sentences } from './say';

export const REORGANISATION_SENTENCES: Sentences<ReorganisationEvent> = {
  ReorganisationBegun: ({ title, on, successions }) =>
    put(
      'Bắt đầu chuyển giao “{}” (từ {}): {} kết thúc.',
      'Handing over begins: “{}” (from {} on), {} end.',
      title,
      date(on),
      units(successions.length),
    ),
  DirectivesListed: ({ directives, next }) =>
    put(
      'Hỏi {} chỉ thị có nêu các đơn vị này{}.',
      '{} directives that name these units are asked{}.',
      directives.length,
      next === null ? '' : text(', còn nữa', ', and more'),
    ),
  HandOverNoted: ({ directive, rounds }) =>
    put('Chỉ thị {} đã hỏi {} đợt.', 'Directive {} has asked {} rounds.', directive, rounds.length),
  TransferNoted: ({ directive, duty, period, moved }) =>
    put(
      'Đợt {} ({}) của {} đã chuyển {} nghĩa vụ.',
      'Round {} ({}) of {} has handed over {} obligations.',
      duty,
      period,
      directive,
      moved,
    ),
  HeirDecided: ({ unit, heir, reason }, names) =>
    put(
      'Quyết định {} kế thừa {}{}.',
      '{} was decided to take over from {}{}.',
      names(heir),
      names(unit),
      because(reason),
    ),
  HandBackBegun: ({ reason }) =>
    put('Bắt đầu trả lại{}.', 'Handing back begins{}.', because(reason)),
  ReorganisationAwaitsHeirs: ({ blocked }, names) =>
    put(
      'Chờ quyết định đơn vị kế thừa của {} và {} đơn vị khác.',
      'Waits for the heirs of {} and {} more units.',
      names(blocked[0]!.unit),
      blocked.length - 1,
    ),
  ReorganisationCompleted: ({ moved }) =>
    put('Chuyển giao xong: {} nghĩa vụ.', 'All handed over: {} obligations.', moved),
  HandBackCompleted: ({ moved }) =>
    put('Trả lại xong: {} nghĩa vụ.', 'All handed back: {} obligations.', moved),
};
