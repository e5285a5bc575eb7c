const GROUPS = /[\s\u00a0\u202f'’]/g;

/**
 * Reads a whole number, which may be negative: `1,600`, `1 600`, `12.00`. Decimals other than zeros and a point before
 * exactly three digits, which may group or divide, are no whole number beyond doubt. `undefined` for any other text.
 */
export function readNumberCell(text: string): number | undefined {
  const plain = text.replace(GROUPS, '').replace(/^[\u2212\u2013](?=\d)/, '-');
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:[.,](0{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const value = Number(parts[2]!.replaceAll(',', ''));
  return parts[1] === '-' && value !== 0 ? -value : value;
}
