import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../src/core/policy/category.ts';
import { sampleSeats } from '../../src/sample/sampleRows.ts';
import { SAMPLE_SEATS } from '../../src/sample/sampleSeats.ts';
import { sampleTable } from '../../src/sample/sampleWorkspace.ts';

describe('the sample file', () => {
  const seats = sampleSeats();

  test('holds 2,000 accounts, 1,940 of them with a seat and 88 with two', () => {
    const accounts = new Map<string, number>();
    for (const { row } of seats) accounts.set(row['User ID'], (accounts.get(row['User ID']) ?? 0) + 1);
    expect(accounts.size).toBe(2000);
    expect([...accounts.values()].filter((held) => held === 2)).toHaveLength(88);
    expect([...accounts.values()].every((held) => held <= 2)).toBe(true);
    expect(seats).toHaveLength(2028 + 60);
  });

  test('has every category at least once', () => {
    expect(new Set(seats.map((seat) => seat.category))).toEqual(new Set(CATEGORIES));
    const made = SAMPLE_SEATS.flatMap(([, ...counts]) => counts).reduce((sum, count) => sum + count, 0);
    expect(made).toBe(2028);
  });

  test('is the same every time', () => {
    expect(sampleTable()).toEqual(sampleTable());
  });

  test('uses invented addresses only', () => {
    expect(seats.every(({ row }) => row.Email.endsWith('@larkfield.example'))).toBe(true);
  });
});
