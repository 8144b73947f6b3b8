/** Where a text is silent and where our copy lost it: two different things, listed in the order of the text. */
import type { DirectiveDraft, Duty, Graded } from '../domain';
import type { NotStated } from './rows';

export function notStated(draft: DirectiveDraft, duties: readonly Duty[]): NotStated[] {
  const { symbol, date, abstract, signer, urgency, recipients, monitoringBody } = draft;
  const places: (readonly [string, Graded<unknown> | null])[] = [
    ...Object.entries({ symbol, date, abstract, signer, urgency, recipients, monitoringBody }).map(
      ([name, graded]) => [`draft.${name}`, graded] as const,
    ),
    ...draft.tasks.flatMap(({ key, lead, coordinators }) => [
      [`task.${key}.lead`, lead] as const,
      [`task.${key}.coordinators`, coordinators] as const,
    ]),
    ...draft.parents.map((parent) => [`parent.${parent.symbol}.date`, parent.date] as const),
    ...duties.flatMap((duty) =>
      (['owes', 'to', 'via', 'cadence', 'anchor', 'due'] as const).map(
        (name) => [`duty.${duty.id}.${name}`, duty[name] ?? null] as const,
      ),
    ),
  ];
  return places.flatMap(([where, graded]) =>
    graded?.grade === 'notStated' || graded?.grade === 'notInCopy'
      ? [{ where, grade: graded.grade, note: graded.note ?? null }]
      : [],
  );
}
