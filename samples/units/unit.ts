/** Makes a unit of the drill from what distinguishes it. Contacts are invented addresses under a reserved domain. */
import type { Contact, NewUnit, Text } from '../../libs/domain';

export type SampleUnit = {
  readonly place: string;
  readonly prefix: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly kind: string;
  readonly roleClass: string;
  readonly from: string;
  readonly source: string;
};

export function unit({ place, prefix, roleClass, ...rest }: SampleUnit): NewUnit {
  const id = `${prefix}-${slug(place)}`;
  return { ...rest, id, roleClasses: [roleClass], contacts: contacts(id) };
}

/** RFC 2606 reserves `.example`: no mail of a drill can reach anybody. */
export function contacts(id: string): Contact[] {
  return [
    {
      role: 'focal',
      position: { vi: 'Cán bộ đầu mối', en: 'Focal person' },
      email: `dau-moi@${id}.example`,
      language: 'vi',
    },
    {
      role: 'head',
      position: { vi: 'Thủ trưởng đơn vị', en: 'Head of the unit' },
      email: `thu-truong@${id}.example`,
      language: 'vi',
    },
  ];
}

/** `Thừa Thiên Huế` → `thua-thien-hue`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
