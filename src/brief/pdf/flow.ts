import type { Pen } from './pen.ts';

/** The place on the sheet where the next block goes. */
export interface Flow {
  readonly pen: Pen;
  /** Top of the free space, in points from the top of the page. */
  y(): number;
  advance(by: number): void;
  /** Begins a new page unless `height` fits on this one. Returns whether a page was begun. */
  ensure(height: number): boolean;
  newPage(): void;
  isAtTop(): boolean;
}

/** A flow that begins at the top of the current page and reports every page it begins. */
export function beginFlow(pen: Pen, onPage: (page: number) => void): Flow {
  const { top, bottom } = pen.paper;
  let at = top;
  const newPage = (): void => {
    pen.addPage();
    at = top;
    onPage(pen.pages());
  };
  return {
    pen,
    y: () => at,
    advance: (by) => void (at += by),
    ensure(height) {
      if (at + height <= bottom || at === top) return false;
      newPage();
      return true;
    },
    newPage,
    isAtTop: () => at === top,
  };
}
