import type { BriefContent } from '../content/briefContent.ts';

/** Measures of a sheet in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Top and bottom of what flows; header and footer lie outside. */
  readonly top: number;
  readonly bottom: number;
}

const MARGIN = 56;
const HEAD = 76;
const FOOT = 64;

/** A4 and Letter with the same margins. */
export function paperOf(name: BriefContent['paper']): Paper {
  const [width, height] = name === 'A4' ? [595.28, 841.89] : [612, 792];
  return { width, height, left: MARGIN, right: width - MARGIN, top: HEAD, bottom: height - FOOT };
}
