import { describe, expect, test } from 'vitest';
import { nameSeats } from '../../../src/ui/review/nameSeats.ts';

const seat = (at: number, name: string, licenceType: string, accountId = `a${at}`) => ({
  seat: at,
  name,
  licenceType,
  accountId,
});

describe('what the controls of a seat are called', () => {
  test('a name alone where it stands once', () => {
    expect([...nameSeats([seat(1, 'Ann', 'A'), seat(2, 'Ben', 'A')]).values()]).toEqual(['Ann', 'Ben']);
  });

  test('licence type, then account, only where they are needed', () => {
    const called = nameSeats([
      seat(1, 'Ann', 'A', 'ann1'),
      seat(2, 'Ann', 'B', 'ann1'),
      seat(3, 'Ben', 'A', 'ben1'),
      seat(4, 'Ben', 'A', 'ben2'),
      seat(5, 'Cy', 'A'),
    ]);
    expect([...called].toSorted(([a], [b]) => a - b).map(([, name]) => name)).toEqual([
      'Ann, A',
      'Ann, B',
      'Ben, A, ben1',
      'Ben, A, ben2',
      'Cy',
    ]);
  });

  test('a character that turns the direction of writing is shown by its code', () => {
    expect(nameSeats([seat(1, 'Ann\u202Exe', 'A')]).get(1)).toBe('Ann\u27E8U+202E\u27E9xe');
  });
});
