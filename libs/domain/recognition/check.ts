/** What every command about recognition is asked first: who asks, on what plan, and in which step its subject is. */
import { refuseWithoutPlan } from '../directive/check-plan';
import type { LocalDate } from '../kernel';
import { isLocalDate } from '../local-date';
import { ownAmong } from '../own-unit';
import { refuse, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { parseRecognitionStream } from '../streams';
import { subjectLifecycle, type SubjectStep } from './lifecycle';
import type { RecognitionPlan, RecognitionWindow } from './plan';
import type {
  RecognitionCommand,
  RecognitionCommandType,
  RecognitionState,
  RecognitionSubject,
  Timeliness,
  UnderNorm,
} from './types';

export type Of<T extends RecognitionCommandType> = Extract<RecognitionCommand, { type: T }>;

type Asked = Exclude<RecognitionCommand, { type: 'WakeUp' }>;

export function bodyOf({ stream }: { readonly stream: string }): {
  readonly authority: string;
  readonly year: number;
} {
  const found = parseRecognitionStream(stream);
  if (found === null) throw new Error(`${stream} is no stream of recognition`);
  return found;
}

/** The body whose people act: that of the year, or its heir once it has ended. */
export function actingBodyOf(command: Asked): string {
  const { bodysHeir } = (command.plan ?? {}) as Partial<RecognitionPlan>;
  return bodysHeir ?? bodyOf(command).authority;
}

export function refuseCommand(command: Asked): Refusal | null {
  const refused = refuseActor(command) ?? refuseWithoutPlan(command);
  if (refused) return refused;
  if (!('date' in command.data) || isLocalDate(command.data.date)) return null;
  return refuse('date.invalid', { date: command.data.date });
}

export function planOf(command: Asked): RecognitionPlan {
  return command.plan as RecognitionPlan;
}

/** What every event under a norm says. */
export function under(command: Asked): UnderNorm {
  const { norm, assumptions } = planOf(command);
  return { ...bodyOf(command), norm, assumptions };
}

export function subjectOf(state: RecognitionState, unit: string): RecognitionSubject | null {
  return Object.hasOwn(state.subjects, unit) ? state.subjects[unit]! : null;
}

export function refuseByStatus(
  state: RecognitionState,
  unit: string,
  step: SubjectStep,
): Refusal | null {
  const status = subjectOf(state, unit)?.status ?? 'none';
  if (subjectLifecycle.next(status, step) !== null) return null;
  const actions = subjectLifecycle.actions(status);
  return refuse('recognition.not-possible-now', { unit, status, step, actions });
}

/**
 * The unit itself; or, for a unit that stands under the body, people of the body or of what is between the two: a khu dân cư
 * has no office of its own. Nobody else says that a unit strives for anything.
 */
export function refuseStranger(
  state: RecognitionState,
  command: Asked,
  unit: string,
): Refusal | null {
  const body = actingBodyOf(command);
  const { inherits = [], above = [] } = planOf(command);
  if (command.actor.unit === unit || inherits.includes(unit)) return null;
  if (!actsForBody(state, command, above)) return refuseUnit(command, [unit, body]);
  const { authority } = bodyOf(command);
  if (above.includes(body) || above.includes(authority)) return null;
  return refuse('recognition.not-under-body', { unit, authority: body });
}

/** Of no call that names its standing body, any that stands under it. */
function actsForBody(
  { standingBody, delegatedTo }: RecognitionState,
  command: Asked,
  above: readonly string[],
): boolean {
  const { unit, role } = command.actor;
  const body = actingBodyOf(command);
  if (unit === null) return false;
  if ([body, standingBody, delegatedTo, ...above].includes(unit)) return true;
  return standingBody === null && role === 'standingBody' && planOf(command).line.includes(body);
}

/** A step is not dated before the one it rests on: a dossier before its registration, a decision before the appraisal. */
export function refuseTooEarly(
  state: RecognitionState,
  unit: string,
  date: LocalDate,
): Refusal | null {
  const subject = subjectOf(state, unit);
  if (subject === null || date >= subject.on) return null;
  const { on: last, status } = subject;
  return refuse('recognition.too-early', { unit, date, last, status });
}

/** Of which kind a unit may be a subject is the norm's to say, where it says it. */
export function refuseMisfit(command: Asked): Refusal | null {
  const { misfit, norm } = planOf(command);
  if (misfit === undefined) return null;
  const { unit, kind, unitKind, excluded, fits = [] } = misfit;
  if (excluded !== undefined) {
    const { trait, text } = excluded;
    return refuse('recognition.excluded', { unit, trait, norm: norm.symbol, rule: text.vi });
  }
  return refuse('recognition.unit-of-other-kind', {
    ...{ unit, kind, unitKind, kinds: fits.length === 0 ? null : fits },
    norm: norm.symbol,
  });
}

/** A body of no level of the norm begins no year and decides nothing. */
export function refusePowerless(command: Asked): Refusal | null {
  const { noPower, norm } = planOf(command);
  if (noPower === undefined) return null;
  const code =
    noPower.levels.length === 0 ? 'recognition.body-over-nobody' : 'recognition.body-without-power';
  return refuse(code, { ...noPower, norm: norm.symbol });
}

/** People of the body that decides, or of what stands under it: its standing body. */
export function refuseOutside(command: Asked, line: readonly string[]): Refusal | null {
  const body = actingBodyOf(command);
  return line.includes(body) ? null : refuseUnit(command, [body]);
}

export function refuseUnit({ type, actor }: Asked, units: readonly string[]): Refusal {
  const { role, unit } = actor;
  return refuse('actor.not-allowed', { command: type, role, unit, needed: [role], units });
}

/** Nobody appraises, decides or classifies his own unit, nor one that he stands under or has inherited. */
export function refuseOwnUnit(
  command: Asked,
  units: readonly string[],
  line: readonly string[],
): Refusal | null {
  const inherits = (command.plan as Partial<RecognitionPlan> | undefined)?.inherits ?? [];
  const unit =
    ownAmong(command, units) ?? units.find((one) => line.includes(one) || inherits.includes(one));
  if (unit === undefined) return null;
  return refuse('recognition.own-unit', { unit, command: command.type });
}

/** A run loads the whole year as one value of at most 2 MiB: with ids of 64 characters this many entries fit. */
const YEAR_HOLDS = 8_000;

export function refuseFull(state: RecognitionState, command: Asked, more: number): Refusal | null {
  const count = Object.keys(state.subjects).length + Object.keys(state.called).length;
  if (count + more <= YEAR_HOLDS) return null;
  const { authority } = bodyOf(command);
  return refuse('recognition.year-full', { authority, count, most: YEAR_HOLDS });
}

export function timelinessOf(
  date: string,
  window: RecognitionWindow | null | undefined,
): Timeliness {
  if (!window) return { judged: 'notJudged', first: null, last: null };
  const { first, last } = window;
  const early = first !== null && date < first;
  return { judged: early ? 'early' : date > last ? 'late' : 'inTime', first, last };
}
