import type { CaseRow } from '../../worker/reclaimView.ts';

type Selected = ReadonlyMap<number, CaseRow>;

/** Numbers of the selected cases that Reclaim applies to. */
export const readyCases = (selected: Selected): readonly number[] =>
  [...selected.values()].filter(({ state }) => state === 'Ready').map(({ number }) => number);

export const dryRunCases = (selected: Selected): readonly number[] =>
  [...selected.values()].filter(({ dryRun }) => dryRun).map(({ number }) => number);
