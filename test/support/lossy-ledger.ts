/** The played ledger after a restore that lost entries, which an operator accepted. */
import type { Loss } from '../../libs/domain';
import { SYSTEM } from '../../libs/domain/testing/scene';
import type { MemoryLedger } from './memory-evidence';
import { playedBook, playedLedger } from './played-entries';

export const LOSS: Loss = {
  ...{ last: 58, missing: 3, compared: 30, operator: 'quan-tri-1', reason: 'hỏng đĩa, sao lưu cũ' },
};

export function lossyLedger(...losses: readonly Loss[]): MemoryLedger {
  const book = playedBook();
  for (const data of losses) {
    book.ask({
      ...{ stream: 'losses', type: 'RecordLoss', data, by: SYSTEM },
      at: '2014-09-01T02:00:00.000Z',
    });
  }
  return playedLedger(book);
}
