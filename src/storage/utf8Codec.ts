import type { TextCodec } from '../core/inventory/textCodec.ts';

const encoder = new TextEncoder();
/** A mark at the start of a chunk belongs to the first cell, so it is kept. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The browser's UTF-8, for building and reading text columns. */
export const utf8Codec: TextCodec = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
};
