/** What may be typed about commendations and the shortlist. */
import type { Command } from 'commander';
import { BOOK, ISSUER, ISSUER_HELP, localDate } from './arguments';
import { listCommendations, showCommendation } from './commands/commendation';
import { explainShortlist, takeShortlist } from './commands/shortlist';
import type { Context } from './context';

type Make = () => Context;

export function commendations(program: Command, context: Make): void {
  const group = program.command('commendation').description('khen thưởng · commendations');
  group
    .command('list')
    .description('danh sách · the list')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .option('--status <status>', 'tình trạng · status (nominated, decided, reported …)')
    .option('--unit <unit>', 'đơn vị được khen · unit commended')
    .action((options) => listCommendations(context(), options));
  group
    .command('show')
    .description('một đề nghị, các bước và thời hạn · one, with its steps and deadlines')
    .argument('<commendation>', 'mã · id (k-…)')
    .action((id: string) => showCommendation(context(), id));
  const shortlist = program
    .command('shortlist')
    .description('danh sách gợi ý khen thưởng · shortlist for commendation');
  for (const [name, description, run] of [
    [
      'explain',
      'từng tiêu chí, trọng số, căn cứ · each criterion, weight, evidence',
      explainShortlist,
    ],
    ['take', 'lưu lại để dẫn trong đề nghị · keep it, for a nomination to cite', takeShortlist],
  ] as const) {
    shortlist
      .command(name)
      .description(description)
      .argument('<directive>', BOOK.directive)
      .option(ISSUER, ISSUER_HELP)
      .option('--from <date>', 'hạn từ ngày · due from', localDate)
      .option('--to <date>', 'hạn đến ngày · due until', localDate)
      .option('--top <count>', 'bao nhiêu đơn vị đầu · how many units', '10')
      .option('--evidence', 'ghi mã từng nghĩa vụ · name each obligation')
      .action((directive: string, options) => run(context(), directive, options));
  }
}
