/** What may be typed about figures: indicators, consolidated reports, criticism by a rate. */
import type { Command } from 'commander';
import { AS_OF, AS_OF_HELP, BOOK, ISSUER, ISSUER_HELP, localDate } from './arguments';
import { listCriticisms } from './commands/criticism';
import { explainIndicator, listIndicators } from './commands/indicator';
import { draftRollUp } from './commands/roll-up';
import type { Context } from './context';

type Make = () => Context;

export function figures(program: Command, context: Make): void {
  program
    .command('criticism')
    .description('phê bình theo tỷ lệ đúng hạn · criticism by the rate on time')
    .command('list')
    .description('quy định đề nghị gì, ai đã quyết định gì · what is proposed, what was decided')
    .argument('<directive>', BOOK.directive)
    .requiredOption('--from <date>', 'đến hạn từ ngày · fell due from', localDate)
    .requiredOption('--to <date>', 'đến hết ngày · to', localDate)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => listCriticisms(context(), name, options));
  const group = program.command('indicator').description('chỉ tiêu · indicators');
  group
    .command('list')
    .description('các chỉ tiêu và giá trị từng kỳ · indicators and their values')
    .argument('<directive>', BOOK.directive)
    .option('--period <period>', 'kỳ · period')
    .option(AS_OF, AS_OF_HELP)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => listIndicators(context(), name, options));
  group
    .command('explain')
    .description('tử số, mẫu số lấy từ báo cáo nào · whose reports are in it')
    .argument('<directive>', BOOK.directive)
    .argument('<indicator>', 'mã chỉ tiêu · id of the indicator')
    .option('--period <period>', 'kỳ · period')
    .option(AS_OF, AS_OF_HELP)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, indicator: string, options) =>
      explainIndicator(context(), name, indicator, options),
    );
  program
    .command('rollup')
    .description('báo cáo tổng hợp · consolidated reports')
    .command('draft')
    .description('dự thảo từ các báo cáo cấp dưới · the draft from what was accepted below')
    .argument('<round>', BOOK.round)
    .argument('<unit>', BOOK.unit)
    .option(AS_OF, AS_OF_HELP)
    .option('--out <file>', 'ghi ra tệp để sửa và gửi · write it to a file')
    .action((round: string, unit: string, options) =>
      draftRollUp(context(), [round, unit], options),
    );
}
