/** Per cent with at most two decimals into hundredths of a per cent; `''` is 0. Range −99.99 to 1000. */
export function readPercent(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace('\u2212', '-').replace(',', '.');
  if (plain === '') return 0;
  const parts = /^(-?)(\d{1,4})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const size = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  const basisPoints = parts[1] === '-' && size !== 0 ? -size : size;
  return basisPoints < -9999 || basisPoints > 100_000 ? undefined : basisPoints;
}
