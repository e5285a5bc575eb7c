import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
/**
 * The printed answer as data: what `brief/pdf` draws and computes nothing from. Plain JSON, so that it crosses to
 * the drawing worker and hashes to the same id everywhere.
 */
export interface BriefContent {
  readonly title: string;
  readonly customer: string;
  /** `30 Jun 2026`. */
  readonly asOf: string;
  /** `2026-06-30`, for the file name and the creation date. */
  readonly asOfIso: string;
  readonly edition: 'internal';
  readonly paper: 'A4' | 'Letter';
  /** First 8 hexadecimal digits of the brief's canonical inputs. */
  readonly briefId: string;
  readonly policyVersion: string;
  readonly applicationVersion: string;
  /** First 16 digits and entry number. */
  readonly ledgerHead: string;
  readonly sections: readonly BriefSection[];
}

export interface BriefSection {
  /** `1`, `2`, …, `12`. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly BriefBlock[];
}

/** A figure with its id; the text is what is printed. */
export interface Figure {
  readonly id: string;
  readonly text: string;
  /** What is printed of the id where the row of a table says the rest; the part before the first slash when absent. */
  readonly rowId?: string;
}

/** What is printed of a figure's id inside a table. */
export const rowIdOf = ({ id, rowId }: Figure): string => rowId ?? id.split('/')[0] ?? id;

export type Inline = string | Figure | { readonly strong: string };

export type BriefBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** `lead`: the sentence a section is about, drawn larger. */
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[]; readonly lead?: true }
  /** A statement that must appear; drawn with a rule at its left. */
  | { readonly kind: 'statement'; readonly text: readonly Inline[] }
  | {
      readonly kind: 'bigFigures';
      readonly figures: readonly { readonly label: string; readonly figure: Figure; readonly note: string }[];
    }
  | { readonly kind: 'table'; readonly table: BriefTable }
  | { readonly kind: 'waterfall'; readonly steps: readonly WaterfallStep[]; readonly caption: string }
  | { readonly kind: 'stackedBar'; readonly parts: readonly ChartPart[]; readonly caption: string }
  | {
      readonly kind: 'histogram';
      readonly bars: readonly { readonly label: string; readonly count: number; readonly marked: boolean }[];
      readonly caption: string;
      /** The same numbers as curves, where they are a function of days: drawn instead of the bars on paper. */
      readonly curves?: Curves;
    }
  | { readonly kind: 'note'; readonly text: readonly Inline[] };

/** Two curves over days, the upper one with a band inside; `marked` is the day that the brief rests on. */
export interface Curves {
  readonly points: readonly CurvePoint[];
  readonly labels: { readonly upper: string; readonly band: string; readonly second: string };
  readonly marked: number | undefined;
}

/** One place on the horizontal axis of a chart of two curves. */
export interface CurvePoint {
  readonly at: number;
  readonly upper: number;
  /** Lower edge of the band that hangs from the upper curve. */
  readonly bandFrom: number;
  readonly second: number;
}

export interface BriefTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly header: string;
    readonly align: 'left' | 'right';
    readonly weight: number;
  }[];
  readonly rows: readonly { readonly cells: readonly (readonly Inline[])[]; readonly total: boolean }[];
}

export interface WaterfallStep {
  readonly label: string;
  readonly seats: number;
  readonly kind: 'total' | 'change';
  readonly shown: string;
  /** Which seats it takes off or adds: what sets unassigned seats apart from candidates in the drawing. */
  readonly step?: LineCommitment['waterfall'][number]['step'];
}

/** A part of a stacked bar; `category` fixes colour and pattern, the same as on screen. */
export interface ChartPart {
  readonly label: string;
  readonly count: number;
  readonly category: string;
  readonly shown: string;
}

export interface BriefOptions {
  readonly edition: 'internal';
  readonly paper: 'A4' | 'Letter';
  /** Typed by the user; default A. ISO. */
  readonly briefDate: string;
}
