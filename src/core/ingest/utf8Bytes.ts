/**
 * Bytes of the character that starts at `at`, which must be 0x80 or above: 2 to 4; 0 when it is cut off at `to`, −1 when
 * a byte cannot stand where it stands. Strict: overlong forms, surrogates and values above U+10FFFF are refused.
 */
export function utf8CharacterLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  if (at + 1 >= to) return 0;
  const second = bytes[at + 1]!;
  if (lead < 0xe0) return (second & 0xc0) === 0x80 ? 2 : -1;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return -1;
  if (at + 2 >= to) return 0;
  if ((bytes[at + 2]! & 0xc0) !== 0x80) return -1;
  if (lead < 0xf0) return 3;
  if (at + 3 >= to) return 0;
  return (bytes[at + 3]! & 0xc0) === 0x80 ? 4 : -1;
}

/** Text of bytes that are known to be valid UTF-8. For the few cells that become strings; a byte order mark stays. */
export function utf8ToText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
    } else if (lead < 0xe0) {
      text += String.fromCharCode(((lead & 0x1f) << 6) | (bytes[at + 1]! & 0x3f));
      at += 2;
    } else if (lead < 0xf0) {
      text += String.fromCharCode(
        ((lead & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f),
      );
      at += 3;
    } else {
      text += String.fromCodePoint(
        ((lead & 0x07) << 18) |
          ((bytes[at + 1]! & 0x3f) << 12) |
          ((bytes[at + 2]! & 0x3f) << 6) |
          (bytes[at + 3]! & 0x3f),
      );
      at += 4;
    }
  }
  return text;
}

/** Bytes of a text in UTF-8. A lone surrogate counts as U+FFFD. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length += 4;
      at += 1;
    } else length += 3;
  }
  return length;
}

/** UTF-16 code units of valid UTF-8. Bytes may start or end inside a character: the sum over the pieces of a text is right. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = end - start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    // Of a character's bytes the first counts as one unit, or two where it has four bytes.
    if (byte >= 0x80) units += byte >= 0xf0 ? 1 : byte >= 0xc0 ? 0 : -1;
  }
  return units;
}
