/** That a report was consolidated: how many are in it, how many were missing, and what of them it has only in part. */
import type { Report, Text } from '../../domain';
import { join, put } from './say';

/** Nothing where it was not. */
export function consolidatedText({ consolidates }: Pick<Report, 'consolidates'>): Text | string {
  if (consolidates === undefined) return '';
  const { parts, missing, cut = [] } = consolidates;
  return join(
    put(
      ', tổng hợp {} báo cáo, thiếu {}',
      ', consolidated from {} with {} missing',
      parts,
      missing,
    ),
    ...cut.map(({ code, kept, total }) =>
      put(', “{}” chỉ có {}/{}', ', of “{}” only {} of {}', code, kept, total),
    ),
  );
}
