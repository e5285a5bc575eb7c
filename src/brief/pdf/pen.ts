import { jsPDF } from 'jspdf';
import type { BriefContent } from '../content/briefContent.ts';
import type { BriefFonts } from './briefFonts.ts';
import type { Color } from './look.ts';
import type { Paper } from './paper.ts';

export interface TextStyle {
  readonly size: number;
  readonly color: Color;
  readonly bold?: boolean;
}

/** Draws on the current page. Points from the top left corner; text stands on its baseline. */
export interface Pen {
  readonly paper: Paper;
  text(text: string, x: number, baseline: number, style: TextStyle): void;
  widthOf(text: string, style: Pick<TextStyle, 'size' | 'bold'>): number;
  line(
    from: readonly [number, number],
    to: readonly [number, number],
    color: Color,
    width: number,
    dash?: number,
  ): void;
  rect(x: number, y: number, width: number, height: number, color: Color): void;
  dot(x: number, y: number, radius: number, color: Color): void;
  /** A closed shape; at least three corners. */
  area(corners: readonly (readonly [number, number])[], color: Color): void;
  /** Draws with everything outside the rectangle cut off. */
  within(x: number, y: number, width: number, height: number, draw: () => void): void;
  addPage(): void;
  goToPage(page: number): void;
  pages(): number;
  bookmark(title: string): void;
  bytes(): Uint8Array;
}

const FAMILY = 'NotoSans';
const FILE_ID_LENGTH = 32;
/** Size at which advances are measured. */
const EM = 1000;

/**
 * Opens a document that depends on its content alone: no clock, no chance, no machine. Coordinates are written with
 * two decimals, the creation date is the data-as-of date at midnight UTC and the file id comes from the brief id.
 */
export function openPen(content: BriefContent, paper: Paper, fonts: BriefFonts): Pen {
  const document = new jsPDF({
    unit: 'pt',
    format: [paper.width, paper.height],
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 2,
  });
  document.setCreationDate(`D:${content.asOfIso.replaceAll('-', '')}000000+00'00'`);
  document.setFileId(content.briefId.padEnd(FILE_ID_LENGTH, '0').slice(0, FILE_ID_LENGTH));
  document.setDocumentProperties({
    title: `${content.title}, ${content.edition} edition, ${content.briefId}`,
  });
  document.setLanguage('en-GB');
  document.viewerPreferences({ DisplayDocTitle: true });
  for (const [style, base64] of [
    ['normal', fonts.regular],
    ['bold', fonts.bold],
  ] as const) {
    document.addFileToVFS(`${FAMILY}-${style}.ttf`, base64);
    document.addFont(`${FAMILY}-${style}.ttf`, FAMILY, style);
  }
  return penOf(document, paper);
}

function penOf(document: jsPDF, paper: Paper): Pen {
  const choose = ({ size, bold }: Pick<TextStyle, 'size' | 'bold'>): void => {
    document.setFont(FAMILY, bold ? 'bold' : 'normal');
    document.setFontSize(size);
  };
  const advances = { normal: new Map<string, number>(), bold: new Map<string, number>() };
  const advanceOf = (character: string, bold: boolean): number => {
    const known = advances[bold ? 'bold' : 'normal'];
    const before = known.get(character);
    if (before !== undefined) return before;
    choose({ size: EM, bold });
    const advance = document.getTextWidth(character);
    known.set(character, advance);
    return advance;
  };
  return {
    paper,
    text(text, x, baseline, style) {
      if (text === '') return;
      choose(style);
      document.setTextColor(...style.color);
      document.text(text, x, baseline);
    },
    widthOf(text, { size, bold }) {
      let advance = 0;
      for (const character of text) advance += advanceOf(character, bold ?? false);
      return (advance * size) / EM;
    },
    line([x1, y1], [x2, y2], color, width, dash) {
      document.setDrawColor(...color);
      document.setLineWidth(width);
      document.setLineDashPattern(dash === undefined ? [] : [dash, dash], 0);
      document.line(x1, y1, x2, y2);
    },
    rect(x, y, width, height, color) {
      document.setFillColor(...color);
      document.rect(x, y, width, height, 'F');
    },
    dot(x, y, radius, color) {
      document.setFillColor(...color);
      document.circle(x, y, radius, 'F');
    },
    area(corners, color) {
      const [first, ...others] = corners;
      if (first === undefined) return;
      document.setFillColor(...color);
      const steps = others.map(([x, y], index) => {
        const [fromX, fromY] = corners[index] ?? first;
        return [x - fromX, y - fromY];
      });
      document.lines(steps, first[0], first[1], [1, 1], 'F', true);
    },
    within(x, y, width, height, draw) {
      document.saveGraphicsState();
      document.rect(x, y, width, height, null);
      document.clip();
      document.discardPath();
      draw();
      document.restoreGraphicsState();
    },
    addPage: () => void document.addPage([paper.width, paper.height]),
    goToPage: (page) => void document.setPage(page),
    pages: () => document.getNumberOfPages(),
    bookmark(title) {
      document.outline.add(null, title, { pageNumber: document.getCurrentPageInfo().pageNumber });
    },
    bytes: () => new Uint8Array(document.output('arraybuffer')),
  };
}
