const LINE_ENDS = /\r\n?/g;

/**
 * Turns CRLF and lone CR into LF outside quoted cells and leaves quoted cells as they are. The text must start at the
 * start of a row. A cell is quoted when it begins with a quote; the quote that closes it is followed by a delimiter, a
 * line end or the end of the text, white space aside. Other quotes are letters.
 */
export function unifyLineEnds(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text;
  if (!text.includes('"')) return text.replace(LINE_ENDS, '\n');
  const parts: string[] = [];
  let from = 0;
  for (let quote = text.indexOf('"'); quote !== -1;) {
    if (!startsCell(text, quote, delimiter)) {
      quote = text.indexOf('"', quote + 1);
      continue;
    }
    const close = closingQuote(text, quote, delimiter);
    parts.push(text.slice(from, quote).replace(LINE_ENDS, '\n'));
    if (close === -1) {
      parts.push(text.slice(quote));
      return parts.join('');
    }
    parts.push(text.slice(quote, close + 1));
    from = close + 1;
    quote = text.indexOf('"', from);
  }
  parts.push(text.slice(from).replace(LINE_ENDS, '\n'));
  return parts.join('');
}

/** Where offset `at` of the unified text lies in the original one. */
export function originalOffset(original: string, unified: string, at: number): number {
  let from = 0;
  for (let offset = 0; offset < at; offset += 1) {
    const isChanged = original[from] !== unified[offset];
    from += isChanged && original[from + 1] === '\n' ? 2 : 1;
  }
  return from;
}

function startsCell(text: string, quote: number, delimiter: string): boolean {
  if (quote === 0) return true;
  const before = text[quote - 1];
  return before === delimiter || before === '\n' || before === '\r';
}

function closingQuote(text: string, open: number, delimiter: string): number {
  for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote += 1;
      continue;
    }
    let after = quote + 1;
    while (after < text.length && text[after] !== delimiter && isInnerSpace(text[after]!)) after += 1;
    const next = text[after];
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return quote;
  }
  return -1;
}

const isInnerSpace = (letter: string): boolean => letter !== '\n' && letter !== '\r' && letter.trim() === '';
