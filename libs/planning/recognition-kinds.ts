/**
 * Whether a unit may be a subject of the kind it is registered as: where the norm says which kinds of our units are which
 * kind of subject, or are excluded, it is held to that; where it says nothing of the unit's kind, that is an assumption.
 */
import {
  unitAt,
  valueOf,
  type Assumption,
  type LocalDate,
  type MisfitUnit,
  type OrgState,
  type RecognitionNorm,
} from '../domain';
import type { RecognitionAsked } from './recognition-asked';

const NAMING: readonly string[] = ['CallForRegistration', 'RegisterForRecognition'];

type Named = { readonly unit: string; readonly kind: string };

export type KindsJudged = {
  readonly misfit?: MisfitUnit;
  readonly assumption: Assumption | null;
};

export function kindsOf(
  asked: RecognitionAsked,
  norm: RecognitionNorm,
  org: OrgState,
  date: LocalDate,
): KindsJudged | null {
  if (!NAMING.includes(asked.type)) return null;
  const judged = namedIn(asked).map((one) => judge(one, norm, org, date));
  const misfit = judged.find((one) => one !== 'fits' && one !== 'notStated') as
    MisfitUnit | undefined;
  return {
    ...(misfit === undefined ? {} : { misfit }),
    assumption: judged.includes('notStated') ? notStated(norm) : null,
  };
}

function namedIn({ data: { unit, kind, units = [] } }: RecognitionAsked): readonly Named[] {
  return unit === undefined || kind === undefined ? units : [{ unit, kind }, ...units];
}

function judge(
  { unit, kind }: Named,
  { subjects, excluded }: RecognitionNorm,
  org: OrgState,
  date: LocalDate,
): MisfitUnit | 'fits' | 'notStated' {
  const known = Object.hasOwn(org.units, unit) ? org.units[unit]! : null;
  const unitKind = (known && unitAt(known, date)?.kind) ?? '';
  const found = { unit, kind, unitKind };
  const out = valueOf(excluded)?.find(
    (one) => one.kind === kind && one.unitKinds?.includes(unitKind),
  );
  if (out !== undefined) return { ...found, excluded: { trait: out.trait, text: out.text } };
  const rules = valueOf(subjects) ?? [];
  const own = rules.find((rule) => rule.kind === kind)?.unitKinds;
  if (own?.includes(unitKind)) return 'fits';
  const fits = rules.filter((rule) => rule.unitKinds?.includes(unitKind)).map((rule) => rule.kind);
  return own === undefined && fits.length === 0 ? 'notStated' : { ...found, fits };
}

function notStated({ symbol }: RecognitionNorm): Assumption {
  return {
    code: 'recognition.unit-kinds-not-stated',
    policy: null,
    source: `${symbol}, như bản lưu, không nêu loại đơn vị nào trong hệ thống là loại đối tượng này`,
    text: {
      vi: `Loại đối tượng của đơn vị là như khi đăng ký hoặc phát động đã nêu: ${symbol}, như bản lưu, không nêu`,
      en: `Which kind of subject a unit is, is as the registration or the call has it: ${symbol}, as we hold it, does not say`,
    },
  };
}
