/** What stands on the first page of an index and in README.txt: whose evidence, of what, up to where, under which keys. */
import { localTimeText } from '../contracts';
import type { Text } from '../domain';
import type { EvidenceScope } from './source';
import type { Settled } from './settle';
import type { Survey } from './survey';

export type CoverRow = { readonly label: Text; readonly value: Text };
export type Cover = {
  readonly title: Text;
  readonly rows: readonly CoverRow[];
  readonly notes: readonly Text[];
};

const text = (vi: string, en: string): Text => ({ vi, en });
const same = (value: string): Text => text(value, value);

export function coverOf(
  { scope, deployment, stored, checkpoint, keys }: Settled,
  survey: Survey,
): Cover {
  const { count, first, last, commands, refused, streams, contents } = survey;
  const root = Buffer.from(checkpoint.root).toString('base64');
  const rows: CoverRow[] = [
    { label: text('Hệ thống', 'Deployment'), value: same(deployment.id) },
    { label: text('Phạm vi', 'Scope'), value: scopeText(scope, survey.symbol) },
    {
      label: text('Dòng sổ cái', 'Entries'),
      value: text(
        `${count}, từ số ${first} đến số ${last}; ${commands} lệnh, trong đó ${refused} bị từ chối; ${streams} luồng`,
        `${count}, from No. ${first} to No. ${last}; ${commands} commands, ${refused} of them refused; ${streams} streams`,
      ),
    },
    {
      label: text('Tệp và văn bản được nêu', 'Files and texts named'),
      value: same(String(contents.size)),
    },
    {
      label: text('Điểm chốt', 'Checkpoint'),
      value: text(
        `${checkpoint.size} dòng, ghi đến ${timeText(stored.recordedAt, 'vi')}`,
        `${checkpoint.size} entries, recorded until ${timeText(stored.recordedAt, 'en')}`,
      ),
    },
    { label: text('Gốc cây', 'Root'), value: same(root) },
    ...keys.map(({ key }) => ({ label: text('Khóa', 'Key'), value: same(key) })),
  ];
  return {
    title: text('Chứng cứ trích từ sổ cái Đôn đốc', 'Evidence from the ledger of Dondoc'),
    rows,
    notes: [...(deployment.mode === 'drill' ? [DRILL] : []), UNPROVEN],
  };
}

const DRILL = text(
  'CHẠY MÔ PHỎNG: hành vi của các đơn vị trong hồ sơ này là giả định, không phải sự việc có thật.',
  'DRILL: what agencies do in here is invented; none of it took place.',
);
const UNPROVEN = text(
  'Bản kê này để đọc, không phải chứng cứ: chứng cứ là entries.ndjson và các tệp chứng minh. Ai nghi ngờ thì lập lại bản kê từ đó.',
  'This index is for reading and proves nothing: the evidence is entries.ndjson with its proofs, from which it can be made anew.',
);

export function scopeText(scope: EvidenceScope, symbol: string | null): Text {
  if (scope.kind === 'all') return text('toàn bộ sổ cái', 'the whole ledger');
  if (scope.kind === 'range') {
    return text(
      `các dòng từ số ${scope.from} đến số ${scope.to}`,
      `entries No. ${scope.from} to No. ${scope.to}`,
    );
  }
  const named = symbol === null ? scope.directive : `${symbol} (${scope.directive})`;
  return text(
    `chỉ thị ${named} cùng lịch, chính sách và đơn vị làm căn cứ`,
    `directive ${named} with the calendars, policies and units it rests on`,
  );
}

function timeText(instant: string, language: 'vi' | 'en'): string {
  return localTimeText(instant, language) ?? instant;
}

/** `README.txt`: what this is and how to check it. */
export function readme({ title, rows, notes }: Cover): string {
  const list = (language: 'vi' | 'en') =>
    rows.map(({ label, value }) => `  ${label[language]}: ${value[language]}`).join('\n');
  const said = (language: 'vi' | 'en') => notes.map((it) => `${it[language]}\n`).join('');
  return `${title.vi}
${'='.repeat(title.vi.length)}

${list('vi')}

${said('vi')}
Cách kiểm tra: chạy chương trình kiểm tra độc lập trên máy không cần mạng, kèm khóa công khai mà ông/bà tự giữ:
  dondoc verify TỆP.zip --key KHÓA
Đọc: index.html hoặc index.pdf. Dạng tệp: dondoc.evidence.v1 (docs/evidence-format.md).

${title.en}
${'='.repeat(title.en.length)}

${list('en')}

${said('en')}
To check it: run the independent verifier, on a machine without network, with the public key that you keep yourself:
  dondoc verify FILE.zip --key KEY
To read it: index.html or index.pdf. Its form: dondoc.evidence.v1 (docs/evidence-format.md).
`;
}
