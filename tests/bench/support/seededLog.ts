import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { seededNumbers } from '../../../src/sample/seededNumbers.ts';
import { ROOT } from '../../support/sourceFiles.ts';
import { BENCH_AS_OF } from './seededUsers.ts';

export interface SeededLog {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** What the rows must be folded into: the answer that a run must give. */
  readonly keys: number;
  readonly series: number;
  readonly days: number;
  readonly events: number;
}

const DAYS = 400;
/** Accounts that the log names, as many as a very large desk has. */
const ACCOUNTS = 250_000;
/** Of sixteen events. */
const EVENTS = [
  'resolve',
  'resolve',
  'resolve',
  'resolve',
  'resolve',
  'comment',
  'comment',
  'comment',
  'assign',
  'assign',
  'login',
  'login',
  'login',
  'login',
  'view',
  'view',
];
const NAMES = [...new Set(EVENTS)];

/**
 * An activity log of four columns and about 43 bytes a row over 400 days: oldest first as exports write it,
 * 250,000 accounts in no order, five event types, time stamps, a count. The same on every machine; made once and kept below `.tmp`.
 */
export function seededLog(rows: number): SeededLog {
  const folder = join(ROOT, '.tmp', 'bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `log-${rows}.csv`);
  const numbers = seededNumbers(rows);
  const file = existsSync(path) ? undefined : openSync(path, 'w');
  const dates = Array.from({ length: DAYS }, (_, day) => formatIsoDay(addDays(BENCH_AS_OF, day - DAYS + 1)));
  const isDay = new Uint8Array((ACCOUNTS * NAMES.length * DAYS) / 8);
  const isSeries = new Uint8Array(ACCOUNTS * NAMES.length);
  const isKey = new Uint8Array(ACCOUNTS);
  const total = { keys: 0, series: 0, days: 0, events: 0 };
  let part: string[] = ['user_name,timestamp,event_type,count'];
  for (let row = 0; row < rows; row++) {
    const account = numbers.between(0, ACCOUNTS - 1);
    const event = NAMES.indexOf(EVENTS[numbers.between(0, EVENTS.length - 1)]!);
    const day = Math.floor((row * DAYS) / rows);
    const count = numbers.between(1, 3);
    const series = account * NAMES.length + event;
    const bit = series * DAYS + day;
    total.events += count;
    if (isKey[account] === 0) total.keys += isKey[account] = 1;
    if (isSeries[series] === 0) total.series += isSeries[series] = 1;
    if ((isDay[bit >> 3]! & (1 << (bit & 7))) === 0) {
      isDay[bit >> 3]! |= 1 << (bit & 7);
      total.days += 1;
    }
    if (file === undefined) continue;
    const clock = `${String(6 + (row % 14)).padStart(2, '0')}:${String(row % 60).padStart(2, '0')}:${String((row * 7) % 60).padStart(2, '0')}`;
    part.push(`user.${account}.desk,${dates[day]!} ${clock},${NAMES[event]!},${count}`);
    if (part.length < 20_000) continue;
    writeSync(file, `${part.join('\n')}\n`);
    part = [];
  }
  if (file !== undefined) {
    if (part.length > 0) writeSync(file, `${part.join('\n')}\n`);
    closeSync(file);
  }
  return { path, rows, bytes: statSync(path).size, ...total };
}
