/** `dondoc entry SEQ|ID`: one entry of the ledger, so that a number which a page names can be looked up. */
import { ROLE } from '../../../libs/contracts';
import type { EntryPage } from '../../../libs/readmodel';
import type { Context } from '../context';

const KIND = {
  command: { vi: 'lệnh được chấp nhận', en: 'command, accepted' },
  refusal: { vi: 'lệnh bị từ chối', en: 'command, refused' },
  event: { vi: 'sự kiện', en: 'event' },
} as const;

export async function entry({ client, screen }: Context, name: string): Promise<void> {
  const it = await client.get<EntryPage>(`/v1/entries/${encodeURIComponent(name)}`);
  screen.result(it, () => {
    screen.title(`Dòng ${it.seq}`, `Entry ${it.seq}`);
    if (it.text) screen.prose(screen.text(it.text));
    screen.item(['Loại', 'Kind'], `${screen.text(KIND[it.kind])}, ${it.type}`);
    screen.item(['Ghi lúc', 'Recorded'], screen.time(it.recordedAt));
    screen.item(['Xảy ra lúc', 'Took place'], screen.time(it.at));
    const role = Object.hasOwn(ROLE, it.actor.role)
      ? screen.text(ROLE[it.actor.role as keyof typeof ROLE])
      : it.actor.role;
    screen.item(['Ai', 'Who'], [it.actor.id, role, it.actor.unit].filter(Boolean).join(', '));
    screen.item(['Mã dòng', 'Id'], it.entry);
    if (it.causedBy) {
      const { seq, entry: cause } = it.causedBy;
      screen.item(['Do dòng', 'Caused by'], seq === null ? cause : `${seq} (${cause})`);
    }
    if (it.rejection) screen.item(['Lý do từ chối', 'Refused because'], it.rejection.code);
    screen.item(['Mã băm', 'Hash'], it.leafHash);
    screen.item(['Mã băm dòng trước', 'Hash before'], it.prevHash);
    screen.item(['Bộ quy tắc', 'Deciders'], it.deciders);
    screen.heading('Nội dung ghi trong sổ', 'What is recorded');
    for (const line of JSON.stringify(it.data, null, 2).split('\n')) screen.line(`  ${line}`);
  });
}
