import type { WaterfallStep } from './briefContent.ts';

const changesNothing = ({ kind, seats }: WaterfallStep): boolean => kind === 'change' && seats === 0;

/** The steps that a waterfall draws: one that changes nothing takes no bar, and keeps its figure in the table. */
export const drawnSteps = (steps: readonly WaterfallStep[]): readonly WaterfallStep[] =>
  steps.filter((step) => !changesNothing(step));

/** The labels of the steps that are not drawn, in their order. */
export const leftOutSteps = (steps: readonly WaterfallStep[]): readonly string[] =>
  steps.filter(changesNothing).map(({ label }) => label);
