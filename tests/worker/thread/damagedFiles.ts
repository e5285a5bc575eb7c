import { gzipSync, deflateRawSync } from 'node:zlib';
import { chanceOf, pick, type Chance } from './delimitedCases.ts';
import { utf16, utf8 } from './byteFile.ts';

/** A file that something went wrong with, and what. */
export interface DamagedFile {
  readonly name: string;
  readonly damage: string;
  readonly bytes: Uint8Array;
}

const PEOPLE = [
  'Ada Quill',
  'Ben Orr',
  'Zoë Weiß',
  '山田太郎',
  'Orr, Ben',
  'Cat "the cat" Lowe',
  'أدا',
  '😀 Bo',
];
const LOGINS = ['27/03/2026 08:14', '05/06/2026', 'Never', '', '2026-06-01', '1774599240', '30/02/2026', '-'];
const HEADER = ['Username', 'Name', 'Email', 'License', 'Status', 'Last login', 'Created'];

const written = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The text of a users file in one of the forms that are read every day. */
function usersText(chance: Chance): string {
  const delimiter = pick(chance, [',', ';', '\t', '|']);
  const lineEnd = pick(chance, ['\n', '\r\n', '\r']);
  const rows = Array.from({ length: 1 + chance(30) }, (_, row) =>
    [
      `user${row}`,
      pick(chance, PEOPLE),
      `user${row}@example.com`,
      pick(chance, ['Pro', 'Lite', '']),
      pick(chance, ['Active', 'Disabled']),
      pick(chance, LOGINS),
      '12/04/2019',
    ].map((cell) => written(cell, delimiter)),
  );
  return [HEADER, ...rows].map((cells) => cells.join(delimiter)).join(lineEnd) + lineEnd;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const repeated = (text: string, times: number): Uint8Array => utf8(text.repeat(times));

function inserted(bytes: Uint8Array, chance: Chance, ...parts: readonly Uint8Array[]): Uint8Array {
  return parts.reduce((whole, part) => {
    const at = chance(whole.length + 1);
    return joined(whole.subarray(0, at), part, whole.subarray(at));
  }, bytes);
}

const anyBytes = (chance: Chance, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => chance(256));

/** A zip of one entry, as an archive under the ending of a list. */
function zipOf(text: string): Uint8Array {
  const packed = deflateRawSync(text);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(text.length, 22);
  head.writeUInt16LE(9, 26);
  return joined(head, utf8('users.csv'), packed);
}

/** Every way in which a file is damaged here. */
const DAMAGES: readonly (readonly [string, (chance: Chance) => Uint8Array])[] = [
  ['cut anywhere', (chance) => sliced(utf8(usersText(chance)), chance)],
  [
    'cut anywhere in UTF-16',
    (chance) => sliced(utf16(usersText(chance), pick(chance, ['le', 'be'])), chance),
  ],
  [
    'UTF-16 of odd length',
    (chance) => joined(utf16(usersText(chance), 'le', chance(2) === 0), Uint8Array.of(0x41)),
  ],
  ['flipped bits', (chance) => flipped(utf8(usersText(chance)), chance)],
  ['flipped bits in UTF-16', (chance) => flipped(utf16(usersText(chance), 'le'), chance)],
  [
    'zero bytes',
    (chance) =>
      inserted(
        utf8(usersText(chance)),
        chance,
        ...Array.from({ length: 1 + chance(9) }, () => new Uint8Array(1 + chance(4))),
      ),
  ],
  [
    'mixed encodings',
    (chance) =>
      joined(
        utf8(usersText(chance)),
        Buffer.from('olé;café,Zoë\r\n', 'latin1'),
        utf16(usersText(chance), 'le', false),
      ),
  ],
  [
    'latin in UTF-8',
    (chance) => inserted(utf8(usersText(chance)), chance, Uint8Array.of(0xe9), Uint8Array.of(0x80)),
  ],
  ['half a pair', (chance) => inserted(utf8(usersText(chance)), chance, Uint8Array.of(0xed, 0xa0, 0x80))],
  ['half a pair in UTF-16', (chance) => utf16(`${usersText(chance)}x\ud800,y\udc00\n`, 'le')],
  ['quotes put in', (chance) => inserted(utf8(usersText(chance)), chance, utf8('"'), utf8('""'), utf8('"'))],
  ['line ends lost', (chance) => utf8(usersText(chance).replaceAll(/[\r\n]+/g, ''))],
  ['bytes moved', (chance) => moved(utf8(usersText(chance)), chance)],
  ['header a thousand times', (chance) => repeated(`${HEADER.join(pick(chance, [',', ';']))}\n`, 1_000)],
  [
    'names of inner properties',
    (chance) =>
      utf8(
        `Username,__proto__,constructor,toString,__proto__.Last login,hasOwnProperty\n${'a,b,c,d,2026-03-27,f\n'.repeat(1 + chance(5))}__proto__,valueOf,,,,\n`,
      ),
  ],
  [
    'only delimiters',
    (chance) => repeated(pick(chance, [',', ';', ',;\t|', ',\n', '\t\r\n']), 1 + chance(300)),
  ],
  ['only quotes', (chance) => repeated(pick(chance, ['"', '""', '"\n', '"",""\n']), 1 + chance(300))],
  ['only line ends', (chance) => repeated(pick(chance, ['\n', '\r', '\r\n', ' \n']), 1 + chance(300))],
  [
    'one column',
    (chance) => repeated(pick(chance, ['x\n', '42\n', 'user\n', '2026-03-27\n']), 1 + chance(50)),
  ],
  ['any bytes', (chance) => anyBytes(chance, 1 + chance(2_000))],
  ['compressed', (chance) => new Uint8Array(gzipSync(usersText(chance)))],
  ['archive', (chance) => sliced(zipOf(usersText(chance)), chance)],
  [
    'marks of other encodings',
    (chance) => joined(pick(chance, MARKS), pick(chance, MARKS), utf8(usersText(chance))),
  ],
  [
    'cut web page',
    (chance) => sliced(utf8(`<html><table><tr><td>Username<td>Last login<tr><td>a<td>2026-03-27`), chance),
  ],
  ['rows of any width', (chance) => utf8(ragged(chance))],
];

const MARKS = [Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff), Uint8Array.of(0xef, 0xbb, 0xbf)];

const sliced = (bytes: Uint8Array, chance: Chance): Uint8Array => bytes.slice(0, chance(bytes.length));

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + chance(20); left > 0; left -= 1) {
    const at = chance(changed.length);
    changed[at] = changed[at]! ^ (1 << chance(8));
  }
  return changed;
}

function moved(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = [chance(bytes.length), chance(bytes.length)].toSorted((left, right) => left - right);
  return joined(bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from));
}

const ragged = (chance: Chance): string =>
  usersText(chance)
    .split(/(?<=[\r\n])/)
    .map((line) => (chance(2) === 0 ? line : line.slice(chance(line.length)) + ','.repeat(chance(12))))
    .join('');

/** `count` damaged files, the same in every run: every damage in turn. */
export function buildDamagedFiles(count: number, seed: number): readonly DamagedFile[] {
  return Array.from({ length: count }, (_, index) => {
    const [damage, build] = DAMAGES[index % DAMAGES.length]!;
    return { name: `list-${index + 1}.csv`, damage, bytes: build(chanceOf(seed + index * 7_919)) };
  });
}
