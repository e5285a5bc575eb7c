import type { FileFinding } from './fileSurvey.ts';
import type { FoundTables } from './foundTables.ts';
import type { GivenAnswer } from './givenAnswer.ts';
import type { Dialect } from './importPlan.ts';

/**
 * What the outer form of a file has that a person should know; the same before and after the import. The upper of two
 * header rows counts as a line above the header, a blank line does not. Source: LOAD-05.
 */
export function findFormFindings({
  encoding,
  otherAlphabet,
  wrappedLines,
  singleQuotes,
  linesBeforeHeader,
  blankLinesAbove = 0,
  twoHeaderRows,
}: Dialect): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (otherAlphabet === true) findings.push({ kind: 'otherAlphabet' });
  else if (encoding === 'windows-1252') findings.push({ kind: 'encodingFallback' });
  if (wrappedLines === true) findings.push({ kind: 'wrappedLines' });
  if (singleQuotes === true) findings.push({ kind: 'singleQuotes' });
  const lines = linesBeforeHeader - blankLinesAbove;
  if (lines > 0) findings.push({ kind: 'linesAboveHeader', lines });
  if (twoHeaderRows === true) findings.push({ kind: 'twoHeaderRows' });
  return findings;
}

/**
 * Other tables below the list: those that were left out, and those that were read with it although nobody has said that
 * they belong to it.
 */
export function findTablesBelow(
  { leftOut, readOn }: FoundTables,
  answers: readonly GivenAnswer[] = [],
): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (leftOut) findings.push({ kind: 'secondTable', ...leftOut });
  if (readOn && !answers.some(({ kind }) => kind === 'secondTable')) {
    const { row, names, tables } = readOn;
    findings.push({ kind: 'secondTable', row, names, tables });
  }
  return findings;
}
