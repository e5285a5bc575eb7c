import { expect, test } from 'vitest';
import { answerAfterEdit } from '../../../src/core/contract/answerAfterEdit.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const first = contractLine({ id: 'a', termStart: '2025-01-01', termEnd: '2026-12-31' });
const second = contractLine({
  id: 'b',
  termStart: '2026-01-01',
  termEnd: '2027-12-31',
  overlap: 'additional',
});
const earliest = contractLine({ id: 'c', termStart: '2023-01-01', termEnd: '2025-06-30' });

test('keeps the answer while the line overlaps with the same earlier lines', () => {
  expect(answerAfterEdit([first, second], { ...second, committedQuantity: 7 })).toBe('additional');
  expect(answerAfterEdit([first, second], { ...second, termStart: day('2026-06-01') })).toBe('additional');
});

test('asks again when the line meets another line, another licence type or none [CONTRACT-04]', () => {
  const ended = { ...earliest, termEnd: day('2025-12-31') };
  const moved = { ...second, termStart: day('2025-07-01') };
  expect(answerAfterEdit([ended, first, second], moved)).toBeUndefined();
  expect(answerAfterEdit([first, second], { ...second, licenceType: 'Approver' })).toBeUndefined();
  expect(answerAfterEdit([first, second], { ...second, termStart: day('2027-01-01') })).toBeUndefined();
});

test('a new line has no answer, whatever it brings', () => {
  expect(answerAfterEdit([first], second)).toBeUndefined();
});
