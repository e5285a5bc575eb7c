/**
 * UTF-8 in both directions, handed in because core knows no encoder. `decode(encode(text))` is `text` for every text
 * without lone surrogates; a lone surrogate becomes U+FFFD, which has the same length. A byte order mark at the
 * start is text like any other.
 */
export interface TextCodec {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}
