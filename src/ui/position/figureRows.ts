import type { CategoryCounts } from '../../core/reconcile/seatSets.ts';
import { CATEGORY_FIGURES } from '../../brief/content/categoryFigures.ts';
import type { Category } from '../../core/policy/category.ts';
import { CASE_STATES, type CaseState } from '../../core/reclaim/caseState.ts';
import type { CountedSeats } from './seatsBehind.ts';

/** The rows that a figure of the brief counts. */
export type FigureRows =
  /** Seats of some licence types, or of the whole list. */
  | {
      readonly kind: 'seats';
      readonly counted: CountedSeats | Category;
      readonly licenceTypes: readonly string[];
    }
  /** Contract lines: of one licence type, or all. */
  | { readonly kind: 'lines'; readonly licenceTypes: readonly string[] }
  /** Cases of one state, or all. */
  | { readonly kind: 'cases'; readonly state: CaseState | undefined };

/** What figures can be about. */
export interface FigureScope {
  /** Licence types of the list. */
  readonly inList: readonly string[];
  /** Of them those with a contract line in force. */
  readonly withLine: readonly string[];
}

const CATEGORY_OF_FIGURE = new Map(
  Object.entries(CATEGORY_FIGURES).map(([category, id]) => [id as string, category as keyof CategoryCounts]),
);

const SEATS_OF_FIGURE: Readonly<Record<string, CountedSeats>> = {
  'F-002': 'assigned',
  'F-004': 'people',
  'F-015': 'flagged',
  'F-021': 'candidates',
};

/** Figures whose total counts every licence type of the list, and not those with a line alone. */
const OF_WHOLE_LIST = new Set([...CATEGORY_OF_FIGURE.keys(), 'F-015']);

/**
 * The rows behind a figure by its id, or `undefined` where it counts none, or rows that no filter shows. What stands behind
 * the first slash narrows it: a licence type, a state of cases, a step of the waterfall. Source: BRIEF-10.
 */
export function figureRows(id: string, { inList, withLine }: FigureScope): FigureRows | undefined {
  const slash = id.indexOf('/');
  const base = slash < 0 ? id : id.slice(0, slash);
  const part = slash < 0 ? undefined : id.slice(slash + 1);
  if (base === 'F-050') {
    if (part === undefined) return { kind: 'cases', state: undefined };
    const state = CASE_STATES.find((known) => known === part);
    return state && { kind: 'cases', state };
  }
  if (base === 'F-082') {
    if (part === 'Candidates') return { kind: 'seats', counted: 'candidates', licenceTypes: withLine };
    return part === 'Current' ? { kind: 'lines', licenceTypes: withLine } : undefined;
  }
  const all = part === 'whole snapshot' || OF_WHOLE_LIST.has(base) ? inList : withLine;
  const isWhole = part === undefined || part === 'whole snapshot';
  const licenceTypes = isWhole ? all : inList.includes(part) ? [part] : undefined;
  if (base === 'F-001') return { kind: 'lines', licenceTypes: part === undefined ? withLine : [part] };
  if (licenceTypes === undefined) return undefined;
  const counted = SEATS_OF_FIGURE[base] ?? CATEGORY_OF_FIGURE.get(base);
  return counted && { kind: 'seats', counted, licenceTypes };
}
