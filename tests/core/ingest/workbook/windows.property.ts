import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartProgress, PartReader } from '../../../../src/core/ingest/workbook/partReader.ts';
import { SharedTextsReader } from '../../../../src/core/ingest/workbook/sharedTexts.ts';
import { SheetReader } from '../../../../src/core/ingest/workbook/sheetReader.ts';
import type { CellContext } from '../../../../src/core/ingest/workbook/sheetRows.ts';
import { WORKBOOK_LIMITS } from '../../../../src/core/ingest/workbook/workbookLimits.ts';
import { XmlScanner } from '../../../../src/core/ingest/workbook/xmlScanner.ts';
import { decodeUtf8 } from '../../../../src/worker/thread/workbook/decodeUtf8.ts';

const encoder = new TextEncoder();

/** Reads bytes in windows that end at the given cuts, as they come from a stream. */
function readCut(
  reader: PartReader,
  bytes: Uint8Array,
  cuts: readonly number[],
  onStep: () => void,
): PartProgress {
  const scanner = new XmlScanner();
  let from = 0;
  for (const end of [...cuts, bytes.length]) {
    const window = bytes.slice(from, end);
    scanner.feed(window, 0, window.length, end === bytes.length);
    for (;;) {
      const progress = reader.read(scanner);
      onStep();
      if (progress === 'pause') continue;
      if (progress !== 'more') return progress;
      break;
    }
    from += scanner.at;
  }
  return 'more';
}

const SHARED =
  '\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- a > b --><sst count="3"><si><t xml:space="preserve"> Zoë &amp; 東京 😀</t></si>' +
  '<si><r><rPr><b/></rPr><t>a_x000D_</t></r><r><t>\r\n<![CDATA[<x>&]]>&#x1F600;</t></r><rPh sb="0"><t>no</t></rPh></si><si/></sst>';
const SHEET =
  '<x:worksheet xmlns:x="m"><x:dimension ref="A1:C3"/><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c>' +
  '<x:c r="C2" t=\'s\'><x:f>A1&gt;1</x:f><x:v>1</x:v></x:c></x:row><x:row r="7"><x:c r="B7" s="1"><x:v>46108.5</x:v></x:c>' +
  '<x:c t="inlineStr"><x:is><x:t>Ünï</x:t><!--c--></x:is></x:c></x:row></x:sheetData><x:pageSetup a="/>"/></x:worksheet>';

function readBoth(cutsOfShared: readonly number[], cutsOfSheet: readonly number[]): unknown {
  const shared = new SharedTextsReader('shared', WORKBOOK_LIMITS);
  const first = readCut(shared, encoder.encode(SHARED), cutsOfShared, () => undefined);
  const context: CellContext = {
    texts: shared.texts,
    formats: [0, 2],
    is1904: false,
    limits: WORKBOOK_LIMITS,
    decode: decodeUtf8,
    spent: { letters: 0 },
  };
  const sheet = new SheetReader('sheet', 'Sheet', context);
  const rows: unknown[] = [];
  const second = readCut(sheet, encoder.encode(SHEET), cutsOfSheet, () => {
    const batch = sheet.take();
    if (batch && 'rows' in batch) {
      batch.rows.forEach((cells, at) => rows.push([batch.fileRows[at], cells, batch.dateCells[at]]));
    }
  });
  return [first, second, rows];
}

const EXPECTED = [
  'end',
  'end',
  [
    [2, [' Zoë & 東京 😀', '', 'a\r\n<x>&😀'], []],
    [7, ['', '2026-03-27 12:00:00', 'Ünï'], [1]],
  ],
];

const sharedBytes = encoder.encode(SHARED).length;
const sheetBytes = encoder.encode(SHEET).length;

test('a cut at any byte gives the same rows', () => {
  expect(readBoth([], [])).toEqual(EXPECTED);
  for (let cut = 0; cut <= sharedBytes; cut++) expect(readBoth([cut], [])).toEqual(EXPECTED);
  for (let cut = 0; cut <= sheetBytes; cut++) expect(readBoth([], [cut])).toEqual(EXPECTED);
});

test('any windows give the same rows', () => {
  const cuts = (length: number): fc.Arbitrary<number[]> =>
    fc
      .array(fc.integer({ min: 0, max: length }), { maxLength: 40 })
      .map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(cuts(sharedBytes), cuts(sheetBytes), (shared, sheet) => {
      expect(readBoth(shared, sheet)).toEqual(EXPECTED);
    }),
    { numRuns: 500 },
  );
});

test('no bytes at all make a reader throw or go on for ever', () => {
  const token = fc.oneof(
    fc.constantFrom(
      '<worksheet>',
      '</worksheet>',
      '<sheetData>',
      '</sheetData>',
      '<row r="1">',
      '<row>',
      '</row>',
      '<c r="A1">',
    ),
    fc.constantFrom(
      '<c t="s">',
      '<c t="inlineStr">',
      '</c>',
      '<v>',
      '</v>',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      '<f/>',
      '<!--',
      '-->',
    ),
    fc.constantFrom(
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE a>',
      '&amp;',
      '&#0;',
      '&x;',
      '1',
      '-1',
      '"',
      "'",
      '<',
      '>',
      '/',
      '\u0000',
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), fc.integer({ min: 0, max: 60 }), (parts, cut) => {
      const bytes = encoder.encode(parts.join(''));
      const context = {
        texts: new SharedTextsReader('s', WORKBOOK_LIMITS).texts,
        formats: [],
        is1904: false,
      };
      const reader = new SheetReader('p', 's', {
        ...context,
        limits: WORKBOOK_LIMITS,
        decode: decodeUtf8,
        spent: { letters: 0 },
      });
      const ended = readCut(reader, bytes, [Math.min(cut, bytes.length)], () => void reader.take());
      expect(ended === 'end' || typeof ended === 'object').toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
