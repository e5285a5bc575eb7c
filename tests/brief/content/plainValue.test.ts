import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { plainValue } from '../../../src/brief/content/plainValue.ts';
import { formatChange, formatMoney, formatShare } from '../../../src/core/base/formatNumber.ts';
import { decimalsOf, type CurrencyCode, type MinorUnits } from '../../../src/core/base/minorUnits.ts';

test.each([
  ['1\u00a0200', ['1200', '', '']],
  ['+60', ['60', '', '']],
  ['\u22128', ['-8', '', '']],
  ['65.5\u00a0%', ['65.5', '', '%']],
  ['69.8\u00a0% – 72.0\u00a0%', ['69.8', '72.0', '%']],
  ['\u221222.0\u00a0%', ['-22.0', '', '%']],
  ['GBP\u00a01\u00a0284\u00a0000.00', ['1284000.00', '', 'GBP']],
  ['400\u00a0days', ['400', '', 'days']],
  ['not known', ['not known', '', '']],
  ['n/a', ['n/a', '', '']],
  ['do not reduce', ['do not reduce', '', '']],
] as const)('takes %j apart', (printed, [value, to, unit]) => {
  expect(plainValue(printed)).toEqual({ value, to, unit });
});

test('gives back every number that is printed', () => {
  const amount = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(amount, fc.constantFrom('GBP', 'JPY', 'KWD'), (minor, code) => {
      const currency = code as CurrencyCode;
      expect(Number(plainValue(formatChange(minor)).value) === minor).toBe(true);
      const money = plainValue(formatMoney(minor as MinorUnits, currency));
      expect(money.unit).toBe(code);
      expect(Math.round(Number(money.value) * 10 ** decimalsOf(currency)) === minor).toBe(true);
      expect(plainValue(formatShare(minor, 1000)).unit).toBe('%');
    }),
  );
});
