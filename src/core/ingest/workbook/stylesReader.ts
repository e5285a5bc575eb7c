import { CELL_FORMAT, formatOfBuiltin, formatOfCode, type CellFormat } from './cellFormat.ts';
import { TagReader } from './partReader.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { nameKey, type XmlScanner } from './xmlScanner.ts';

const NUM_FMTS = nameKey('numFmts');
const NUM_FMT = nameKey('numFmt');
const CELL_XFS = nameKey('cellXfs');
const XF = nameKey('xf');
const NUM_FMT_ID = nameKey('numFmtId');
const FORMAT_CODE = nameKey('formatCode');

/** Reads which cell styles show their number as a date. Only what stands in `numFmts` and `cellXfs` counts. */
export class StylesReader extends TagReader {
  private readonly codeById = new Map<number, CellFormat>();
  private readonly formatIds: number[] = [];
  private inside = 0;

  /** Format by number of the style. Formats may stand after the styles that use them, so it is asked at the end. */
  formats(): readonly CellFormat[] {
    return this.formatIds.map((id) => this.codeById.get(id) ?? formatOfBuiltin(id));
  }

  protected override opened(scanner: XmlScanner): WorkbookFault | undefined {
    const { name } = scanner;
    if (name === NUM_FMTS || name === CELL_XFS) this.inside = name;
    else if (name === NUM_FMT && this.inside === NUM_FMTS) {
      const code = this.text(scanner, scanner.attribute(FORMAT_CODE));
      if (code !== undefined) this.codeById.set(this.id(scanner), formatOfCode(code));
    } else if (name === XF && this.inside === CELL_XFS) this.formatIds.push(this.id(scanner));
    return undefined;
  }

  protected override closed(scanner: XmlScanner): void {
    if (scanner.name === this.inside) this.inside = 0;
  }

  private id(scanner: XmlScanner): number {
    return Number(this.text(scanner, scanner.attribute(NUM_FMT_ID)) ?? CELL_FORMAT.NUMBER);
  }
}
