import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import { PRINTABLE_RANGES } from '../../../src/brief/pdf/printableRanges.ts';
import { isPrintable, toPrintable, unprintableCharacters } from '../../../src/brief/pdf/printableText.ts';
import { unprintableText } from '../../../src/brief/pdf/unprintableText.ts';
import { EXAMPLE_INPUT, sha256 } from '../content/exampleInput.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Code points of a TrueType file's Unicode map (format 4). */
function codesOf(fileName: string): readonly number[] {
  const file = readFileSync(new URL(`../../../src/brief/pdf/fonts/${fileName}`, import.meta.url));
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const at = tables.find((entry) => file.toString('latin1', entry, entry + 4) === 'cmap');
  if (at === undefined) throw new Error('no cmap');
  const cmap = file.readUInt32BE(at + 8);
  const map = cmap + file.readUInt32BE(cmap + 8);
  if (file.readUInt16BE(map) !== 4) throw new Error('not format 4');
  const double = file.readUInt16BE(map + 6);
  const codes: number[] = [];
  for (let segment = 0; segment < double; segment += 2) {
    const last = file.readUInt16BE(map + 14 + segment);
    const first = file.readUInt16BE(map + 16 + double + segment);
    for (let code = first; code <= last && code !== 0xffff; code += 1) codes.push(code);
  }
  return codes;
}

test.each(['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'])('lists the characters of %s exactly', (fileName) => {
  const listed = PRINTABLE_RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  expect(codesOf(fileName)).toEqual(listed);
});

test('reports text outside the font before export, with its codes, each text once [BRIEF-07]', () => {
  const content = buildBriefContent(
    {
      ...EXAMPLE_INPUT,
      client: { ...EXAMPLE_INPUT.client, name: '山田商事 Łódź' },
      definition: 'Signed\u200b in 🙂',
    },
    sha256,
  );
  expect(unprintableText(content)).toEqual([
    {
      text: '山田商事 Łódź',
      characters: ['山', '田', '商', '事'],
      codes: ['[U+5C71]', '[U+7530]', '[U+5546]', '[U+4E8B]'],
    },
    { text: 'Signed\u200b in 🙂', characters: ['\u200b', '🙂'], codes: ['[U+200B]', '[U+1F642]'] },
  ]);
  expect(unprintableText(buildBriefContent(EXAMPLE_INPUT, sha256))).toEqual([]);
});

test('makes right-to-left overrides and other hidden controls visible', () => {
  for (const control of ['\u202e', '\u202a', '\u2066', '\u200f', '\u00ad', '\ufeff', '\u0000', '\ud800']) {
    expect(toPrintable(`a${control}b`)).toMatch(/^a\[U\+[0-9A-F]{4}\]b$/);
  }
  expect(toPrintable('a\tb\nc')).toBe('a b c');
});

test('cuts a text of 32 000 characters visibly', () => {
  const cut = toPrintable('é'.repeat(32_000));
  expect(cut.endsWith('… (32000 characters)')).toBe(true);
  expect(cut.length).toBeLessThan(1600);
});

test('leaves nothing behind that the font cannot draw, and names what it replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const drawn = toPrintable(text);
      expect([...drawn].every((character) => isPrintable(character.codePointAt(0) ?? 0))).toBe(true);
      expect(unprintableCharacters(drawn)).toEqual([]);
      expect(drawn.includes('[U+')).toBe(unprintableCharacters(text).length > 0 || text.includes('[U+'));
    }),
  );
});
