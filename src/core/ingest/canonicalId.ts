/**
 * Canonical form of an identifier: trimmed, NFKC, lower case. Leading zeros stay, since text stays text. The domain
 * alias table and mailbox tags are applied by whoever has them. Source of the rule: identity canon, LOAD-29.
 */
export function canonicalId(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = code > 0x20 && code < 0x7f && (code < 0x41 || code > 0x5a);
    if (!isPlain) return text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  }
  return text;
}
