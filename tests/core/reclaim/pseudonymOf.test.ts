import { describe, expect, test } from 'vitest';
import { pseudonymOf } from '../../../src/core/reclaim/pseudonymOf.ts';
import { hmacHex } from '../../builders/ledgerBench.ts';

describe('pseudonymOf', () => {
  test('is the first 40 bits in Crockford base32', () => {
    expect(pseudonymOf('a', () => '00'.repeat(32))).toBe('00000000');
    expect(pseudonymOf('a', () => 'ff'.repeat(32))).toBe('ZZZZZZZZ');
    // 0x1c = 00011100: the first five bits are 00011 = 3, the next 10000 = 16 = G.
    expect(pseudonymOf('a', () => '1c0000000000'.padEnd(64, '0'))).toBe('3G000000');
  });

  test('is stable and differs between accounts', () => {
    expect(pseudonymOf('anna@x.example', hmacHex)).toBe(pseudonymOf('anna@x.example', hmacHex));
    expect(pseudonymOf('anna@x.example', hmacHex)).not.toBe(pseudonymOf('ben@x.example', hmacHex));
    expect(pseudonymOf('anna@x.example', hmacHex)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });
});
