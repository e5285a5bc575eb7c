import { BLANK, NEVER, boundOf, dayOf, isAtLeast, isDay } from '../base/dayValue.ts';
import { addDays } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import { cellText } from './cellText.ts';
import { readFlag, readStatus, readReversedStatus, readUserType } from './cellWords.ts';
import { FUTURE_DATE, LOST_DIGITS, ORDER_CONFLICT } from './dateProblem.ts';
import { compileDateReader } from './dateReader.ts';
import { readEveryWay, type EveryReading } from './dateOrderTracker.ts';
import type { ColumnPlan } from './importPlan.ts';
import { readNumberCell } from './kinds/readNumberCell.ts';
import { mayLookAhead, type DateContext } from './momentToDay.ts';
import { readExpectedPattern } from './patternWords.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { readSubjectType } from './subjectWords.ts';
import { visibleText } from './visibleText.ts';

/** Labels in the order of the codes of `ACCOUNT_STATUSES`, `USER_TYPES`, `EXPECTED_PATTERNS` with its unread words, `SUBJECT_TYPES` likewise, and flags. */
const STATUS_LABELS = ['not known', 'Active', 'Suspended', 'Deactivated', 'Invited'];
const USER_TYPE_LABELS = ['not known', 'Human', 'Machine', 'AI', 'Guest', 'Bot', 'Shared', 'Room'];
const PATTERN_LABELS = [
  'Unknown',
  'Daily',
  'Weekly',
  'Monthly',
  'Quarterly',
  'Half-yearly',
  'Yearly',
  'Seasonal',
  'On-call',
  'not a known pattern',
];
const SUBJECT_LABELS = ['not stated', 'User', 'Device', 'Virtual environment', 'not a known subject'];
const FLAG_LABELS = ['not known', 'No', 'Yes'];

/** A day value, or a date problem, in words: `30 Jun 2026`, `never`, `blank`, `not for at least 180 days`, `not a date`. */
export function describeDayValue(value: number): string {
  if (isDay(value)) return formatDay(dayOf(value));
  if (isAtLeast(value)) return `not for at least ${formatCount(boundOf(value))} days`;
  if (value === NEVER) return 'never';
  if (value === BLANK) return 'blank';
  if (value === LOST_DIGITS) return 'digits lost';
  if (value === FUTURE_DATE) return 'in the future';
  return value === ORDER_CONFLICT ? 'other order of day and month' : 'not a date';
}

/** `4 May 2026 or 5 Apr 2026`. */
/** A numeric date under every order that it fits: `4 May 2026 or 5 Apr 2026`. */
export function wordEveryWay({ dayFirst, monthFirst, yearFirst }: EveryReading): string {
  const days = [dayFirst, monthFirst, yearFirst].filter((day) => day !== undefined);
  return [...new Set(days.map(formatDay))].join(' or ');
}

/** Reads single cells of one column into words, for the samples beside the mapping. */
export function compileDescriber(
  column: ColumnPlan,
  separator: string | undefined,
  context: DateContext,
): (cell: string) => string {
  const { dates, meaning } = column;
  if (dates) {
    const reach: DateContext = { ...context, futureAllowed: mayLookAhead(meaning) };
    const isOpen = dates.order === 'undecided';
    const reader = compileDateReader(isOpen ? { ...dates, order: 'dayFirst' } : dates, reach);
    return (cell) => {
      const open = isOpen ? readEveryWay(cell, dates, reach) : undefined;
      if (open) return wordEveryWay(open);
      const value = reader.read(cell);
      return isAtLeast(value) && !isEvidenceMeaning(meaning)
        ? `before ${formatDay(addDays(context.asOf, 1 - boundOf(value)))}`
        : describeDayValue(value);
    };
  }
  switch (meaning) {
    case 'ignore':
      return () => 'not imported';
    case 'accountStatus':
      return (cell) => STATUS_LABELS[readStatus(cell)]!;
    case 'accountSuspended': {
      const readCode = readReversedStatus(column.header);
      return (cell) => STATUS_LABELS[readCode(cell)]!;
    }
    case 'userType':
      return (cell) => USER_TYPE_LABELS[readUserType(cell)]!;
    case 'expectedPattern':
      return (cell) => PATTERN_LABELS[readExpectedPattern(cell)]!;
    case 'subjectType':
      return (cell) => SUBJECT_LABELS[readSubjectType(cell)]!;
    case 'webServiceOnly':
    case 'integrationUser':
    case 'vip':
      return (cell) => FLAG_LABELS[readFlag(cell)]!;
    case 'openRecords':
      return (cell) => {
        const count = readNumberCell(cell) ?? -1;
        return count >= 0 ? formatCount(count) : 'not known';
      };
    case 'licenceType':
      return (cell) => describeLicence(cellText(cell), column.forLicenceType, separator);
    default:
      return (cell) => visibleText(cellText(cell)) || 'blank';
  }
}

function describeLicence(text: string, named: string | undefined, separator: string | undefined): string {
  if (named !== undefined) return text !== '' && readFlag(text) !== 1 ? named : 'no licence';
  if (text === '' || text.toLowerCase() === 'unlicensed') return 'no licence';
  return separator === undefined
    ? visibleText(text)
    : text
        .split(separator)
        .map((part) => visibleText(part.trim()))
        .join(', ');
}
