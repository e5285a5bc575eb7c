/** Why a workbook is refused, with the facts that its sentence needs. Nothing of a refused workbook is kept. */
export type WorkbookFault =
  | { readonly kind: 'fileTooLarge'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'tooManyParts'; readonly most: number }
  /** A part, or all parts together, inflate to more than the limit. */
  | { readonly kind: 'inflatesTooFar'; readonly part: string; readonly most: number }
  /** A part inflates to more than `most` times its stored size. */
  | { readonly kind: 'packedTooTightly'; readonly part: string; readonly most: number }
  | { readonly kind: 'tooManyColumns'; readonly sheet: string; readonly row: number; readonly most: number }
  | { readonly kind: 'tooManyRows'; readonly sheet: string; readonly most: number }
  | {
      readonly kind: 'cellTooLong';
      readonly part: string;
      readonly row: number | undefined;
      readonly most: number;
    }
  | { readonly kind: 'tooMuchSharedText'; readonly most: number }
  /** A part declares a document type, which no spreadsheet program writes. */
  | { readonly kind: 'doctype'; readonly part: string }
  /** Bytes that cannot be what a workbook has here; `what` completes "it …". */
  | { readonly kind: 'damaged'; readonly part: string | undefined; readonly what: string }
  | { readonly kind: 'locked' }
  /** The binary format of before 2007. */
  | { readonly kind: 'oldBinary' }
  /** An archive or compound file of another kind: `.xlsb`, `.ods`, a text document, a plain zip. */
  | { readonly kind: 'otherFormat'; readonly format: OtherFormat }
  | { readonly kind: 'noSheets' };

/** What a file is that is packed like a workbook and is none that can be read. */
export type OtherFormat = 'xlsb' | 'openDocument' | 'numbers' | 'office' | 'archive';
