import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinFurtherText, readHoldings, saysNone } from '../../../src/core/ingest/furtherText.ts';

describe('two texts of one account', () => {
  test.each([
    ['Net', 'Tax', 'Net; Tax'],
    ['Net; Tax', 'Tax', 'Net; Tax'],
    ['Net', 'Net, Tax', 'Net, Tax'],
    ['Quill, Ada', 'Orr, Ben', 'Quill, Ada; Orr, Ben'],
    ['none', 'Net', 'Net'],
    ['Net', 'none', 'Net'],
    ['No', 'Yes', 'Yes'],
    ['2', '10', '10'],
    ['10', '2', '10'],
    ['', 'Net', 'Net'],
    ['Net', '', 'Net'],
  ])('of queues %j and %j become %j', (kept, next, joined) => {
    expect(joinFurtherText('queues', kept, next)).toBe(joined);
  });

  test('of a segment the first stays', () => {
    expect(joinFurtherText('project', 'Atlas', 'Borealis')).toBe('Atlas');
    expect(joinFurtherText('project', '', 'Borealis')).toBe('Borealis');
  });

  test('what was read again changes nothing, and a long text takes up no more', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 200 }), (names) => {
        const join = (kept: string, next: string): string => joinFurtherText('scheduledJobs', kept, next);
        const joined = names.reduce(join, '');
        expect(names.slice(0, 20).reduce(join, joined)).toBe(joined);
        expect(joined.length).toBeLessThan(520);
      }),
    );
  });
});

describe('what an account owns', () => {
  test.each(['', 'No', 'false', '0', '-', 'none', 'N/A', 'Nein'])('%j says that there is nothing', (text) => {
    expect(saysNone(text)).toBe(true);
    expect(readHoldings(text)).toBeUndefined();
  });

  test.each([
    ['3', 3, []],
    ['Yes', undefined, []],
    ['Net; Tax', undefined, ['Net', 'Tax']],
    ['Net, Tax', undefined, ['Net', 'Tax']],
    ['Quill, Ada; Orr, Ben', undefined, ['Quill, Ada', 'Orr, Ben']],
  ])('%j is read', (text, count, names) => {
    expect(readHoldings(text)).toEqual({ count, names });
  });
});
