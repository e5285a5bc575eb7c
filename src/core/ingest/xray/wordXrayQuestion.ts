import { calendarFromDay, type EpochDay } from '../../base/epochDay.ts';
import { unreachable } from '../../base/exhaustive.ts';
import { formatDay, formatLongDay } from '../../base/formatDay.ts';
import { formatCount } from '../../base/formatNumber.ts';
import { visibleText } from '../visibleText.ts';
import type { XrayAnswer, XrayQuestion } from '../xrayQuestion.ts';

/** Names of the answers as the radios show them. */
export const XRAY_ANSWER_NAMES: Readonly<Record<XrayAnswer['answer'], string>> = {
  replaceFile: 'Replace file',
  useAnyway: 'Use it anyway',
  useSuccessful: 'Use the successful sign-ins',
  markAttempts: 'Keep it apart as attempts',
  keep: 'Keep both dates',
  ignoreCreated: 'Leave the creation dates out',
  ignoreSignIn: 'Leave the sign-ins out',
  excelSerial1900: 'Dates of a spreadsheet',
  excelSerial1904: 'Dates of an old Mac spreadsheet',
  none: 'Not dates',
  swapBack: 'Turn them back',
  asWritten: 'Read them as written',
  countOnly: 'Count by group only',
  never: 'Never',
  notKnown: 'Not known',
  realDate: 'A real date',
  atLeast: 'Not since then',
  leaveOut: 'Leave them out',
  belongs: 'They belong to the list',
};

const rowsWord = (count: number): string => (count === 1 ? '1 row' : `${formatCount(count)} rows`);

/** `18 June`, with its year where it differs from that of the as-of date. */
function dayBeside(day: EpochDay, asOf: EpochDay): string {
  const { year } = calendarFromDay(day);
  const long = formatLongDay(day);
  return year === calendarFromDay(asOf).year ? long.replace(` ${year}`, '') : long;
}

/**
 * A finding as one plain question. `nameOf` gives the header at a position. Source of the wording: screens, Load.
 */
export function wordXrayQuestion(
  question: XrayQuestion,
  asOf: EpochDay,
  nameOf: (position: number) => string,
): string {
  const name = visibleText(nameOf(question.position));
  const rows = rowsWord(question.count);
  const first = question.rows[0];
  switch (question.kind) {
    case 'frozenColumn':
      return `Nobody in this file has a date after ${dayBeside(question.latest, asOf)} in ${name} although it was exported on ${formatLongDay(asOf)}. The column may have stopped updating.`;
    case 'attemptsColumn':
      return question.better
        ? `${name} also counts failed attempts. Choose ${visibleText(question.better.header)} if you can.`
        : `${name} also counts failed attempts, so it does not prove that anybody got in. Is it to count as a sign-in?`;
    case 'signInBeforeCreated':
      return `In ${rows} ${name} lies before ${visibleText(nameOf(question.createdPosition))}. Accounts that were moved look like this. Are both dates to be kept?`;
    case 'actionAfterSignIn':
      return `In ${rows} ${name} lies after ${visibleText(nameOf(question.signInPosition))}. Long sessions and work through other programs look like this. Are both dates to be kept?`;
    case 'serialNumbers':
      return `${name} holds numbers such as ${first?.text ?? ''} in ${rows}. A spreadsheet saves dates like this${first?.beside === undefined ? '' : `: that would be ${first.beside}`}. Are they dates?`;
    case 'swappedDays':
      return `A spreadsheet seems to have exchanged day and month in ${rows} of ${name}${first?.beside === undefined ? '' : `: ${visibleText(first.text)} would be ${first.beside}`}. Are they to be turned back?`;
    case 'lostDigits':
      return `${rowsWord(question.count)} of ${name} lost digits in a spreadsheet, for example ${visibleText(first?.text ?? '')}. Such dates cannot be read. Export again without opening the file.`;
    case 'lostZeros':
      return `${name} has fewer than ${formatCount(question.usual)} digits in ${rows}, for example ${visibleText(first?.text ?? '')}. A spreadsheet may have dropped leading zeros, and such people will not be matched.`;
    case 'concealedNames':
      return 'Names in this file are hidden by your Microsoft 365 setting. We can count by group, but not match people. To see names an administrator changes Settings › Org settings › Reports.';
    case 'placeholderDates':
      return `${name} says ${visibleText(first?.text ?? '')} or the like in ${rows}, which systems write where there is no date. Does this mean never?`;
    case 'sharedOldestDate':
      return `${formatCount(question.count)} accounts share the date ${formatDay(question.day)} in ${name}, older than every other date. Does this mean never?`;
    case 'neverWords':
      return `${name} says ${question.words.map((word) => `'${visibleText(word)}'`).join(', ')} in ${rows}. Does this mean never?`;
    case 'droppedDates':
      return `${name} is empty in ${rows}. This source empties a date after ${formatCount(question.days)} days. Does empty mean not for at least ${formatCount(question.days)} days, or not known?`;
    case 'secondTable': {
      const { row, names } = question;
      return names.length > 0
        ? `Row ${formatCount(row)} begins another table, with the columns ${names.map((column) => visibleText(column.trim())).join(', ')}. Do its rows belong to this list?`
        : `Below a blank line, row ${formatCount(row)} looks as if another table began there. Do the rows from there on belong to this list?`;
    }
    default:
      return unreachable(question);
  }
}
