import { numberCell, type CsvCell } from '../../core/inventory/csvText.ts';
import type { BriefBlock, BriefContent, BriefTable, Figure, Inline } from './briefContent.ts';
import { plainValue } from './plainValue.ts';

/** One printed number: where it stands, what it is called, its id where it is a figure. */
interface PrintedNumber {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** '' of a number in a table that is no figure of its own. */
  readonly id: string;
  readonly text: string;
}

/**
 * The numbers of a brief as rows of one exported table: every figure that is printed, with the id that is printed beside
 * it and as often as it is, and every other number that stands in a column of numbers. Values are plain digits; the last
 * column holds them as the brief prints them, so that both can be set side by side.
 */
export function figureTable(content: BriefContent): readonly (readonly CsvCell[])[] {
  const rows = content.sections.flatMap(({ number, title, blocks }) =>
    blocks.flatMap((block) =>
      numbersOf(block).map(({ table, row, column, id, text }): readonly CsvCell[] => {
        const { value, to, unit } = plainValue(text);
        const place = [content.asOfIso, `${number} ${title}`, table, row, column, id];
        return [...place, valueCell(value), valueCell(to), unit, text];
      }),
    ),
  );
  return [
    ['Data as of', 'Section', 'Table', 'Row', 'Column', 'Figure id', 'Value', 'To', 'Unit', 'As printed'],
    ...rows,
  ];
}

const valueCell = (value: string): CsvCell => (/^-?\d+(?:\.\d+)?$/.test(value) ? numberCell(value) : value);

function numbersOf(block: BriefBlock): readonly PrintedNumber[] {
  switch (block.kind) {
    case 'paragraph':
    case 'statement':
    case 'note': {
      const row = wordsOf(block.text);
      return figuresOf(block.text).map((figure) => ({ table: '', row, column: '', ...figure }));
    }
    case 'bigFigures':
      return block.figures.map(({ label, figure, note }) => ({
        table: '',
        row: label,
        column: note,
        id: figure.id,
        text: figure.text,
      }));
    case 'table':
      return numbersIn(block.table);
    default:
      // A heading holds none, and a chart draws the numbers of the table beside it.
      return [];
  }
}

/** Figures of every column, and whatever stands in columns of numbers. */
function numbersIn({ caption, columns, rows }: BriefTable): readonly PrintedNumber[] {
  return rows.flatMap(({ cells }) => {
    const row = columns[0]?.align === 'left' ? wordsOf(cells[0] ?? []) : '';
    return cells.flatMap((cell, index) => {
      const place = { table: caption, row, column: columns[index]?.header ?? '' };
      const figures = figuresOf(cell);
      if (figures.length > 0) return figures.map((figure) => ({ ...place, ...figure }));
      const text = wordsOf(cell);
      return columns[index]?.align === 'right' && text !== '' ? [{ ...place, id: '', text }] : [];
    });
  });
}

const isFigure = (part: Inline): part is Figure => typeof part !== 'string' && 'id' in part;

const figuresOf = (text: readonly Inline[]): readonly Pick<Figure, 'id' | 'text'>[] =>
  text.filter(isFigure).map(({ id, text: shown }) => ({ id, text: shown }));

const wordsOf = (text: readonly Inline[]): string =>
  text.map((part) => (typeof part === 'string' ? part : isFigure(part) ? part.text : part.strong)).join('');
