import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, readIsoDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { seededNumbers } from '../../../src/sample/seededNumbers.ts';
import { ROOT } from '../../support/sourceFiles.ts';

export const BENCH_AS_OF = readIsoDay('2026-06-30')!;
export const BENCH_HEADER =
  'user_name,name,email,employee_number,department,manager,active,licence_type,assigned_on,sys_created_on,last_login_time,title';

export interface SeededUsers {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** Seats whose last sign-in lies inside 90 days: the answer that a run must give. */
  readonly active: number;
}

const GIVEN = [
  'Zoë',
  'Lukas',
  'Ana',
  'Łukasz',
  'Marta',
  'José',
  'Priya',
  'Søren',
  'Emily',
  'Chloé',
  'Omar',
  'Ingrid',
];
const FAMILY = [
  'Müller',
  'Brown',
  'Wójcik',
  'Garcia',
  'Nilsson',
  'Okafor',
  'Dubois',
  'Kowalska',
  'Smith',
  'Núñez',
];
const LICENCES = ['Fulfiller', 'Approver', 'Analytics', 'Business Stakeholder'];

/**
 * A users file of 12 columns and about 168 bytes a row: unique user names and addresses, 193 departments, 40,000
 * managers, ISO times, one field of twenty quoted, among them doubled quotes and line breaks in one row of twenty. The
 * same on every machine; made once and kept below `.tmp`.
 */
export function seededUsers(rows: number): SeededUsers {
  const folder = join(ROOT, '.tmp', 'bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `seeded-users-${rows}.csv`);
  const numbers = seededNumbers(rows);
  const make = !existsSync(path);
  const file = make ? openSync(path, 'w') : undefined;
  let active = 0;
  let part: string[] = [BENCH_HEADER];
  for (let row = 0; row < rows; row++) {
    const given = numbers.oneOf(GIVEN);
    const family = numbers.oneOf(FAMILY);
    const drawn = numbers.between(0, 9) < 6 ? numbers.between(0, 89) : numbers.between(90, 900);
    // The oldest date stands alone: shared by many it would have to be asked about.
    const idle = row === 0 ? 901 : drawn;
    if (idle < 90) active++;
    const assigned = formatIsoDay(addDays(BENCH_AS_OF, -numbers.between(950, 1500)));
    const time = `${String(numbers.between(6, 20)).padStart(2, '0')}:${String(numbers.between(0, 59)).padStart(2, '0')}:00`;
    const department = numbers.between(0, 192);
    const title =
      row % 20 === 0 ? `"Lead ""${family}""\nteam ${department}"` : `Analyst ${numbers.between(1, 9)}`;
    part.push(
      [
        `user.${row}.${family.length}`,
        numbers.between(0, 9) < 3 ? `"${family}, ${given}"` : `${given} ${family}`,
        `user.${row}@corp${department}.example`,
        String(row).padStart(8, '0'),
        department % 4 === 0 ? `"Dept ${department}, East"` : `Dept ${department}`,
        `manager.${numbers.between(0, 39_999)}`,
        'true',
        LICENCES[row % LICENCES.length]!,
        assigned,
        `${assigned} 08:00:00`,
        `${formatIsoDay(addDays(BENCH_AS_OF, -idle))} ${time}`,
        title,
      ].join(','),
    );
    if (file !== undefined && part.length === 20_000) {
      writeSync(file, part.join('\n') + '\n');
      part = [];
    } else if (file === undefined && part.length === 20_000) {
      part = [];
    }
  }
  if (file !== undefined) {
    if (part.length > 0) writeSync(file, part.join('\n') + '\n');
    closeSync(file);
  }
  return { path, rows, bytes: statSync(path).size, active };
}
