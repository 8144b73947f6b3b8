/** What may be typed about the record of readings, and of the engine's own histories. */
import { Option, type Command } from 'commander';
import { ACCESS_KINDS } from '../../libs/domain';
import { BOOK, ISSUER, ISSUER_HELP, localDate } from './arguments';
import { replayHistories } from './commands/replay-histories';
import { accesses } from './commands/access';
import type { Context } from './context';

export function auditing(program: Command, context: () => Context): void {
  program
    .command('access')
    .description('ai đã xem, tải gì (--as kiểm tra viên, vận hành) · who read what')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .addOption(new Option('--what <kind>', 'loại · kind').choices(ACCESS_KINDS))
    .option('--reader <id>', 'của ai · by whom')
    .action((options) => accesses(context(), options));
  program
    .command('replay-histories')
    .description('chạy lại lịch sử các lượt chạy · replay kept histories on their own bundles')
    .option('--day <date>', 'các lượt đóng trong ngày (UTC) · closed on that day', localDate)
    .option('--all', 'tất cả · all of them')
    .action((options) => replayHistories(context(), options));
}
