import type { Category } from '../../core/policy/category.ts';

/** Forms that tell categories apart without colour. */
export type CategoryPattern =
  | 'plain'
  | 'dots'
  | 'sparseDots'
  | 'backDiagonal'
  | 'horizontal'
  | 'vertical'
  | 'grid'
  | 'checks'
  | 'hatch'
  | 'rings'
  | 'crosses';

export interface CategoryLook {
  readonly fill: string;
  /** Colour of the pattern on the fill. */
  readonly mark: string;
  readonly pattern: CategoryPattern;
}

/** Fixed colour and fixed pattern of each category: the same on screen, in charts and in the brief. */
export const CATEGORY_LOOKS: Readonly<Record<Category, CategoryLook>> = {
  active: { fill: '#80ac96', mark: '#2d6a4f', pattern: 'plain' },
  periodic: { fill: '#4b8fa6', mark: '#d9eef5', pattern: 'vertical' },
  nonHuman: { fill: '#c3c9c2', mark: '#59635e', pattern: 'grid' },
  tooNew: { fill: '#a0b4ca', mark: '#3c5470', pattern: 'horizontal' },
  excepted: { fill: '#b9aed3', mark: '#554878', pattern: 'rings' },
  unknown: { fill: '#ddd6c4', mark: '#6f6650', pattern: 'dots' },
  leaver: { fill: '#a3382c', mark: '#f6d5cf', pattern: 'crosses' },
  neverUsed: { fill: '#7a4a10', mark: '#f0dcc0', pattern: 'sparseDots' },
  borderline: { fill: '#f4d9a2', mark: '#8a5610', pattern: 'hatch' },
  loginOnly: { fill: '#e3bd80', mark: '#8a5610', pattern: 'backDiagonal' },
  dormant: { fill: '#b3741a', mark: '#fbf0dc', pattern: 'plain' },
  notASeat: { fill: '#eceae4', mark: '#6f7973', pattern: 'checks' },
};
