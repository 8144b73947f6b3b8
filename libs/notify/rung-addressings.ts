/**
 * Who hears of a rung of the ladder: the unit itself, the standing body that must number and sign a letter, or those
 * above, who are told in one notice which of theirs are late.
 */
import { localDateOf } from '../calendar';
import type { Audience, RoundState, Text } from '../domain';
import { nameOn } from './audience';
import type { Addressing, EventOf, RoundChange, World } from './addressing';
import { workingDaysLeft } from './moments';
import type { NoticeBody } from './notice';

/** Time is counted from when the rung was really issued: after an outage that is later than it was planned. */
export function rungAddressings(
  { after }: RoundChange,
  rung: EventOf<'RungReached'>,
  world: World,
): Addressing[] {
  if (rung.issued.length === 0) return [];
  const reached = { about: rung.rung, schedule: rung.schedule };
  const daysLeft = workingDaysLeft(world.calendar, rung.issuedAt, rung.dueAt);
  const today = localDateOf(world.calendar.zone, rung.issuedAt);
  const names = (units: readonly string[]): Text[] => units.map((unit) => lateName(unit));
  const lateName = (unit: string): Text => {
    const name = nameOn(world.org, unit, today);
    const owner = after.obligations[unit]?.owner ?? unit;
    if (owner === unit) return name;
    const now = nameOn(world.org, owner, today);
    return {
      vi: `${now.vi} (tiếp nhận từ ${name.vi})`,
      en: `${now.en} (taken over from ${name.en})`,
    };
  };

  if (rung.kind === 'letter') {
    const draft: NoticeBody = {
      kind: 'letterDraft',
      letter: rung.letter ?? '',
      units: names(rung.issued),
    };
    const unit = after.heading?.standingBody ?? '';
    return [{ ...reached, unit, role: 'focal', own: false, body: draft }];
  }
  if (rung.audience === 'focal' || rung.audience === 'head') {
    const role = rung.audience;
    const own: NoticeBody =
      rung.kind === 'explanation'
        ? { kind: 'explanation', daysLeft }
        : { kind: 'reminder', daysLeft, overdue: rung.issuedAt > rung.dueAt };
    return rung.issued.map((unit) => ({ ...reached, unit, role, own: true, body: own }));
  }
  return [...upwards(after, rung.issued, rung.audience)].map(([unit, late]) => ({
    ...reached,
    unit,
    role: 'head',
    own: false,
    body: { kind: 'escalation', to: rung.audience, daysLeft, units: names(late) },
  }));
}

/** Who is told about whom: the late units by their superior, or all of them to the issuer. */
function upwards(
  round: RoundState,
  units: readonly string[],
  audience: Audience,
): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const unit of units) {
    const above = audience === 'issuer' ? round.heading?.issuer : round.obligations[unit]?.superior;
    if (above === null || above === undefined) continue;
    told.set(above, [...(told.get(above) ?? []), unit]);
  }
  return told;
}
