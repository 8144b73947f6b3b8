/** What may be typed to take evidence out. */
import { InvalidArgumentError, type Command } from 'commander';
import { cliError, EXIT } from './client';
import { BOOK, collect, ISSUER, ISSUER_HELP } from './arguments';
import { exportEvidence } from './commands/export';
import type { Context } from './context';

export function evidence(program: Command, context: () => Context): void {
  program
    .command('export')
    .description('gói chứng cứ cho kiểm tra viên · evidence for an auditor, as one zip')
    .argument('[directive]', BOOK.directive)
    .requiredOption('--out <file>', 'tệp zip sẽ ghi · the zip to write')
    .option('--all', 'toàn bộ sổ cái · the whole ledger')
    .option('--from <sequence>', 'từ dòng số · from entry No.', sequence)
    .option('--to <sequence>', 'đến dòng số · to entry No.', sequence)
    .option('--at <sequence>', 'điểm chốt đầu tiên có dòng này · the checkpoint over it', sequence)
    .option(
      '--checkpoint <file>',
      'điểm chốt đang giữ, gói phải nối tiếp; nhiều lần · one you hold, to be continued; repeatable',
      collect,
    )
    .option('--force', 'ghi đè tệp đã có · replace the file that is there')
    .option(ISSUER, ISSUER_HELP)
    .action((directive: string | undefined, options) =>
      exportEvidence(context(), directive, options),
    );

  program
    .command('verify')
    .description('kiểm tra gói chứng cứ, không cần hệ thống · checks a bundle, without the system')
    .argument('[file]', 'tệp zip; bỏ trống: lấy toàn bộ sổ cái · absent: takes the whole ledger')
    .addHelpText('after', '\ndondoc verify --help')
    .action(() => {
      throw cliError(EXIT.usage, 'dondoc verify … : viết verify ngay sau dondoc · put it first');
    });
}

function sequence(value: string): string {
  if (/^[1-9]\d{0,14}$/.test(value)) return value;
  throw new InvalidArgumentError('1, 2, 3 …');
}
