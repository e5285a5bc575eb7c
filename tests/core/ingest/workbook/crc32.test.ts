import { expect, test } from 'vitest';
import { crc32 } from '../../../../src/core/ingest/workbook/crc32.ts';
import { slowCrc } from '../../../support/zipFile.ts';

const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => (at * at * 31 + 7) & 0xff);

test('gives the published check value', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('agrees with the definition for every length and every cut', () => {
  for (let length = 0; length < 40; length++) {
    const part = bytes.subarray(0, length);
    expect(crc32(part)).toBe(slowCrc(part));
  }
  const whole = slowCrc(bytes);
  for (let cut = 0; cut <= bytes.length; cut += 13) {
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(whole);
  }
});
