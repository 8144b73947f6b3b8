/** `dondoc review …`: what may be typed about reviews. */
import type { Command } from 'commander';
import { BOOK, ISSUER, ISSUER_HELP } from './arguments';
import { listReviews, showReview } from './commands/review';
import type { Context } from './context';

export function reviews(program: Command, context: () => Context): void {
  const group = program.command('review').description('sơ kết, tổng kết · reviews');
  group
    .command('list')
    .description('danh sách · the list')
    .argument('<directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => listReviews(context(), name, options));
  group
    .command('show')
    .description(
      'một cuộc sơ kết, kết luận và đánh giá · one review, its conclusions and judgements',
    )
    .argument('<directive>', BOOK.directive)
    .argument('<number>', 'số thứ tự · its number')
    .option('--pack', 'in hồ sơ đã chốt và tính lại mã · print the frozen pack, hash it again')
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, n: string, options) => showReview(context(), [name, n], options));
}
