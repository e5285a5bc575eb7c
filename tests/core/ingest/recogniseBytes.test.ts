import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseBytes } from '../../../src/core/ingest/recogniseBytes.ts';
import { buildUtf8Check } from '../../../src/core/ingest/utf8Check.ts';

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === 'number' ? [value] : [...value].map((letter) => letter.charCodeAt(0)),
    ),
  );
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) =>
      isLittle
        ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]
        : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  );

const kindOf = (head: Uint8Array, isWholeFile = true): string => {
  const recognised = recogniseBytes(head, isWholeFile);
  return recognised.ok
    ? `${recognised.value.encoding} ${recognised.value.bomBytes}`
    : recognised.failure.kind;
};

describe('files that are no delimited text [LOAD-07]', () => {
  test.each([
    ['nothing', bytes(), 'empty'],
    ['white space', bytes(' \r\n\t'), 'empty'],
    ['only a byte order mark', bytes(0xef, 0xbb, 0xbf), 'empty'],
    ['a PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), 'image'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image'],
    ['a GIF', bytes('GIF89a', 1, 0), 'image'],
    ['a BMP', bytes('BM', 70, 0, 0, 0, 0, 0, 0, 0), 'image'],
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['a PDF below blank lines', bytes('\r\n\r\n%PDF-1.7\n'), 'pdf'],
    [
      'a workbook',
      bytes('PK', 3, 4, ...Array.from({ length: 22 }, () => 0), 19, 0, 0, 0, '[Content_Types].xml'),
      'workbook',
    ],
    [
      'a zip of something else',
      bytes('PK', 3, 4, ...Array.from({ length: 22 }, () => 0), 9, 0, 0, 0, 'users.csv'),
      'archive',
    ],
    [
      'a locked workbook',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...wide('EncryptedPackage', true)),
      'lockedWorkbook',
    ],
    [
      'an old workbook',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...wide('Workbook', true)),
      'workbook',
    ],
    ['a web page', utf8('\n<!DOCTYPE html><html><table><tr><td>a'), 'webPage'],
    ['a web page with a mark', bytes(0xef, 0xbb, 0xbf, '<html><body>'), 'webPage'],
    [
      'a table saved as a workbook',
      utf8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      'webPage',
    ],
    [
      'an XML workbook',
      utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'workbook',
    ],
    [
      'random bytes',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
      'binary',
    ],
    ['an SQLite database', bytes('SQLite format 3', 0, 16, 0, 1, 1), 'dataFile'],
    ['an Access database', bytes(0, 1, 0, 0, 'Standard ACE DB', 0, 2), 'dataFile'],
    ['a Parquet file', bytes('PAR1', 0x15, 0, 0x15, 0x80), 'dataFile'],
    ['an Avro file', bytes('Obj', 1, 4, 0x16, 'avro.schema'), 'dataFile'],
    ['a gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0), 'archive'],
    ['zeros inside the first line', bytes('a,b', 0, 0, 0, 0, '2\n'), 'binary'],
    [
      'a few zeros in a row inside a long text',
      bytes('a,b\n', '1,2\n'.repeat(2_000), ...Array.from({ length: 8 }, () => 0), '3,4\n'),
      'emptyBytes',
    ],
    ['a single zero inside a long text', bytes('a,b\n', '1,2\n'.repeat(2_000), 0, '3,4\n'), 'utf-8 0'],
    ['zeros inside text', bytes('a,b\n1,', 0, 0, 0, 0, '2\n'), 'emptyBytes'],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 'a', 0, 0, 0), 'binary'],
  ])('%s', (_, head, expected) => {
    expect(kindOf(head)).toBe(expected);
  });

  test('XML without a page is told from a web page', () => {
    const refusal = (text: string) => {
      const recognised = recogniseBytes(utf8(text), true);
      return recognised.ok ? undefined : recognised.failure;
    };
    expect(refusal('<?xml version="1.0"?><unload><sys_user/></unload>')).toEqual({
      kind: 'webPage',
      isXml: true,
    });
    expect(refusal('<?xml version="1.0"?><html><table>')).toEqual({ kind: 'webPage' });
    expect(refusal('MIME-Version: 1.0\r\n')).toEqual({ kind: 'webPage' });
    expect(refusal('ID;PWXL;N;E\r\n')).toEqual({ kind: 'binary' });
  });

  test('a text that begins like a picture is text', () => {
    expect(kindOf(utf8('BMC user,licence type\nada,Fixed\n'))).toBe('utf-8 0');
    expect(kindOf(utf8('<unknown>,b\n1,2\n'))).toBe('utf-8 0');
  });
});

describe('the order of encodings [LOAD-05]', () => {
  test.each([
    ['plain ASCII', utf8('a,b\n1,2\n'), 'utf-8 0'],
    ['a UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 'a,b\n1,2\n'), 'utf-8 3'],
    ['UTF-8', utf8('name\nÁlvarez\n'), 'utf-8 0'],
    ['windows-1252', bytes('name\n', 0xc1, 'lvarez ', 0x80, '\n'), 'windows-1252 0'],
    ['a UTF-16LE mark', bytes(0xff, 0xfe, ...wide('a\tb\n', true)), 'utf-16le 2'],
    ['a UTF-16BE mark', bytes(0xfe, 0xff, ...wide('a\tb\n', false)), 'utf-16be 2'],
    ['UTF-16LE without a mark', wide('name\tlast\nada\t2026\n', true), 'utf-16le 0'],
    ['UTF-16BE without a mark', wide('name\tlast\nada\t2026\n', false), 'utf-16be 0'],
    [
      'UTF-16LE of mostly Cyrillic text without a mark',
      wide('имя,вход\r\nАда,2026-01-01\r\nБен,2026-01-01\r\n', true),
      'utf-16le 0',
    ],
  ])('%s', (_, head, expected) => {
    expect(kindOf(head)).toBe(expected);
  });

  test('a head cut inside a character is still UTF-8, wherever it is cut', () => {
    const whole = utf8('name\nŁukasz 😀 中文\n');
    for (let length = 6; length < whole.length; length++) {
      expect(kindOf(whole.subarray(0, length), false)).toBe('utf-8 0');
    }
  });

  test('a whole file whose only letter outside ASCII is its last byte is windows-1252', () => {
    expect(kindOf(bytes('name\nJos', 0xe9))).toBe('windows-1252 0');
    expect(kindOf(bytes('name\n', 0xc3, 0xa9, ' Jos', 0xc3))).toBe('utf-8 0');
  });
});

test('the running check agrees with a fatal decoder on any bytes, cut anywhere', () => {
  const nearUtf8 = fc.oneof(
    fc.string({ unit: 'grapheme' }).map(utf8),
    fc.uint8Array({ maxLength: 12 }),
    fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.nat(255))
      .map(([text, byte]) => bytes(...utf8(text), byte, ...utf8(text))),
  );
  fc.assert(
    fc.property(nearUtf8, fc.nat(20), (content, cut) => {
      const check = buildUtf8Check();
      check.push(content.subarray(0, cut));
      check.push(content.subarray(cut));
      let isStrict = true;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(content);
      } catch {
        isStrict = false;
      }
      expect(check.isValid() && check.isComplete()).toBe(isStrict);
    }),
    { numRuns: 2000 },
  );
});
