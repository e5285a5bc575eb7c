import type { UnreadableFile } from './fileSurvey.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let index = from; index < Math.min(to, bytes.length); index++)
    text += String.fromCharCode(bytes[index]!);
  return text;
};

const wide = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (startsWith(bytes, wanted, at)) return true;
  }
  return false;
}

function imageFormat(head: Uint8Array): string | undefined {
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47])) return 'PNG';
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'JPEG';
  if (ascii(head, 0, 4) === 'GIF8') return 'GIF';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'WebP';
  if (startsWith(head, [0x49, 0x49, 0x2a, 0]) || startsWith(head, [0x4d, 0x4d, 0, 0x2a])) return 'TIFF';
  if (ascii(head, 0, 2) === 'BM' && startsWith(head, [0, 0, 0, 0], 6)) return 'BMP';
  return undefined;
}

function packedFormat(head: Uint8Array): string | undefined {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])) return '7-Zip';
  if (ascii(head, 0, 4) === 'Rar!') return 'RAR';
  return undefined;
}

/** Data in a form that other programs read; each name follows "is". */
function dataFormat(head: Uint8Array): string | undefined {
  if (ascii(head, 0, 15) === 'SQLite format 3') return 'a database (SQLite)';
  if (/^Standard (?:Jet|ACE) DB/.test(ascii(head, 4, 20))) return 'a database (Access)';
  if (ascii(head, 0, 4) === 'PAR1') return 'a Parquet file';
  if (ascii(head, 0, 4) === 'Obj\u0001') return 'an Avro file';
  return undefined;
}

const OFFICE_ENTRY = /^(\[Content_Types\]\.xml|mimetype|_rels\/|xl\/|docProps\/|customXml\/)/;

/** A zip whose first entry belongs to an office document is a workbook. */
function archiveKind(head: Uint8Array): UnreadableFile {
  const name = ascii(head, 30, 30 + (head[26] ?? 0) + (head[27] ?? 0) * 256);
  return name === '' || OFFICE_ENTRY.test(name) ? { kind: 'workbook' } : { kind: 'archive', format: 'zip' };
}

/** Text in ASCII letters of the first bytes, with a byte order mark and the zeros of UTF-16 left out. */
const letters = (head: Uint8Array): string =>
  ascii(
    head.subarray(0, 4096).filter((byte) => byte > 0 && byte < 0x80),
    0,
    2048,
  );

/** Whether markup is XML without a page or a table in it. */
const isXmlOnly = (text: string): boolean => text.startsWith('<?xml') && !/<(html|table|body)\b/.test(text);

function markupKind(head: Uint8Array): UnreadableFile | undefined {
  const text = letters(head).trimStart().toLowerCase();
  if (/^mime-version:|^content-type:\s*multipart\//.test(text)) return { kind: 'webPage' };
  if (text.startsWith('{\\rtf')) return { kind: 'otherText', form: 'RTF' };
  if (text.startsWith('id;pwxl;')) return { kind: 'binary' };
  if (!/^<(!doctype|\?xml|!--|[a-z])/.test(text)) return undefined;
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && !text.includes('<html'))
    return { kind: 'workbook' };
  return /^<(!doctype\s+html|html|head|body|table|meta|style|title|div|script)\b/.test(text) ||
    /^<(\?xml|!--|!doctype)/.test(text)
    ? isXmlOnly(text)
      ? { kind: 'webPage', isXml: true }
      : { kind: 'webPage' }
    : undefined;
}

/**
 * What a file is by its first bytes when it is not delimited text, or `undefined` when nothing speaks against text.
 * Endings of file names are never asked. Source of the rule: recognition by content.
 */
export function readSignature(head: Uint8Array): UnreadableFile | undefined {
  const format = imageFormat(head);
  if (format !== undefined) return { kind: 'image', format };
  const packed = packedFormat(head);
  if (packed !== undefined) return { kind: 'archive', format: packed };
  const data = dataFormat(head);
  if (data !== undefined) return { kind: 'dataFile', format: data };
  if (/^\s*%PDF-/.test(ascii(head, 0, 1024))) return { kind: 'pdf' };
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return archiveKind(head);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    const isOldWorkbook = contains(head, wide('Workbook')) && !contains(head, wide('EncryptedPackage'));
    return { kind: isOldWorkbook ? 'workbook' : 'lockedWorkbook' };
  }
  return markupKind(head);
}
