/** The units, calendar years and policies a drill stands on, as commands. */
import { VIETNAM } from '../../libs/calendar';
import {
  calendarStream,
  ORG_STREAM,
  policyStream,
  type Actor,
  type Instant,
} from '../../libs/domain';
import {
  offices,
  policies,
  provincialPolice,
  thanhHoaDistricts,
  thanhHoaPartyCommittees,
} from '../../samples';
import type { DrillAct } from './drill-acts';

const OPERATOR: Actor = { id: 'quan-tri', role: 'operator', unit: null };

export function referenceActs(at: Instant): DrillAct[] {
  const act = (key: string, stream: string, type: string, data: unknown): DrillAct => ({
    at,
    key,
    stream,
    type,
    data,
    actor: OPERATOR,
  });
  return [
    ...Object.values(VIETNAM.years).map(({ year, days }) =>
      act(`calendar ${year}`, calendarStream(VIETNAM.id), 'AdoptCalendarYear', {
        calendar: VIETNAM.id,
        year,
        days,
        source: `Lịch Việt Nam ${year}, nguồn ghi ở từng ngày`,
      }),
    ),
    ...policies.map((policy, index) => {
      const later = policies.findIndex(({ id }) => id === policy.id) < index;
      const key = later ? `policy ${policy.id} ${policy.from}` : `policy ${policy.id}`;
      return act(key, policyStream(policy.id), 'AdoptPolicy', policy);
    }),
    // Parents before children: the ministry and the offices come first.
    act('units offices', ORG_STREAM, 'RegisterUnits', {
      units: offices.filter(({ parent }) => parent !== 'cat-thanh-hoa'),
    }),
    act('units police', ORG_STREAM, 'RegisterUnits', { units: provincialPolice }),
    act('units channels', ORG_STREAM, 'RegisterUnits', {
      units: offices.filter(({ parent }) => parent === 'cat-thanh-hoa'),
    }),
    act('units districts', ORG_STREAM, 'RegisterUnits', { units: thanhHoaDistricts }),
    act('units party committees', ORG_STREAM, 'RegisterUnits', { units: thanhHoaPartyCommittees }),
  ];
}
