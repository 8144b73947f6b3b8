/** Commendations, folded by their own rules, with their subjects one by one. A token never becomes a name here. */
import {
  commendationDecider,
  valueOf,
  type CommendationEvent,
  type CommendationState,
  type Subject,
} from '../../domain';
import { projection, type Handlers } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

type Type = CommendationEvent['type'];

const TYPES: { readonly [T in Type]: true } = {
  CommendationNominated: true,
  DossierCompleted: true,
  DossierReturned: true,
  NominationAppraised: true,
  OpinionGiven: true,
  CommendationDecided: true,
  CommendationRefused: true,
  AwardConferred: true,
  AwardMadeKnown: true,
  NominationWithdrawn: true,
  CommendationRevoked: true,
  AwardsRecorded: true,
  CommendationRungReached: true,
  CommendationRungsHeld: true,
  HeldStepReplanned: true,
};

const handlers = Object.fromEntries(Object.keys(TYPES).map((type) => [type, fold])) as Handlers;

export const commendations = projection(
  'commendations',
  ['commendations', 'commendation_subjects'],
  handlers,
);

async function fold(rows: Rows, e: Projected<CommendationEvent>): Promise<void> {
  const id = e.stream.replace(/^commendation\//, '');
  const [known] = await rows.read<{ record: CommendationState }>(
    `SELECT record FROM read.commendations WHERE commendation_id = $1`,
    [id],
  );
  const before = known?.record ?? commendationDecider.initial;
  const after = commendationDecider.evolve(before, { ...e, commandId: e.entry });
  if (known !== undefined) {
    rows.update('commendations', columnsOf(after, e), { commendation_id: id });
    return;
  }
  rows.insert('commendations', [
    {
      commendation_id: id,
      first_at: e.at,
      first_seq: e.seq,
      power: null,
      warnings: warningsOf(e),
      ...columnsOf(after, e),
    },
  ]);
  rows.insert('commendation_subjects', subjectsOf(after).map(subjectRow(id)));
}

/** With the power as of the nomination: the decision's own comes to stand in its place. */
function warningsOf(e: Projected<CommendationEvent>) {
  if (e.type !== 'CommendationNominated') return [];
  const { warnings, power, thematic } = e.data;
  return warnings.map((code) => ({
    code,
    power,
    ...(code === 'commendation.thematic-late' && thematic ? { thematic } : {}),
  }));
}

function columnsOf(state: CommendationState, e: Projected<CommendationEvent>) {
  const { status, nominatedBy, nomination, reported, current, deadlines } = state;
  const deadline = current === null ? undefined : deadlines[current];
  const forms = reported === null ? [] : (valueOf(reported.forms) ?? []);
  const bodies = reported === null ? [] : (valueOf(reported.awardingBodies) ?? []);
  const power = 'power' in e.data ? { power: e.data.power } : {};
  return {
    directive_id: nomination?.directive ?? reported?.directive ?? null,
    status,
    form: nomination?.form ?? only(forms),
    awarding_body: nomination?.awardingBody ?? only(bodies),
    nominated_by: nominatedBy,
    step: deadline?.step ?? null,
    responsible: deadline?.responsible ?? null,
    due_at: deadline?.schedule.dueAt ?? null,
    changed_at: e.at,
    record: state,
    ...power,
  };
}

function only(values: readonly string[]): string | null {
  return values.length === 1 ? values[0]! : null;
}

function subjectsOf({ nomination, reported }: CommendationState): readonly Subject[] {
  return nomination?.subjects ?? (reported === null ? [] : (valueOf(reported.subjects) ?? []));
}

function subjectRow(commendation: string) {
  return (subject: Subject, ordinal: number) => ({
    commendation_id: commendation,
    ordinal,
    kind: subject.kind,
    unit: subject.kind === 'aggregate' ? null : subject.unit,
    name_token: 'name' in subject ? subject.name : null,
    ...countsOf(subject),
  });
}

function countsOf(subject: Subject) {
  if (subject.kind === 'aggregate') {
    const { individuals, collectives, households } = subject;
    return { individuals, collectives, households };
  }
  const one = (kind: Subject['kind']) => (subject.kind === kind ? 1 : 0);
  return {
    individuals: one('individual'),
    collectives: one('collective'),
    households: one('household'),
  };
}
