import type { FileFinding } from './fileSurvey.ts';
import type { Dialect } from './importPlan.ts';

/**
 * What the outer form of a file has that a person should know; the same before and after the import. The upper of two
 * header rows counts as a line above the header, a blank line does not. Source: LOAD-05.
 */
export function findFormFindings({
  encoding,
  otherAlphabet,
  wrappedLines,
  linesBeforeHeader,
  blankLinesAbove = 0,
  twoHeaderRows,
  secondTableRow,
}: Dialect): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (otherAlphabet === true) findings.push({ kind: 'otherAlphabet' });
  else if (encoding === 'windows-1252') findings.push({ kind: 'encodingFallback' });
  if (wrappedLines === true) findings.push({ kind: 'wrappedLines' });
  const lines = linesBeforeHeader - blankLinesAbove;
  if (lines > 0) findings.push({ kind: 'linesAboveHeader', lines });
  if (twoHeaderRows === true) findings.push({ kind: 'twoHeaderRows' });
  if (secondTableRow !== undefined) findings.push({ kind: 'secondTable', row: secondTableRow });
  return findings;
}
