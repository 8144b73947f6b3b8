/**
 * What a consolidated report would say, from the reports accepted below at an instant: figures by their rules, texts by
 * sender, and who is missing. A draft: nothing of it is handed in before a person does so.
 */
import {
  fittedDraft,
  rollUp,
  type FieldValue,
  type Instant,
  type Listed,
  type ListedTexts,
  type RolledField,
} from '../../domain';
import type { Db } from '../db';
import type { Consolidation, ConsolidationSource, TextOfSender } from '../rows';
import { correctedBelow } from './corrected-below';
import {
  aboveOf,
  acceptedPart,
  missingOf,
  reportsBelow,
  sourcesOf,
  type Above,
  type Accepted,
  type Below,
} from './parts-below';
import { reported, restsOn } from './rests-on';

/** Null when there is no such obligation. */
export async function consolidation(
  db: Db,
  id: string,
  asOf: Instant,
): Promise<Consolidation | null> {
  const above = await aboveOf(db, id);
  if (!above) return null;
  const sources = await sourcesOf(db, above, asOf);
  const below = await reportsBelow(db, sources, asOf);
  const corrected = await correctedBelow(db, id, asOf);
  return {
    ...drafted(above, sources, below, asOf),
    corrected,
    restsOn: await restsOn(db, below.flatMap(reported)),
  };
}

function drafted(
  { obligation, round, unit, period, form }: Above,
  sources: readonly ConsolidationSource[],
  below: readonly Below[],
  asOf: Instant,
): Omit<Consolidation, 'corrected' | 'restsOn'> {
  const parts = below.flatMap((one) => acceptedPart(one));
  // Figures of another duty's form can be read, and are never handed in.
  const shown = form ?? parts.findLast((part) => part.form !== null)?.form ?? null;
  const fields = shown === null ? [] : rollUp(shown, parts);
  const values = form === null ? {} : valuesOf(fields);
  const sections = (shown?.outline ?? []).map(({ code, heading }) => ({
    code,
    heading,
    texts: textsOf(parts, ({ data }) => data?.sections[code]),
  }));
  return {
    ...{ obligation, round, unit, period, asOf, form, sources, fields },
    parts: parts.map(({ obligation: of, unit: by, name, submission }) => ({
      obligation: of,
      unit: by,
      name,
      submission,
    })),
    missing: missingOf(below),
    sections,
    summaries: textsOf(parts, ({ summary }) => summary),
    values,
    draft: form === null ? null : fittedDraft(form, values, sections, listedOf(fields, parts)),
  };
}

function textsOf(
  parts: readonly Accepted[],
  text: (part: Accepted) => string | undefined,
): readonly TextOfSender[] {
  return parts.flatMap((part): TextOfSender[] => {
    const { obligation, unit, name } = part;
    const said = text(part) ?? '';
    return said === '' ? [] : [{ obligation, unit, name, text: said }];
  });
}

/** What many wrote into a field that is listed, with their names. */
function listedOf(fields: readonly RolledField[], parts: readonly Accepted[]): ListedTexts[] {
  const names = new Map(parts.map(({ unit, name }) => [unit, name]));
  return fields.flatMap(({ field: code, rollUp: rule, value }): ListedTexts[] => {
    if (rule !== 'list' || value === null || isModels(value)) return [];
    const texts = (value as readonly Listed[]).map(({ unit, value: text }) => ({
      ...{ unit, name: names.get(unit) ?? null, text: String(text) },
    }));
    return [{ code, texts }];
  });
}

/** Listed texts and choices are for a person to sum up: they are no value of one report. */
function valuesOf(fields: readonly RolledField[]): { readonly [code: string]: FieldValue } {
  return Object.fromEntries(
    fields.flatMap(({ field, value, rollUp: rule }) =>
      value === null || (rule === 'list' && !isModels(value)) ? [] : [[field, value as FieldValue]],
    ),
  );
}

function isModels(value: NonNullable<RolledField['value']>): boolean {
  return Array.isArray(value) && value.every((one) => 'summary' in one);
}
