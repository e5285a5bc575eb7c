import { formatDay } from '../../base/formatDay.ts';
import { formatCount } from '../../base/formatNumber.ts';
import { cellText } from '../cellText.ts';
import { readEveryWay } from '../dateOrderTracker.ts';
import { describeDayValue, wordEveryWay } from '../describeReading.ts';
import { visibleText } from '../visibleText.ts';
import { codesByWord, dateReaderOf } from './factStep.ts';
import type { FactColumn } from './kindSchema.ts';
import { readMonth } from './readMonth.ts';
import { readNumberCell } from './readNumberCell.ts';
import type { TableColumnPlan, TablePlan } from './tablePlan.ts';

/** `onLeave` as "on leave": the label of a code in words. */
const codeWords = (label: string): string =>
  label.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** Reads single cells of one column into words, for the samples beside the mapping. */
export function compileCellDescriber(
  column: FactColumn,
  own: TableColumnPlan,
  plan: TablePlan,
): (cell: string) => string {
  switch (column.type) {
    case 'number':
      return (cell) => {
        const text = cellText(cell);
        const value = readNumberCell(text, own.pointGroups);
        return text === '' ? 'blank' : value === undefined ? 'not a number' : formatCount(value);
      };
    case 'code': {
      const known = codesByWord(column.codes ?? []);
      return (cell) => {
        const text = cellText(cell);
        const label = column.codes?.[(known.get(text.toLowerCase()) ?? 0) - 1]?.[0];
        return text === '' ? 'blank' : label === undefined ? 'not known' : codeWords(label);
      };
    }
    case 'day':
    case 'month':
    case 'moment': {
      const { dates } = own;
      const isOpen = dates?.order === 'undecided';
      const settled: TableColumnPlan =
        dates && isOpen ? { ...own, dates: { ...dates, order: 'dayFirst' } } : own;
      const reader = dateReaderOf(column, settled, plan);
      const reach = {
        asOf: plan.asOf,
        workspaceZone: plan.workspaceZone,
        futureAllowed: column.ahead === true,
      };
      return (cell) => {
        const month = column.type === 'month' ? readMonth(cell) : undefined;
        if (month !== undefined) return formatDay(month).replace(/^\d+ /, '');
        const every = dates && isOpen ? readEveryWay(cell, dates, reach) : undefined;
        if (every) return wordEveryWay(every);
        const words = describeDayValue(reader.read(cell));
        return words === 'never' && column.ahead ? 'no end' : words;
      };
    }
    case 'text':
    case 'words':
    case 'money':
      return (cell) => visibleText(cellText(cell)) || 'blank';
  }
}
