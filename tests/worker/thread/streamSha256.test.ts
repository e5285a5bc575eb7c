import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildStreamSha256, type StreamSha256 } from '../../../src/worker/thread/streamSha256.ts';
import { writeMixBlocks } from '../../../src/worker/thread/writeMixBlocks.ts';
import { cutInto } from './cellRows.ts';

test('is the SHA-256 of the bytes, however they are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(400), { maxLength: 6 }), (bytes, cuts) => {
      const hash = buildStreamSha256();
      for (const piece of cutInto(bytes, cuts)) hash.update(piece);
      expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
    { numRuns: 500 },
  );
});

test('every length around a block ends rightly', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = new Uint8Array(length).fill(0xa5);
    const hash = buildStreamSha256();
    hash.update(bytes);
    expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('its text is a program of its own, as the worker needs it, and rounds written in a row give the same', () => {
  const program = `return (${buildStreamSha256.toString()})(${writeMixBlocks()})`;
  const build = new Function(program) as () => StreamSha256;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(400), { maxLength: 6 }), (bytes, cuts) => {
      const hash = build();
      for (const piece of cutInto(bytes, cuts)) hash.update(piece);
      expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
    { numRuns: 200 },
  );
});
