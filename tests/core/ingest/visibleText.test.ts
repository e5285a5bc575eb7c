import { describe, expect, test } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { describeRowError } from '../../../src/core/ingest/describeRowError.ts';
import { visibleLines, visibleText } from '../../../src/core/ingest/visibleText.ts';

describe('a quoted text', () => {
  test('shows what would turn or hide the sentence around it [APP-12]', () => {
    expect(visibleText('Ada \u202eevil\u202c\u0000\u200b')).toBe('Ada ⟨U+202E⟩evil⟨U+202C⟩⟨U+0000⟩⟨U+200B⟩');
    expect(visibleText('مثال 中文 é')).toBe('مثال 中文 é');
  });

  test('keeps the joiners that spell a word or an emoji, and shows them anywhere else', () => {
    expect(visibleText('می\u200cخواهم क्\u200dष 👩\u200d💻 👩🏽\u200d🚀')).toBe(
      'می\u200cخواهم क्\u200dष 👩\u200d💻 👩🏽\u200d🚀',
    );
    expect(visibleText('\u200dada 1\u200c2 ada\u200c\u202e')).toBe(
      '⟨U+200D⟩ada 1⟨U+200C⟩2 ada⟨U+200C⟩⟨U+202E⟩',
    );
  });

  test('is whole where it stands alone, with its lines', () => {
    expect(visibleLines(`${'x'.repeat(90)}\nto \u202eyou`)).toBe(`${'x'.repeat(90)}\nto ⟨U+202E⟩you`);
  });

  test('shows every character that turns the direction of writing, and leaves right-to-left letters [APP-12]', () => {
    expect(visibleLines('Kept for \u202eyraM\u202c,\nby \u2066Ann\u2069 \u200f\u061c.')).toBe(
      'Kept for ⟨U+202E⟩yraM⟨U+202C⟩,\nby ⟨U+2066⟩Ann⟨U+2069⟩ ⟨U+200F⟩⟨U+061C⟩.',
    );
    const text = 'נועה כהן, می‌خواهم, 👩‍👩‍👧';
    expect(visibleLines(text)).toBe(text);
  });

  test('ends after 80 characters and never inside one', () => {
    expect(visibleText('x'.repeat(80))).toBe('x'.repeat(80));
    expect(visibleText('😀'.repeat(81))).toBe(`${'😀'.repeat(80)}…`);
  });

  test('keeps a formula string a text [APP-12]', () => {
    expect(describeRowError({ kind: 'impossibleDate', row: 1_200, column: '__proto__', text: '=1+1' })).toBe(
      "Row 1\u00a0200, __proto__: '=1+1' is not a date.",
    );
  });
});

test('identifiers meet by trimming, NFKC and lower case, and keep leading zeros [LOAD-29]', () => {
  expect(canonicalId('  Ada.Quill@Example.COM\u00a0')).toBe('ada.quill@example.com');
  expect(canonicalId('ＡＤＡ')).toBe('ada');
  expect(canonicalId('000417')).toBe('000417');
  expect(canonicalId('Zoë')).toBe(canonicalId('zoe\u0308'));
  expect(canonicalId(canonicalId('ﬁ İ Å'))).toBe(canonicalId('ﬁ İ Å'));
  const plain = 'already.canonical';
  expect(canonicalId(plain)).toBe(plain);
});
