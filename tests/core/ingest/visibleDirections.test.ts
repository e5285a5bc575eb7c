import { expect, test } from 'vitest';
import { visibleDirections } from '../../../src/core/ingest/visibleDirections.ts';

test('characters that turn the direction of writing are shown by their code, the rest of a sentence stays', () => {
  expect(visibleDirections('Kept for \u202eyraM\u202c,\nby \u2066Ann\u2069 \u200f\u061c.')).toBe(
    'Kept for ⟨U+202E⟩yraM⟨U+202C⟩,\nby ⟨U+2066⟩Ann⟨U+2069⟩ ⟨U+200F⟩⟨U+061C⟩.',
  );
});

test('right-to-left letters and joined emoji are left as they are', () => {
  const text = 'נועה כהן, می‌خواهم, 👩‍👩‍👧';
  expect(visibleDirections(text)).toBe(text);
});
