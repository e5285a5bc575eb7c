/** Random id of a new contract line: 16 hexadecimal digits after `line-`, so that two tabs never give the same one. */
export function nextLineId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `line-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
