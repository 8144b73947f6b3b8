/** What the list and the page of a year say alike: whether a target is reached, what is told, what a rate is of. */
import { shareText } from '../../../libs/contracts';
import type { RecognitionResultRow } from '../../../libs/readmodel';
import type { Screen } from '../screen';

export function reachedText(screen: Screen, reached: boolean | null): string {
  if (reached === null) return '';
  return `: ${reached ? screen.say('đạt', 'reached') : screen.say('không đạt', 'not reached')}`;
}

export function toldText(screen: Screen, { result, reached }: RecognitionResultRow): string {
  const told = screen.graded(result, (share) => shareText(share)[screen.lang]);
  return told + reachedText(screen, reached);
}

export function notes(screen: Screen): void {
  screen.prose(
    screen.say(
      'Tỷ lệ là số đạt trên số đã đăng ký, tính bằng số nguyên; không ai đăng ký thì không có giá trị (–). Kết quả được nêu ở nơi khác đứng riêng, không tính vào tỷ lệ.',
      'The rate is what was recognised of what registered, in integers; when nobody registered there is no value (–). What is told elsewhere stands beside it and is no part of it.',
    ),
  );
}
