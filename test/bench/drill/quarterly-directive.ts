/** A directive of an invented ministry that 500 agencies report on every quarter, with everything stated; as data. */
import type { DirectiveDraft, Duty, NewUnit } from '../../../libs/domain';
import { contacts } from '../../../samples/units/unit';

export const MINISTRY = 'bo';
export const DIRECTIVE = 'd-bench';
export const SYMBOL = '01/CT-BO';
export const ISSUED_ON = '2019-01-02';

const ROLE_CLASS = 'co-quan';
const SOURCE = 'dữ liệu đo tốc độ';

const stated = <Value>(value: Value) =>
  ({ grade: 'stated', value, quote: 'x', place: '1', source: 'full-text' }) as const;

const signer = stated({ position: 'Bộ trưởng', capacity: 'head' } as const);

export function ministry(): NewUnit {
  return unit(MINISTRY, { parent: null, roleClasses: [] });
}

export function agencies(count: number): NewUnit[] {
  return Array.from({ length: count }, (_, n) =>
    unit(`cq-${String(n + 1).padStart(3, '0')}`, { parent: MINISTRY, roleClasses: [ROLE_CLASS] }),
  );
}

function unit(id: string, more: Pick<NewUnit, 'parent' | 'roleClasses'>): NewUnit {
  return {
    id,
    name: { vi: `Cơ quan ${id}`, en: `Agency ${id}` },
    aliases: [],
    kind: 'office',
    from: '2010-01-01',
    source: SOURCE,
    contacts: contacts(id),
    ...more,
  };
}

export const draft: DirectiveDraft = {
  issuer: MINISTRY,
  documentType: 'directive',
  grammar: 'state',
  symbol: stated(SYMBOL),
  date: stated(ISSUED_ON),
  abstract: stated('Về việc báo cáo hằng quý'),
  signer,
  urgency: stated('normal'),
  secrecy: 'none',
  sources: [{ id: 'full-text', kind: 'fullText', title: 'Chỉ thị', sha256: null, complete: true }],
  tasks: [],
  addressees: [
    { kind: 'class', roleClass: ROLE_CLASS, name: { vi: 'Các cơ quan', en: 'The agencies' } },
  ],
  recipients: { grade: 'notStated' },
  monitoringBody: stated(MINISTRY),
  parents: [],
};

export const duties: readonly Duty[] = [
  {
    id: 'report',
    kind: 'periodicReport',
    title: { vi: 'Báo cáo quý', en: 'Quarterly report' },
    task: null,
    owes: stated({ kind: 'class', roleClasses: [ROLE_CLASS] }),
    to: stated([MINISTRY]),
    via: null,
    cadence: stated({ kind: 'every', period: 'quarter', system: 'calendar' }),
    due: stated({ kind: 'dayOfLastMonth', day: 25 }),
    bound: 'inclusive',
    ladder: null,
    acceptance: 'byReceiver',
  },
];

export const issue = { symbol: SYMBOL, date: ISSUED_ON, signer, urgency: 'normal' } as const;
