import { describe, expect, test } from 'vitest';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { moneyRows } from '../../../src/ui/position/moneyRows.ts';
import { rateRows } from '../../../src/ui/position/rateWords.ts';
import {
  drawnSteps,
  waterfallBars,
  waterfallLabel,
  waterfallNotes,
  waterfallSentence,
} from '../../../src/ui/position/waterfallWords.ts';
import {
  EXAMPLE_COMMITMENT,
  EXAMPLE_MONEY,
  EXAMPLE_POSITION,
  EXAMPLE_POSITION_VIEW,
} from '../../support/examplePosition.ts';

/** Texts with plain spaces, so that expectations can be read. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const terms = { bufferBasisPoints: 500, lotSize: 10 };

describe('the rates', () => {
  test('three rates, each with its denominator', () => {
    expect(
      rateRows(EXAMPLE_POSITION).map(({ rate, seats, share }) => plain(`${rate}: ${seats}, ${share}`)),
    ).toEqual([
      'Allocation rate: 940 assigned of 1 000 entitled, 94.0 %',
      'Activity rate: 655 in use of 910 assigned to people, 72.0 %',
      'Effective utilisation: 655 in use of 1 000 entitled, 65.5 %',
    ]);
  });

  test('a rate prints the range that unknown seats allow', () => {
    const activityRate = { part: 635, whole: 910, least: 635, most: 655, rangeWhole: 910 };
    const [, activity] = rateRows({ ...EXAMPLE_POSITION, activityRate });
    expect(plain(activity?.share ?? '')).toBe('69.8 % – 72.0 %');
  });
});

describe('the waterfall', () => {
  test('bars hang from the level that the one before reached', () => {
    expect(waterfallBars(EXAMPLE_COMMITMENT.waterfall)).toEqual([
      [0, 1000],
      [940, 1000],
      [722, 940],
      [722, 734],
      [734, 771],
      [771, 780],
      [0, 780],
    ]);
  });

  test('says the same in words', () => {
    expect(plain(waterfallSentence(EXAMPLE_COMMITMENT.waterfall, terms))).toBe(
      'Current 1 000, Unassigned −60, Candidates −218, Net growth +12, Buffer 5 % +37, Lots of 10 +9, Proposed 780.',
    );
  });

  test('gives a step of zero a word instead of a bar, and says why over-assigned seats are added', () => {
    const steps = [
      { step: 'current', seats: 400 },
      { step: 'unassigned', seats: 0 },
      { step: 'overAssigned', seats: 30 },
      { step: 'netGrowth', seats: 0 },
      { step: 'lotRounding', seats: 0 },
      { step: 'proposed', seats: 430 },
    ] as const;
    expect(drawnSteps(steps).map(({ step }) => step)).toEqual(['current', 'overAssigned', 'proposed']);
    expect(waterfallNotes(steps, { ...terms, lotSize: undefined })).toEqual([
      'Over-assigned: 30 seats are assigned beyond what was bought, so they are added before the candidates are taken off.',
      'Unassigned, net growth and lot rounding: no change.',
    ]);
    expect(waterfallNotes(EXAMPLE_COMMITMENT.waterfall, terms)).toEqual([]);
  });

  test('names no lot size where lines differ', () => {
    expect(waterfallLabel({ step: 'lotRounding', seats: 3 }, { ...terms, lotSize: undefined })).toBe(
      'Lot rounding',
    );
  });
});

describe('the money', () => {
  const { money, lines } = EXAMPLE_POSITION_VIEW;

  test('prints the running example, hard saving and avoidance as parts of the difference', () => {
    const [total] = money;
    expect(total).toBeDefined();
    const rows = moneyRows(total ?? EXAMPLE_MONEY, lines).map((row) =>
      plain(
        [row.label, row.today, row.doNothing, row.proposed, row.amount]
          .filter((cell) => cell !== '')
          .join(' | '),
      ),
    );
    expect(rows).toEqual([
      '1 000 → 780 seats at 1 200.00, uplift 7 % | 1 200 000.00 | 1 284 000.00 | 1 001 520.00 | 282 480.00',
      'of which hard saving, below today’s spend | 198 480.00',
      'of which cost avoidance | 84 000.00',
      'Difference over three years, compounding | 908 144.95',
      'Quantity effect at today’s price, 220 reducible seats | 264 000.00',
      'Exposure: all flagged seats at today’s price | 276 000.00',
      'Cash saving inside this term | 0.00',
    ]);
  });

  test('a licence type that must grow is named apart from the reducible seats, since the amount takes it off', () => {
    const [line] = lines;
    if (!line) throw new Error('the example has a line');
    const grown = { ...line, commitment: { ...line.commitment, reduction: -30 } };
    const rows = moneyRows(EXAMPLE_MONEY, [line, grown]).map(({ label }) => plain(label));
    expect(rows).toContain('Quantity effect at today’s price, 220 reducible seats, 30 more needed');
  });

  test('what is not known prints so, never as 0', () => {
    const unpriced = {
      ...EXAMPLE_MONEY,
      unitPriceAYear: undefined,
      difference: undefined,
      hardSaving: undefined,
    };
    const [line] = lines;
    const rows = moneyRows(unpriced, line ? [{ ...line, money: unpriced }] : []);
    expect(rows[0]).toMatchObject({ amount: 'not known' });
    expect(rows[0]?.label).toContain('price not known');
    expect(rows[1]?.amount).toBe('not known');
  });

  test('a line of another currency is in no row of this one', () => {
    const [line] = lines;
    if (!line) throw new Error('the example has a line');
    const euro = {
      ...line,
      licenceType: 'Approver',
      money: { ...EXAMPLE_MONEY, currency: 'EUR' as CurrencyCode },
    };
    const rows = moneyRows(EXAMPLE_MONEY, [line, euro]);
    expect(rows.filter(({ kind }) => kind === 'line').map(({ key }) => key)).toEqual(['GBP Fulfiller']);
  });

  test('whole amounts stand without decimals when every amount of the currency is whole', () => {
    const whole = { ...EXAMPLE_MONEY, threeYears: 90_814_500 as MinorUnits };
    const [line] = lines;
    const rows = moneyRows(whole, line ? [{ ...line, money: whole }] : []);
    expect(plain(rows[0]?.amount ?? '')).toBe('282 480');
  });
});
