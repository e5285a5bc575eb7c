import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { workbookBytes } from '../../support/workbookFile.ts';
import { BENCH_AS_OF, seededUsers } from './seededUsers.ts';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';

export interface SeededWorkbook {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  /** Cells with content below the header. */
  readonly cells: number;
  /** Rows whose last sign-in lies inside 90 days. */
  readonly active: number;
}

/** Epoch day of serial 0 for every day that occurs here. */
const ORIGIN = 25_569;

/** Cells of a line; fields in quotes may hold commas, doubled quotes and line breaks. */
function* records(text: string): Generator<string[]> {
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (cells.length > 1) yield cells;
    cells = [];
  }
}

/**
 * The seeded users as a spreadsheet program stores them: texts in the shared table, numbers as numbers, days and times
 * as serials with a date style. Made once and kept beside the users file that it is made from.
 */
export function seededWorkbook(rows: number): SeededWorkbook {
  const users = seededUsers(rows);
  const path = users.path.replace(/\.csv$/, '.xlsx');
  const texts: string[] = [];
  const indexes = new Map<string, number>();
  const sheet: string[] = [];
  let cells = 0;
  let row = 0;
  for (const record of records(readFileSync(users.path, 'utf8'))) {
    row++;
    const line = record.map((text, column) => {
      if (text === '') return '';
      if (row > 1) cells++;
      const reference = `${String.fromCharCode(65 + column)}${row}`;
      const moment = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2}):(\d{2}))?/.exec(text);
      if (moment) {
        const [, day = '', hours, minutes, seconds] = moment;
        const clock = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
        return `<c r="${reference}" s="${hours === undefined ? 2 : 1}"><v>${readIsoDay(day)! + ORIGIN + clock}</v></c>`;
      }
      if (/^[1-9]\d{0,9}$/.test(text)) return `<c r="${reference}"><v>${text}</v></c>`;
      let index = indexes.get(text);
      if (index === undefined) {
        index = texts.push(text) - 1;
        indexes.set(text, index);
      }
      return `<c r="${reference}" t="s"><v>${index}</v></c>`;
    });
    sheet.push(`<row r="${row}" spans="1:12">${line.join('')}</row>`);
  }
  if (!existsSync(path)) {
    const formats = ['yyyy\\-mm\\-dd\\ hh:mm:ss', 14];
    writeFileSync(
      path,
      workbookBytes({ sheets: [{ name: 'Page 1', data: sheet.join('') }], texts, formats }),
    );
  }
  return { path, bytes: statSync(path).size, rows: row - 1, cells, active: users.active };
}

/** The first day that counts as active. */
export const FIRST_ACTIVE_DAY = BENCH_AS_OF - 89;
