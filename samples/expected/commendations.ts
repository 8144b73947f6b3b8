/**
 * What the drill's commendations must come to, worked out by hand. Ten working days each: from Mon 02/12/2019 to Mon 16/12;
 * from Fri 20/12 over New Year to Mon 06/01/2020; from Fri 03/01 to Fri 17/01; from Thu 16/01 over Tết (23–29/01) to Thu
 * 06/02; from Mon 03/02 to Mon 17/02. The dossier is four working days late: T-3 and T-1 before, T1 and T3 after, and T5
 * no more. The awards of the report have no step at all, and 94 and 99 stand apart: no figure here is their sum.
 */
export const expectedCommendations = [
  {
    commendation: 'k-s1-medals',
    status: 'reported',
    counts: { individuals: 94, collectives: 0, households: 0 },
    deadlines: [],
  },
  {
    commendation: 'k-s1-commended',
    status: 'reported',
    counts: { individuals: 41, collectives: 58, households: 0 },
    deadlines: [],
  },
  {
    commendation: 'k-drill-2019',
    status: 'madeKnown',
    counts: { individuals: 1, collectives: 1, households: 0 },
    deadlines: [
      { step: 'dossier', due: '2019-12-16T10:00:00.000Z', issued: ['T-3', 'T-1', 'T1', 'T3'] },
      { step: 'appraisal', due: '2020-01-06T10:00:00.000Z', issued: ['T-3', 'T-1'] },
      { step: 'decision', due: '2020-01-17T10:00:00.000Z', issued: ['T-3', 'T-1'] },
      { step: 'conferral', due: '2020-02-06T10:00:00.000Z', issued: ['T-3'] },
      { step: 'announcement', due: '2020-02-17T10:00:00.000Z', issued: [] },
    ],
  },
] as const;
