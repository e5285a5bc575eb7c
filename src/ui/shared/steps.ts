/** The seven screens, by their hash address. */
export type StepId = 'start' | 'load' | 'contract' | 'define' | 'review' | 'reclaim' | 'position';

export interface Step {
  readonly id: StepId;
  /** Name of the link and of the screen's level-1 heading, exactly. */
  readonly name: string;
  readonly group: 'Find' | 'Recover' | 'Convert';
}

export const STEPS: readonly Step[] = [
  { id: 'start', name: 'Start', group: 'Find' },
  { id: 'load', name: 'Load', group: 'Find' },
  { id: 'contract', name: 'Contract', group: 'Find' },
  { id: 'define', name: 'Define', group: 'Find' },
  { id: 'review', name: 'Review', group: 'Find' },
  { id: 'reclaim', name: 'Reclaim', group: 'Recover' },
  { id: 'position', name: 'Position & brief', group: 'Convert' },
];

/** Reads `#/define`; anything else is Start. */
export const stepFromHash = (hash: string): StepId =>
  STEPS.find((step) => hash === `#/${step.id}`)?.id ?? 'start';

export const hashOfStep = (step: StepId): string => `#/${step}`;
