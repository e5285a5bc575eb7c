import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionParts } from '../../../src/ui/define/definitionParts.ts';

const PARAGRAPH =
  'A seat is inactive when its account has done none of: resolve, assign, update, approve, for 90 days up to 30 June 2026. ' +
  'Signing in does not count as work. Seats held for less than 90 days that have not been used yet are left alone. ' +
  'We look back 400 days for quarterly, seasonal and on-call patterns; a seat idle 90 to 179 days whose pattern cannot be tested waits for a person.';

describe('the editable parts of the definition', () => {
  test('are the actions, the window, the sign-in rule, the look-back and the borderline limit', () => {
    const parts = definitionParts(PARAGRAPH, ['resolve', 'assign', 'update', 'approve']);
    expect(
      parts.filter((part) => part.control !== undefined).map((part) => [part.text, part.control]),
    ).toEqual([
      ['resolve', { action: 'resolve' }],
      ['assign', { action: 'assign' }],
      ['update', { action: 'update' }],
      ['approve', { action: 'approve' }],
      ['90', 'window'],
      ['does not count', 'signIn'],
      ['90', 'window'],
      ['400', 'lookBack'],
      ['179', 'borderline'],
    ]);
  });

  test('leave every letter of the paragraph in its place [DEFINE-13]', () => {
    const together = (paragraph: string, actions: readonly string[]): string =>
      definitionParts(paragraph, actions)
        .map((part) => part.text)
        .join('');
    expect(together(PARAGRAPH, ['assign', 'resolve'])).toBe(PARAGRAPH);
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, actions) => {
        expect(together(`done none of: ${text} for 90 days up to now`, actions)).toBe(
          `done none of: ${text} for 90 days up to now`,
        );
      }),
    );
  });

  test('an action that is part of a longer word is not taken for it', () => {
    const parts = definitionParts('has done none of: last update, update, for 60 days up to now.', [
      'update',
    ]);
    expect(parts.filter((part) => part.control !== undefined).map((part) => part.text)).toEqual([
      'update',
      '60',
    ]);
  });
});
