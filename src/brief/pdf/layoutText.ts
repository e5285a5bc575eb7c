import { rowIdOf, type Inline } from '../content/briefContent.ts';
import type { Pen, TextStyle } from './pen.ts';
import { FAINT, type Color } from './look.ts';

/** A stretch of text in one style, `shift` points above the baseline. */
interface Run {
  readonly text: string;
  readonly style: TextStyle;
  readonly shift: number;
  readonly width: number;
}

/** A line of runs and the width they take. */
export interface TextLine {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** How the parts of a text are styled. */
export interface TextLook extends TextStyle {
  /** Style of figures; that of the text when absent. */
  readonly figure?: { readonly bold: boolean; readonly color: Color };
  /** In tables the row names what follows the slash of an id. */
  readonly shortIds?: boolean;
}

const RAISED_SIZE = 0.6;
const RAISED_BY = 0.36;

/** Breaks a text into lines no wider than `width`; a figure and its id stay together. */
export function layoutText(
  pen: Pen,
  text: readonly Inline[],
  look: TextLook,
  width: number,
): readonly TextLine[] {
  const lines: TextLine[] = [];
  let runs: Run[] = [];
  let filled = 0;
  const flush = (): void => {
    lines.push({ runs, width: filled });
    runs = [];
    filled = 0;
  };
  for (const atom of atomsOf(pen, text, look).flatMap((atom) => fitting(pen, atom, width))) {
    const atomWidth = widthOf(atom.runs);
    const gap = runs.length > 0 && atom.spaced ? pen.widthOf(' ', look) : 0;
    if (runs.length > 0 && filled + gap + atomWidth > width) flush();
    else if (gap > 0) {
      runs.push({ text: ' ', style: look, shift: 0, width: gap });
      filled += gap;
    }
    runs.push(...atom.runs);
    filled += atomWidth;
  }
  flush();
  return lines;
}

/** Draws a line from its left end. */
export function drawTextLine(pen: Pen, line: TextLine, x: number, baseline: number): void {
  let at = x;
  for (const { text, style, shift, width } of merged(line.runs)) {
    pen.text(text, at, baseline - shift, style);
    at += width;
  }
}

/** Neighbours of one style as one run, so that copied text keeps its words and spaces. */
function merged(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (
      last &&
      last.shift === run.shift &&
      last.style.bold === run.style.bold &&
      last.style.color === run.style.color &&
      last.style.size === run.style.size
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text, width: last.width + run.width };
    } else joined.push(run);
  }
  return joined;
}

/** Runs between which no line may end; `spaced` when a space stands before them. */
interface Atom {
  readonly runs: readonly Run[];
  readonly spaced: boolean;
}

function atomsOf(pen: Pen, text: readonly Inline[], look: TextLook): readonly Atom[] {
  const atoms: { runs: Run[]; spaced: boolean }[] = [];
  let open = false;
  let spaced = false;
  const add = (run: Run): void => {
    const last = atoms.at(-1);
    if (open && last) last.runs.push(run);
    else atoms.push({ runs: [run], spaced });
    open = true;
    spaced = false;
  };
  const addWords = (words: string, style: TextStyle): void => {
    for (const part of words.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        open = false;
        spaced = true;
      } else add(runOf(pen, part, style));
    }
  };
  for (const inline of text) {
    if (typeof inline === 'string') addWords(inline, look);
    else if ('strong' in inline) addWords(inline.strong, { ...look, bold: true });
    else {
      addWords(inline.text, look.figure ? { ...look, ...look.figure } : look);
      add(raised(pen, look.shortIds ? rowIdOf(inline) : inline.id, look.size));
    }
  }
  return atoms;
}

const runOf = (pen: Pen, text: string, style: TextStyle): Run => ({
  text,
  style: { size: style.size, color: style.color, bold: style.bold ?? false },
  shift: 0,
  width: pen.widthOf(text, style),
});

/** A figure id as superscript beside text of the given size. */
export function raised(pen: Pen, id: string, size: number): Run {
  const style: TextStyle = {
    size: Math.max(4.6, Math.min(size * RAISED_SIZE, 6.4)),
    color: FAINT,
    bold: false,
  };
  return { text: `\u2009${id}`, style, shift: size * RAISED_BY, width: pen.widthOf(`\u2009${id}`, style) };
}

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, { width }) => sum + width, 0);

/** An atom wider than a line is cut between characters. */
function fitting(pen: Pen, atom: Atom, width: number): readonly Atom[] {
  if (widthOf(atom.runs) <= width) return [atom];
  const pieces: { runs: Run[]; spaced: boolean }[] = [{ runs: [], spaced: atom.spaced }];
  let filled = 0;
  for (const run of atom.runs) {
    for (const character of run.text) {
      const size = pen.widthOf(character, run.style);
      if (filled + size > width && filled > 0) {
        pieces.push({ runs: [], spaced: false });
        filled = 0;
      }
      pieces.at(-1)?.runs.push({ ...run, text: character, width: size });
      filled += size;
    }
  }
  return pieces;
}
