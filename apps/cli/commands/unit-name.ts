/** A unit as people know it: its name, or its id when the page was not given one. */
import type { Text } from '../../../libs/domain';
import type { Screen } from '../screen';

export type Names = { readonly [unit: string]: Text };

export function unitName(screen: Screen, names: Names, unit: string): string {
  return screen.text(Object.hasOwn(names, unit) ? names[unit] : null, unit);
}
