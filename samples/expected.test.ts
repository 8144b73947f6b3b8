import {
  assign,
  conductOf,
  DIRECTIVE_IDS,
  expected,
  expectedRecognition,
  expectedRungOutcomes,
  provincialPolice,
  sharesOf,
  thanhHoaDistricts,
  thanhHoaPartyCommittees,
  totals,
  isAnsweredFor,
} from './index';
import { mergedPolice } from './units/provinces-of-2025';
import { communesOf } from './units/thanh-hoa-communes';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test.each(expected)(
  'the totals of $symbol ($directive) are the sums of its rounds',
  ({ directive, rounds }) => {
    const all = Object.values(rounds).flat();
    const issued = (...rungs: string[]) =>
      sum(all.flatMap((round) => rungs.map((rung) => round.issued[rung] ?? 0)));
    expect({
      rounds: all.length,
      obligations: sum(all.map((round) => round.obligations)),
      doneOnTime: sum(all.map((round) => round.doneOnTime)),
      doneLate: sum(all.map((round) => round.doneLate)),
      openOnTime: sum(all.map((round) => round.openOnTime)),
      openLate: sum(all.map((round) => round.openLate)),
      reminders: issued('T-7', 'T-1'),
      letters: all.filter((round) => (round.issued.T1 ?? 0) > 0).length,
      escalations: issued('T3', 'T5'),
      explanations: issued('T10'),
    }).toEqual(totals[directive]);
  },
);

test('every round has each of its obligations in exactly one bucket', () => {
  for (const round of expected.flatMap(({ rounds }) => Object.values(rounds).flat())) {
    expect(round.doneOnTime + round.doneLate + round.openOnTime + round.openLate).toBe(
      round.obligations,
    );
  }
});

test('the classes are expanded to 63 police forces and 27 committees of either kind, each once', () => {
  expect(new Set(provincialPolice.map(({ id }) => id)).size).toBe(63);
  expect(new Set(thanhHoaDistricts.map(({ id }) => id)).size).toBe(27);
  expect(new Set(thanhHoaPartyCommittees.map(({ id }) => id)).size).toBe(27);
});

test('the same seed assigns the same conduct, another seed another', () => {
  const units = provincialPolice.map(({ id }) => id);
  const shares = sharesOf(DIRECTIVE_IDS.s4, 'report', '2014');
  const one = assign('seed', 'r', units, shares);
  expect(assign('seed', 'r', [...units].reverse(), shares)).toEqual(one);
  expect(assign('other', 'r', units, shares)).not.toEqual(one);
  expect(one.filter(({ manner }) => manner === 'never')).toHaveLength(1);
});

test('every expected round has its conduct, for exactly its units but those answered for', () => {
  for (const { directive, rounds } of expected) {
    for (const [duty, all] of Object.entries(rounds)) {
      for (const { period, obligations } of all) {
        const units = sum(sharesOf(directive, duty, period).map(([, count]) => count));
        const fed = isAnsweredFor(directive, duty, period, 'cat-thanh-hoa') ? 1 : 0;
        expect([directive, duty, period, units + fed]).toEqual([
          directive,
          duty,
          period,
          obligations,
        ]);
      }
    }
  }
});

test('who never reports is named, whatever the seed', () => {
  const units = provincialPolice.map(({ id }) => id);
  for (const [period, named] of [
    ['2023', 'cat-nghe-an'],
    ['2024', 'cat-hoa-binh'],
  ] as const) {
    for (const seed of ['one', 'two', 'three']) {
      const dealt = conductOf(seed, { directive: DIRECTIVE_IDS.s4, duty: 'report', period }, units);
      const never = dealt.filter(({ manner }) => manner === 'never');
      expect(never).toEqual([{ unit: named, manner: 'never' }]);
      expect(new Set(dealt.map(({ unit }) => unit)).size).toBe(62);
    }
  }
});

test('27 districts less one become 166 communes, and 63 police forces less 29 are 34', () => {
  const communes = communesOf.flatMap(({ into }) => into.map(({ id }) => id));
  expect([communesOf.length, new Set(communes).size]).toEqual([27 - 1, 166]);
  const merged = mergedPolice.flatMap(({ units }) => units);
  const ids = provincialPolice.map(({ id }) => id);
  expect(ids.filter((id) => merged.includes(id))).toHaveLength(29);
  expect(ids.filter((id) => !merged.includes(id))).toHaveLength(34);
  for (const { into } of mergedPolice)
    expect([ids.includes(into), merged.includes(into)]).toEqual([true, false]);
});

test('the outcomes of rungs are six an obligation, four an acknowledgement, six more an extension', () => {
  const all = expected.flatMap(({ rounds }) => Object.entries(rounds));
  const owed = (wanted: (duty: string) => boolean) =>
    sum(
      all.filter(([duty]) => wanted(duty)).flatMap(([, some]) => some.map((it) => it.obligations)),
    );
  const outcomes = 6 * owed((duty) => duty !== 'ack') + 4 * owed((duty) => duty === 'ack') + 6;
  expect(outcomes).toBe(expectedRungOutcomes);
});

test('of recognition: met and not met add up, and the rate is theirs in hundredths of a percent', () => {
  for (const { registered, met, notMet, basisPoints } of expectedRecognition) {
    expect(met + notMet).toBe(registered);
    expect(registered === 0 ? basisPoints : (met * 10_000) / registered).toBe(basisPoints);
    if (registered === 0) expect(basisPoints).toBeNull();
  }
});
