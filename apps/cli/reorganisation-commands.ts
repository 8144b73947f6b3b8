/** What may be typed about reorganisations of units. */
import type { Command } from 'commander';
import {
  listReorganisations,
  previewReorganisation,
  showReorganisation,
} from './commands/reorganisation';
import type { Context } from './context';

export function reorganisations(program: Command, context: () => Context): void {
  const group = program
    .command('reorganisation')
    .description('sắp xếp lại các đơn vị · reorganisations of units');
  group
    .command('list')
    .description('danh sách · the list')
    .action(() => listReorganisations(context()));
  group
    .command('show')
    .description('tiến độ, đã chuyển gì, còn thiếu ai · progress, what moved, who is missing')
    .argument('<reorganisation>', 'mã · id')
    .action((id: string) => showReorganisation(context(), id));
  group
    .command('preview')
    .description('sẽ chuyển những gì, cho ai · what would move, and to whom')
    .argument('<file>', 'JSON, như · as POST /v1/reorganisations, - = stdin')
    .action((file: string) => previewReorganisation(context(), file));
}
