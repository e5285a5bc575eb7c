import { expect, test } from 'vitest';
import { moneySection } from '../../../src/brief/content/moneySection.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { EXAMPLE_INPUT } from './exampleInput.ts';

const amount = (value: number | undefined) => value as MinorUnits | undefined;
const value = (attested: number | undefined, verified: number | undefined) => ({
  attested: amount(attested),
  verified: amount(verified),
  all: amount(attested === undefined || verified === undefined ? undefined : attested + verified),
});

test('prints reclaimed capacity attested and verified apart, and what is not known as such', () => {
  const currency = 'GBP' as CurrencyCode;
  const runRate = [
    { currency, gross: amount(180_000), net: value(60_000, 0), yearToDate: value(14_959, undefined) },
  ];
  const text = JSON.stringify(moneySection({ ...EXAMPLE_INPUT, runRate })).replaceAll('\u00a0', ' ');
  for (const [id, printed] of [
    ['F-093/verified/GBP', 'GBP 0.00'],
    ['F-093/attested/GBP', 'GBP 600.00'],
    ['F-093/GBP', 'GBP 600.00'],
    ['F-093/year to date/attested/GBP', 'GBP 149.59'],
    ['F-093/year to date/verified/GBP', 'not known'],
    ['F-093/year to date/GBP', 'not known'],
  ]) {
    expect(text).toContain(`{"id":"${id}","text":"${printed}"`);
  }
  expect(text).toContain('from the start of the fiscal year on 1 Jan 2026, to 30 Jun 2026');
});
