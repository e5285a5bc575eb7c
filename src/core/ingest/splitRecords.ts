/** One record of delimited text and where it stands. */
export interface TextRecord {
  readonly cells: readonly string[];
  /** 0-based physical line on which the record starts. */
  readonly line: number;
}

/** The records of a piece of text, and what was odd about its quotes. */
export interface SplitText {
  readonly records: readonly TextRecord[];
  /** Quotes that stand where no quote belongs under this delimiter. */
  readonly strayQuotes: number;
  /** Whether the text ends inside a quoted cell. The last record is then incomplete. */
  readonly endsInQuotes: boolean;
}

/**
 * Splits the head of a file into at most `limit` records: double quotes enclose cells and are doubled inside, records
 * end at LF, CRLF or CR. For finding the outer form of a file and for tests; the import itself uses the file reader.
 */
export function splitRecords(text: string, delimiter: string, limit: number): SplitText {
  const records: TextRecord[] = [];
  let cells: string[] = [];
  let line = 0;
  let startLine = 0;
  let strayQuotes = 0;
  let at = 0;
  const endRecord = (): void => {
    records.push({ cells, line: startLine });
    cells = [];
    startLine = line;
  };

  while (at < text.length && records.length < limit) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        const part = close === -1 ? text.slice(at) : text.slice(at, close);
        line += countLineEnds(part);
        cell += part;
        if (close === -1) {
          cells.push(cell);
          endRecord();
          return { records, strayQuotes, endsInQuotes: true };
        }
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const end = endOfCell(text, at, delimiter);
    if (end > at) {
      const rest = text.slice(at, end);
      for (const letter of rest) if (letter === '"') strayQuotes++;
      if (cell !== '' && rest.trim() !== '') strayQuotes++;
      cell += rest;
    }
    cells.push(cell);
    at = end;
    if (at >= text.length) break;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      cells.push('');
      break;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line++;
    endRecord();
  }
  if (cells.length > 0 && records.length < limit) endRecord();
  return { records, strayQuotes, endsInQuotes: false };
}

/** Offset of the character after the first `lines` physical lines; the length of the text when it has fewer. */
export function offsetAfterLines(text: string, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines && at < text.length; line++) {
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const letter = text[at];
    if (letter === delimiter || letter === '\n' || letter === '\r') break;
    at++;
  }
  return at;
}

function countLineEnds(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) lines++;
  }
  return lines;
}
