/** Zones the product ships. Vietnam has kept UTC+7 since 13 June 1975; instants before that are not used here. */
import type { Zone } from '../zone';

export const HO_CHI_MINH: Zone = {
  id: 'Asia/Ho_Chi_Minh',
  transitions: [],
  initialOffsetMinutes: 420,
};
