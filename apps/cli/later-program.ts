/** `dondoc directive note-later`: what may be typed about an instrument that came after a directive. */
import { Option, type Command } from 'commander';
import { COMMANDS } from '../../libs/contracts';
import { BOOK, ISSUER, ISSUER_HELP, localDate } from './arguments';
import { noteLater } from './commands/later-instruments';
import type { Context } from './context';

export function noteLaterCommand(group: Command, context: () => Context): void {
  const { summary } = COMMANDS.NoteLaterInstrument;
  group
    .command('note-later')
    .description(`${summary.vi} · ${summary.en}`)
    .argument('<directive>', BOOK.directive)
    .requiredOption('--symbol <symbol>', 'ký hiệu văn bản sau này · symbol of the later one')
    .requiredOption('--by <issuer>', 'nơi ban hành văn bản đó · who issued it')
    .requiredOption('--date <date>', 'ngày của văn bản đó · its date', localDate)
    .addOption(
      new Option('--relation <relation>', 'cùng nội dung, sửa đổi, thay thế · what it does')
        .choices(['besides', 'amends', 'replaces'])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'lý do, căn cứ · why')
    .option(
      '--about <symbol>',
      'văn bản được chỉ thị dẫn chiếu; bỏ trống: chính chỉ thị · an instrument it cites; absent: itself',
    )
    .addOption(
      new Option('--known <grade>', 'quan hệ được biết ra sao · how the relation is known')
        .choices(['stated', 'inferred', 'assumed'])
        .default('assumed'),
    )
    .option('--quote <text>', 'nguyên văn, khi văn bản nêu · its words, when stated')
    .option('--place <place>', 'vị trí, khi văn bản nêu · where they stand, when stated')
    .option('--effective <date>', 'ngày có hiệu lực · in force from', localDate)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => noteLater(context(), name, options));
}
