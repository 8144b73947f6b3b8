import { assign, expected, provincialPolice, sharesOf, thanhHoaDistricts, totals } from './index';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test.each(expected.map((directive) => [directive.symbol, directive] as const))(
  'the totals of %s are the sums of its rounds',
  (symbol, { rounds }) => {
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
    }).toEqual(totals[symbol as keyof typeof totals]);
  },
);

test('every round has each of its obligations in exactly one bucket', () => {
  for (const round of expected.flatMap(({ rounds }) => Object.values(rounds).flat())) {
    expect(round.doneOnTime + round.doneLate + round.openOnTime + round.openLate).toBe(
      round.obligations,
    );
  }
});

test('the classes are expanded to 63 police forces and 27 district committees, each once', () => {
  expect(new Set(provincialPolice.map(({ id }) => id)).size).toBe(63);
  expect(new Set(thanhHoaDistricts.map(({ id }) => id)).size).toBe(27);
});

test('the same seed assigns the same conduct, another seed another', () => {
  const units = provincialPolice.map(({ id }) => id);
  const shares = sharesOf('07/CT-BCA-V28', 'report', '2014');
  const one = assign('seed', 'r', units, shares);
  expect(assign('seed', 'r', [...units].reverse(), shares)).toEqual(one);
  expect(assign('other', 'r', units, shares)).not.toEqual(one);
  expect(one.filter(({ manner }) => manner === 'never')).toHaveLength(1);
});
