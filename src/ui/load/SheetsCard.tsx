import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { SheetSurvey } from '../../core/ingest/fileSurvey.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { counted } from './loadWords.ts';

export interface SheetsCardProps {
  readonly sheets: readonly SheetSurvey[];
  /** Names as planned now, where the survey may not have followed yet. */
  readonly chosen?: readonly string[];
  readonly disabled: boolean;
  readonly onSheets: (names: readonly string[]) => void;
}

/**
 * The sheets after one was ticked or cleared: sheets with one header are read together, and ticking one with another
 * header turns to that one.
 */
function sheetsAfter(
  sheets: readonly SheetSurvey[],
  { name, header }: SheetSurvey,
  ticked: boolean,
): string[] {
  const chosen = sheets.filter((sheet) => sheet.chosen);
  if (!ticked) return chosen.filter((sheet) => sheet.name !== name).map((sheet) => sheet.name);
  const joins = header !== undefined && chosen.every((sheet) => sheet.header === header);
  return joins
    ? sheets.filter((sheet) => sheet.chosen || sheet.name === name).map((sheet) => sheet.name)
    : [name];
}

function hintOf(sheet: SheetSurvey, chosen: SheetSurvey | undefined): string {
  const rows = sheet.wholeSheet
    ? counted(sheet.rows, 'row with content', 'rows with content')
    : `about ${formatCount(sheet.rows)} rows`;
  const others = sheet.header === undefined ? 'no column names' : 'other column names';
  return [
    sheet.rows === 0 ? 'empty' : rows,
    ...(sheet.hidden ? ['hidden'] : []),
    ...(sheet.rows > 0 && sheet.header !== chosen?.header ? [others] : []),
  ].join(', ');
}

/** Which sheets of a workbook are read. */
export function SheetsCard({
  sheets: surveyed,
  chosen: names,
  disabled,
  onSheets,
}: SheetsCardProps): ReactNode {
  const sheets = surveyed.map((sheet) => ({ ...sheet, chosen: names?.includes(sheet.name) ?? sheet.chosen }));
  const chosen = sheets.filter((sheet) => sheet.chosen);
  return (
    <Card>
      <fieldset className="radio-group">
        <legend>Sheets</legend>
        {sheets.map((sheet) => (
          <CheckField
            key={sheet.name}
            label={visibleText(sheet.name)}
            hint={hintOf(sheet, chosen[0])}
            value={sheet.chosen}
            disabled={disabled || sheet.rows === 0 || (sheet.chosen && chosen.length === 1)}
            onChange={(ticked) => onSheets(sheetsAfter(sheets, sheet, ticked))}
          />
        ))}
      </fieldset>
    </Card>
  );
}
