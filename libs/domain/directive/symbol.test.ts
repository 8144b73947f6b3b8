/** Symbols as they are written in the five documents and by those who cite them. */
import {
  identityOf,
  matchInstrument,
  normaliseSymbol,
  parseSymbol,
  patternOf,
  sameSymbol,
  writeSymbol,
} from './symbol';

describe('one symbol in several writings', () => {
  test.each([
    ['23/2012/TT-BCA', '23/2012/TT-BCA-V28'],
    ['09-CT/T.U', '09-CT/TU'],
    ['48-CT/T.Ư', '48-CT/TW'],
    ['48-CT/TƯ', '48-CT/TW'],
    ['28/NQ/TW', '28-NQ/TW'],
    ['7/CT-BCA-V28', 'Chỉ thị số 07/CT-BCA-V28'],
    ['số 07/CT-BCA-V28', '07 / CT - BCA - V28'],
    ['Số: 04/CT-UBND', '04/ct-ubnd'],
    ['07/CT–BCA–V28', '07/CT-BCA-V28'],
    ['521/QĐ-TTg', '521/QÐ-TTg'],
    ['521/QĐ-TTg'.normalize('NFD'), 'Quyết định 521/QĐ-TTg'],
    ['CHỈ THỊ SỐ 07/CT-BCA', '07/CT-BCA-V28'],
  ])('%s = %s', (a, b) => {
    expect(sameSymbol(a, b)).toBe(true);
    expect(normaliseSymbol(a)).toBe(normaliseSymbol(b));
  });

  test.each([
    ['07/CT-BCA-V28', '07/CT-BCA-V05'],
    ['04/CT-UBND', '05/CT-UBND'],
    ['09-CT/TU', '09-CT/TW'],
    ['23/2012/TT-BCA', '23/2013/TT-BCA'],
    ['07/CT-BCA', '07/QĐ-BCA'],
    ['07/CT-BCA', '07-CT/BCA'],
    ['Chỉ thị 07', '07/CT-BCA-V28'],
  ])('%s is not %s', (a, b) => {
    expect(sameSymbol(a, b)).toBe(false);
  });
});

describe('reading', () => {
  test('gives the parts by the grammar of the state or of the Party', () => {
    expect(parseSymbol('23/2012/TT-BCA-V28')).toEqual({
      kind: 'symbol',
      grammar: 'state',
      number: 23,
      year: 2012,
      type: 'TT',
      issuer: 'BCA',
      unit: 'V28',
      written: '23/2012/TT-BCA-V28',
      contradicts: null,
    });
    expect(parseSymbol('09-CT/T.Ư')).toMatchObject({ grammar: 'party', written: '09-CT/TW' });
    expect(parseSymbol('4070/KH-BCĐ')).toMatchObject({ number: 4070, type: 'KH', issuer: 'BCĐ' });
  });

  test('warns of a type that contradicts the symbol, and does not choose', () => {
    expect(parseSymbol('Quyết định số 07/CT-BCA')).toMatchObject({ type: 'CT', contradicts: 'QĐ' });
  });

  test.each([['Chỉ thị 07'], ['CT07'], ['CT 07'], ['chỉ thị số 7']])(
    '%s is a short form',
    (text) => {
      expect(parseSymbol(text)).toEqual({ kind: 'short', number: 7, type: 'CT' });
    },
  );

  test.each([['83/KH-UBND82/KH-UBND'], [''], ['chỉ thị'], ['07/CT'], ['CT-UBND'], ['x'.repeat(9)]])(
    '%s is not read at all',
    (text) => expect(parseSymbol(text)).toMatchObject({ kind: 'unreadable' }),
  );
});

describe('04/CT-UBND, which occurs twice', () => {
  const thanhHoa = { symbol: '04/CT-UBND', issuer: 'ubnd-thanh-hoa', date: '2018-04-02' };
  const hauGiang = { symbol: '04/CT-UBND', issuer: 'ubnd-hau-giang', date: '2021-03-18' };
  const known = [
    thanhHoa,
    hauGiang,
    { symbol: '07/CT-BCA-V28', issuer: 'bca', date: '2014-08-15' },
  ];

  test('alone names no instrument and is answered with candidates', () => {
    expect(identityOf({ symbol: '04/CT-UBND' })).toBeNull();
    expect(matchInstrument({ symbol: '04/CT-UBND' }, known)).toEqual({
      kind: 'candidates',
      candidates: [thanhHoa, hauGiang],
    });
  });

  test('is one instrument with its issuer, or with its date', () => {
    for (const more of [{ issuer: 'ubnd-hau-giang' }, { date: '2021-03-18' }]) {
      const reference = { symbol: 'số 04/CT-UBND', ...more };
      expect(matchInstrument(reference, known)).toEqual({ kind: 'one', match: hauGiang });
    }
  });

  test('a short form gives candidates even when only one fits', () => {
    expect(matchInstrument({ symbol: 'CT07' }, known)).toMatchObject({ kind: 'candidates' });
    expect(matchInstrument({ symbol: 'Chỉ thị 99' }, known)).toEqual({ kind: 'none' });
  });
});

test('a number is written with two digits at least, and a pattern is read back from a symbol', () => {
  expect(writeSymbol('{n}/CT-UBND', 4)).toBe('04/CT-UBND');
  expect(writeSymbol('{n}/KH-BCĐ', 4070)).toBe('4070/KH-BCĐ');
  expect(patternOf('07/CT-BCA-V28')).toBe('{n}/CT-BCA-V28');
  expect(patternOf('09-CT/T.U')).toBe('{n}-CT/TU');
  expect(patternOf('CT07')).toBeNull();
});
