import type { BriefBlock } from '../content/briefContent.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText, raised } from './layoutText.ts';
import { FIELD, INK, SIZES, SOFT, SPACE } from './look.ts';

type BigFigures = Extract<BriefBlock, { kind: 'bigFigures' }>;

const GAP = 18;
const NOTE_LEADING = 10.4;

/** Two or three numbers side by side, each under its label and above its note. */
export function drawBigFigures(flow: Flow, { figures }: BigFigures): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  const width = (right - left - GAP * (figures.length - 1)) / figures.length;
  const notes = figures.map(({ note }) => layoutText(pen, [note], { size: SIZES.small, color: SOFT }, width));
  const height = 51 + Math.max(...notes.map((lines) => lines.length)) * NOTE_LEADING;
  flow.ensure(height + SPACE.wide);
  const top = flow.y();
  for (const [index, { label, figure }] of figures.entries()) {
    const x = left + index * (width + GAP);
    const size = fittingSize(flow, figure.text, width - 30);
    pen.line([x, top], [x + width, top], FIELD, 1.2);
    pen.text(label, x, top + 14, { size: SIZES.table, color: SOFT, bold: true });
    pen.text(figure.text, x, top + 43, { size, color: INK, bold: true });
    const mark = raised(pen, figure.id, 11);
    pen.text(
      mark.text,
      x + pen.widthOf(figure.text, { size, bold: true }) + 1,
      top + 43 - size * 0.45,
      mark.style,
    );
    for (const [at, line] of (notes[index] ?? []).entries()) {
      drawTextLine(pen, line, x, top + 57 + at * NOTE_LEADING);
    }
  }
  flow.advance(height + SPACE.wide);
}

function fittingSize(flow: Flow, text: string, width: number): number {
  const natural = flow.pen.widthOf(text, { size: SIZES.big, bold: true });
  return natural <= width ? SIZES.big : Math.max(SIZES.heading, (SIZES.big * width) / natural);
}
