import type { AssignedCategory } from '../content/categoryFigures.ts';

/** Red, green, blue. */
export type Color = readonly [number, number, number];

const hex = (code: number): Color => [(code >> 16) & 255, (code >> 8) & 255, code & 255];

/** Colours of the brief: the light scheme of the screens. */
export const INK = hex(0x1c2321);
export const SOFT = hex(0x59635e);
export const FAINT = hex(0x6f7973);
export const LINE = hex(0xe4e2da);
export const PAPER = hex(0xffffff);
export const SHADE = hex(0xf6f5f0);
export const FIELD = hex(0x2d6a4f);
export const OCHRE = hex(0xb3741a);
/** Marks over ochre. */
export const OCHRE_LIGHT = hex(0xe8c58c);
export const ALARM = hex(0xa3382c);
export const SKY = hex(0x33658a);
export const GREY = hex(0x8c9791);

/** Forms that tell charts' parts apart without colour; the same tiles of 6 points as on screen. */
export type Pattern =
  | 'plain'
  | 'dots'
  | 'sparseDots'
  | 'hatch'
  | 'backDiagonal'
  | 'horizontal'
  | 'vertical'
  | 'grid'
  | 'rings'
  | 'crosses';

export interface Swatch {
  readonly fill: Color;
  /** Colour of the pattern on the fill. */
  readonly mark: Color;
  readonly pattern: Pattern;
}

/** Fixed colour and pattern of each category, the same on screen and in every chart. */
export const CATEGORY_SWATCHES: Readonly<Record<AssignedCategory, Swatch>> = {
  active: { fill: hex(0x80ac96), mark: hex(0x2d6a4f), pattern: 'plain' },
  periodic: { fill: hex(0x4b8fa6), mark: hex(0xd9eef5), pattern: 'vertical' },
  nonHuman: { fill: hex(0xc3c9c2), mark: hex(0x59635e), pattern: 'grid' },
  tooNew: { fill: hex(0xa0b4ca), mark: hex(0x3c5470), pattern: 'horizontal' },
  excepted: { fill: hex(0xb9aed3), mark: hex(0x554878), pattern: 'rings' },
  unknown: { fill: hex(0xddd6c4), mark: hex(0x6f6650), pattern: 'dots' },
  leaver: { fill: hex(0xa3382c), mark: hex(0xf6d5cf), pattern: 'crosses' },
  neverUsed: { fill: hex(0x7a4a10), mark: hex(0xf0dcc0), pattern: 'sparseDots' },
  borderline: { fill: hex(0xf4d9a2), mark: hex(0x8a5610), pattern: 'hatch' },
  loginOnly: { fill: hex(0xe3bd80), mark: hex(0x8a5610), pattern: 'backDiagonal' },
  dormant: { fill: hex(0xb3741a), mark: hex(0xfbf0dc), pattern: 'plain' },
};

/** Type sizes in points. */
export const SIZES = {
  tiny: 6.6,
  small: 7.6,
  table: 8.4,
  body: 9.6,
  heading: 10.6,
  lead: 13.6,
  section: 15,
  title: 24,
  big: 25,
} as const;

/** Distances in points, on the 4-point grid. */
export const SPACE = { hair: 2, tight: 4, near: 8, block: 12, wide: 16, section: 26 } as const;
