/** Backups and restores as the help of `dondoc` names them: apps/operator runs them, and bin/dondoc.mjs sends them there. */
import type { Command } from 'commander';
import { cliError, EXIT } from './client';

export function operating(program: Command): void {
  elsewhere(program, 'backup', 'sao lưu khi mọi thứ đang chạy · a backup while everything runs');
  elsewhere(program, 'restore', 'khôi phục từ bản sao lưu · restores from a backup');
}

function elsewhere(program: Command, name: 'backup' | 'restore', description: string): void {
  program
    .command(name)
    .description(description)
    .argument('[arguments...]')
    .allowUnknownOption()
    .addHelpText('after', `\nnpx dondoc ${name} --help`)
    .action(() => {
      throw cliError(
        EXIT.usage,
        `không chạy qua API · not over the API: npx dondoc ${name} …, docker compose run --rm operator ${name} …`,
      );
    });
}
