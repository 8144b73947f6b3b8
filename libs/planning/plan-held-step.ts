/** New moments for the rungs of a commendation's step that an outage held back: the due time stays, and so do the gaps. */
import { millisBetween, plusMillis } from '../calendar';
import type { CommendationState, HeldStepPlan, Instant } from '../domain';

/** From the escalation that was really issued each held rung keeps the gap it had to it. */
export function planHeldStep(
  { deadline: id, rungs }: { readonly deadline: string; readonly rungs: readonly string[] },
  { state, at }: { readonly state: CommendationState; readonly at: Instant },
): HeldStepPlan | undefined {
  const { escalated, current, deadlines } = state;
  if (current !== id || escalated === null) return undefined;
  const { schedule } = deadlines[id]!;
  const from = escalated.issuedAt > at ? escalated.issuedAt : at;
  const held = rungs.flatMap((name) => schedule.rungs.filter((rung) => rung.id === name));
  const moved = held.map((rung) => ({
    ...rung,
    at: plusMillis(from, millisBetween(escalated.dueAt, rung.at)),
  }));
  const step = {
    rule: 'rung.held',
    source: 'Mức nhắc bị giữ lại khi hệ thống ngừng; giữ nguyên khoảng cách',
    from: schedule.dueAt,
    to: moved[0]?.at ?? at,
  };
  return {
    schedule: { ...schedule, derivation: [...schedule.derivation, step], rungs: moved },
  };
}
