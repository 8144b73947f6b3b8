/** What may be typed about the past: as of a point in time, differences, history, one entry; and the read tables built anew. */
import type { Command } from 'commander';
import { AS_OF, BOOK, ISSUER, ISSUER_HELP } from './arguments';
import { asOf } from './commands/as-of';
import { diff } from './commands/differences';
import { entry } from './commands/entry';
import { history } from './commands/history';
import type { Context } from './context';

type Make = () => Context;

const WHEN = '2019-12-20 (hết ngày · its end), 2019-12-20T12:00 (UTC+7), …Z, @8123';
const ALL = 'mọi chỉ thị · all directives';

export function past(program: Command, context: Make): void {
  scoped(program.command('asof'), `DIRECTIVE WHEN; WHEN: ${WHEN}`)
    .description('lúc đó đã biết gì · what was known then')
    .action((what: string[], options) => asOf(context(), what, options));
  scoped(program.command('diff'), `DIRECTIVE WHEN1 WHEN2; WHEN: ${WHEN}`)
    .description('khác nhau giữa hai thời điểm · what became different between two times')
    .action((what: string[], options) => diff(context(), what, options));
  program
    .command('history')
    .description('những việc đã xảy ra · what happened')
    .argument('<directive>', BOOK.directive)
    .option('--full', 'mỗi việc một dòng · one line per fact')
    .option(AS_OF, `đến lúc · until: ${WHEN}`)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => history(context(), name, options));
  program
    .command('entry')
    .description('một dòng trong sổ · one entry of the ledger')
    .argument('<entry>', '8123 · directive/d-07@3')
    .action((name: string) => entry(context(), name));
  program
    .command('rebuild')
    .description('dựng lại các bảng đọc từ sổ · the read tables anew from the ledger')
    .option('--check', 'chỉ so với sổ, không thay · only compare with the ledger')
    .action(async (options) => {
      // What speaks to the database itself is loaded by who asks for it.
      const { rebuild } = await import('./commands/rebuild.js');
      return rebuild(context().screen, options);
    });
}

function scoped(command: Command, what: string): Command {
  return command
    .argument('<what...>', what)
    .option('--all', ALL)
    .option('--round <round>', BOOK.round)
    .option('--unit <unit>', BOOK.unit)
    .option(ISSUER, ISSUER_HELP);
}
