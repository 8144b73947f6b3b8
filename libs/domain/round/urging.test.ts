/** Rules of urging letters, urging by telephone, and explanations. */
import { clerkOf, explains, given, issuesLetter, opens, submits, telephones } from './testing';

const AFTER_LETTER = '2018-12-19T02:00:00.000Z';
const AFTER_ALL = '2018-12-28T01:00:00.000Z';

test('a rung that is an official letter makes a draft with number and signer open', () => {
  const round = given(opens()).until(AFTER_LETTER);
  expect(round.state.letters).toEqual({
    'letter-1': {
      id: 'letter-1',
      rung: 's0/T+1',
      draftedAt: '2018-12-19T01:00:00.000Z',
      units: ['nga-son', 'tinh-gia', 'sam-son'],
      issued: null,
    },
  });
});

test('no draft is made when the letter would reach nobody', () => {
  const units = [{ unit: 'nga-son', superior: null }];
  const round = given(opens({ units }), submits('nga-son')).until(AFTER_LETTER);
  expect(round.state.letters).toEqual({});
});

test('a person issues the letter with number, date and signer, to those still unfinished', () => {
  const round = given(opens())
    .until(AFTER_LETTER)
    .when(submits('nga-son', { at: AFTER_LETTER }))
    .when(issuesLetter('letter-1', { at: AFTER_LETTER }));
  expect(round.last('UrgingLetterIssued')).toMatchObject({
    number: '345/CAT-PV28',
    units: ['tinh-gia', 'sam-son'],
  });
  const again = round.when(issuesLetter('letter-1', { at: AFTER_LETTER }));
  expect(again.refusal?.code).toBe('letter.already-issued');
});

test('a letter needs a draft, a number, a signer and whoever may sign it', () => {
  const round = given(opens()).until(AFTER_LETTER);
  const at = AFTER_LETTER;
  expect(round.when(issuesLetter('letter-2', { at })).refusal?.code).toBe('letter.unknown');
  expect(round.when(issuesLetter('constructor', { at })).refusal?.code).toBe('letter.unknown');
  expect(round.when(issuesLetter('letter-1', { at, number: ' ', signer: '' })).refusal).toEqual({
    code: 'letter.incomplete',
    params: { letter: 'letter-1', missing: ['number', 'signer'] },
  });
  const channel = issuesLetter('letter-1', { at, by: clerkOf('pv28') });
  expect(round.when(channel).refusal?.code).toBe('actor.not-entitled');
});

test('a letter that would reach nobody any more is not issued', () => {
  const units = [{ unit: 'nga-son', superior: null }];
  const round = given(opens({ units }))
    .until(AFTER_LETTER)
    .when(submits('nga-son', { at: AFTER_LETTER }));
  expect(round.when(issuesLetter('letter-1', { at: AFTER_LETTER })).refusal?.code).toBe(
    'letter.nobody-unfinished',
  );
});

test('urging by telephone is on record with whom and what', () => {
  const round = given(opens()).when(telephones('nga-son'));
  expect(round.last('TelephoneUrgingRecorded')).toMatchObject({ spokenTo: 'Chánh văn phòng' });
  expect(given(opens()).when(telephones('nga-son', { note: '' })).refusal?.code).toBe(
    'urging.incomplete',
  );
});

test('an explanation is given once, after a rung has asked for it', () => {
  const at = AFTER_ALL;
  expect(given(opens()).when(explains('nga-son')).refusal?.code).toBe('explanation.not-asked');
  const asked = given(opens()).until(at);
  expect(asked.unit('nga-son').explanationAskedAt).toBe('2018-12-27T01:00:00.000Z');
  expect(asked.when(explains('nga-son', { at, text: '' })).refusal?.code).toBe('explanation.empty');
  const given1 = asked.when(explains('nga-son', { at }));
  expect(given1.caused).toEqual(['ExplanationGiven']);
  expect(given1.when(explains('nga-son', { at })).refusal?.code).toBe('explanation.already-given');
});
