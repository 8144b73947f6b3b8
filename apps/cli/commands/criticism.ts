/** `dondoc criticism list`: whose rate lies below a threshold of the issuer's policy, and what a person decided. */
import type { Criticisms, CriticismRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';

export type CriticismOptions = {
  readonly issuer?: string;
  readonly from: string;
  readonly to: string;
};

export async function listCriticisms(
  context: Context,
  name: string,
  { issuer, from, to }: CriticismOptions,
): Promise<void> {
  const { client, screen } = context;
  const { directive } = await directiveOf(context, name, issuer);
  const page = await client.get<Criticisms>('/v1/criticisms', { directive, from, to });
  screen.result(page, () => {
    screen.title('Đề nghị phê bình theo tỷ lệ đúng hạn', 'Criticism proposed by the rate on time');
    screen.line(`${screen.time(from)} – ${screen.time(to)}`);
    if (page.policy === null) {
      screen.prose(
        screen.say(
          'Nơi ban hành không có quy định ngưỡng đang áp dụng; không đề nghị gì.',
          "No thresholds are in force in the issuer's scope; nothing is proposed.",
        ),
      );
    } else screen.prose(`${screen.text(page.policy.text)} (${page.policy.source})`);
    screen.table(
      [
        ['Đơn vị', 'Unit'],
        screen.number(['Đúng hạn', 'On time']),
        screen.number(['Phải thực hiện', 'Owed']),
        ['Quy định đề nghị', 'Proposed'],
        ['Người có thẩm quyền quyết định', 'Decided'],
      ],
      page.rows.map((row) => [
        screen.text(row.name, row.unit),
        row.onTime.part,
        row.onTime.of,
        screen.text(row.proposed?.text),
        decidedText(screen, row),
      ]),
    );
    screen.prose(
      screen.say(
        'Máy chỉ đề nghị; người có thẩm quyền quyết định (lệnh DecideCriticism).',
        'The machine proposes; a person decides (command DecideCriticism).',
      ),
    );
  });
}

function decidedText(screen: Screen, { decided }: CriticismRow): string {
  if (decided === null) return screen.say('chưa quyết định', 'not decided');
  const what = decided.text ?? { vi: 'không phê bình', en: 'no criticism' };
  return `${screen.text(what)}, ${screen.time(decided.at)}, ${decided.by.id}: ${decided.reason}`;
}
