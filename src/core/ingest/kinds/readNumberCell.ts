const GROUPS = /[\s\u00a0\u202f'’]/g;
/** A number whose digits stand in groups of three between points. */
const GROUPED_BY_POINTS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,0{1,2})?$/;

/**
 * Reads a whole number, which may be negative: `1,600`, `1 600`, `12.00`. Decimals other than zeros and a point before
 * exactly three digits, which may group or divide, are no whole number beyond doubt, unless `pointGroups` says that it
 * groups. `undefined` for any other text.
 */
export function readNumberCell(text: string, pointGroups = false): number | undefined {
  const signed = text.replace(GROUPS, '').replace(/^[\u2212\u2013](?=\d)/, '-');
  const plain = pointGroups && GROUPED_BY_POINTS.test(signed) ? signed.replaceAll('.', '') : signed;
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:[.,](0{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const value = Number(parts[2]!.replaceAll(',', ''));
  return parts[1] === '-' && value !== 0 ? -value : value;
}
