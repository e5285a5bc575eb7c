import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../src/core/ingest/importPlan.ts';
import { decodeFile, hashFile, pastedFile, type ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { byteFile, cutAt, utf16, utf8 } from './byteFile.ts';

const LIVE = new AbortController().signal;

async function decode(file: ByteSource, encoding: Encoding): Promise<{ text: string; broken: boolean }> {
  let text = '';
  let broken = false;
  for await (const piece of decodeFile(file, encoding, LIVE)) {
    expect(broken).toBe(false);
    text += piece.text;
    broken = piece.broken;
  }
  return { text, broken };
}

const TEXT = 'user,name\r\n1,"Łukasz Żółć"\r\n2,😀 李\ufeff\r\n3,€–’';
const FILES: readonly {
  readonly name: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
  readonly text: string;
}[] = [
  { name: 'UTF-8', encoding: 'utf-8', bytes: utf8(TEXT), text: TEXT },
  { name: 'UTF-8 with a mark', encoding: 'utf-8', bytes: utf8(`\ufeff${TEXT}`), text: TEXT },
  { name: 'UTF-16LE with a mark', encoding: 'utf-16le', bytes: utf16(TEXT, 'le'), text: TEXT },
  { name: 'UTF-16BE without a mark', encoding: 'utf-16be', bytes: utf16(TEXT, 'be', false), text: TEXT },
  {
    name: 'windows-1252',
    encoding: 'windows-1252',
    bytes: Uint8Array.from([0x4d, 0xfc, 0x6c, 0x80, 0x93, 0x94, 0x92, 0x96, 0x8e, 0x9f, 0x81, 0xff]),
    text: 'Mül€“”’–ŽŸ\u0081ÿ',
  },
];

describe('cut at every byte', () => {
  for (const { name, encoding, bytes, text } of FILES) {
    test(`${name} gives the same text [LOAD-05]`, async () => {
      const whole = { text, broken: false };
      for (let at = 0; at <= bytes.length; at += 1) {
        expect(await decode(byteFile(cutAt(bytes, at)), encoding)).toEqual(whole);
      }
      expect(await decode(byteFile([...bytes].map((byte) => Uint8Array.of(byte))), encoding)).toEqual(whole);
    });
  }
});

describe('broken bytes are reported, never replaced', () => {
  const valid = 'a,b\n1,é\n2,';
  test.each([
    ['a lone byte', [0xff, 0x41]],
    ['an overlong form', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character that never ends', [0xf0, 0x9f, 0x98]],
    ['a character cut by another', [0xe2, 0x82, 0x41, 0x42]],
  ])('%s', async (_, bad) => {
    const bytes = Uint8Array.from([...utf8(valid), ...bad]);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(await decode(byteFile(cutAt(bytes, at)), 'utf-8')).toMatchObject({ text: valid, broken: true });
    }
  });

  test('half a UTF-16 unit at the end', async () => {
    const bytes = utf16('a,b', 'le').slice(0, -1);
    expect(await decode(byteFile([bytes]), 'utf-16le')).toMatchObject({ text: 'a,', broken: true });
  });
});

test('the fingerprint is the SHA-256 of the bytes, by either way of computing it [LOAD-11]', async () => {
  const bytes = utf8(TEXT.repeat(5000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = byteFile(cutAt(bytes, 77_777));
  expect(await hashFile(file, LIVE)).toBe(sha256);
  expect(await hashFile({ ...file, size: 300 << 20 }, LIVE)).toBe(sha256);
});

test('pasted rows are a file of their text', async () => {
  expect((await decode(pastedFile('a\tb\né\t😀'), 'utf-8')).text).toBe('a\tb\né\t😀');
});

test('an abort ends the reading and lets the file go', async () => {
  let isReleased = false;
  const endless: ByteSource = {
    name: 'endless.csv',
    size: Number.MAX_SAFE_INTEGER,
    arrayBuffer: () => Promise.reject(new Error('too large')),
    stream: () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(utf8('a,b\n')),
        cancel: () => {
          isReleased = true;
        },
      }),
  };
  const controller = new AbortController();
  let pieces = 0;
  const reading = (async () => {
    for await (const _ of decodeFile(endless, 'utf-8', controller.signal)) {
      pieces += 1;
      if (pieces === 5) controller.abort();
    }
  })();
  await expect(reading).rejects.toThrow();
  expect(pieces).toBe(5);
  expect(isReleased).toBe(true);
});
