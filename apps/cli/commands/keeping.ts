/** What is said on a directive's page of its file: holds that stand, and how long it is kept. */
import { retentionText } from '../../../libs/contracts';
import type { DirectiveDetail } from '../../../libs/readmodel';
import type { Screen } from '../screen';

export function keeping(screen: Screen, it: DirectiveDetail): void {
  const { legalHolds, retention, archive } = it;
  if (legalHolds.length === 0 && retention === null && archive === null) return;
  screen.heading('Lưu giữ hồ sơ', 'Keeping the file');
  for (const { hold, reason, document, by, at } of legalHolds) {
    const said = [screen.time(at), by.id, document].filter((part) => part !== null).join(', ');
    screen.item(
      [`Lệnh giữ số ${hold}`, `Legal hold no. ${hold}`],
      `${reason} (${said}): ${screen.say(
        'không tiêu hủy, không xóa dữ liệu cá nhân',
        'nothing is destroyed, no personal value erased',
      )}`,
    );
  }
  screen.item(
    ['Thời hạn bảo quản', 'Kept for'],
    retention === null
      ? screen.say('(chưa nêu: chưa có người quyết định)', '(not stated: nobody has decided it)')
      : `${screen.text(retentionText(retention.period))} (${retention.source}; ${retention.by.id}, ${screen.time(retention.at)}): ${retention.reason}`,
  );
}
