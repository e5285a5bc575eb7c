import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { StepId } from '../ui/shared/steps.ts';

/** Loads each screen when it is first opened, or ahead of that when the page is idle. */
const LOADERS: Readonly<Record<StepId, () => Promise<ComponentType>>> = {
  start: async () => (await import('../ui/start/StartScreen.tsx')).StartScreen,
  load: async () => (await import('../ui/load/LoadScreen.tsx')).LoadScreen,
  contract: async () => (await import('../ui/contract/ContractScreen.tsx')).ContractScreen,
  define: async () => (await import('../ui/define/DefineScreen.tsx')).DefineScreen,
  review: async () => (await import('../ui/review/ReviewScreen.tsx')).ReviewScreen,
  reclaim: async () => (await import('../ui/reclaim/ReclaimScreen.tsx')).ReclaimScreen,
  position: async () => (await import('../ui/position/PositionScreen.tsx')).PositionScreen,
};

export const SCREENS = Object.fromEntries(
  Object.entries(LOADERS).map(([step, load]) => [step, lazy(async () => ({ default: await load() }))]),
) as Readonly<Record<StepId, LazyExoticComponent<ComponentType>>>;

/**
 * Fetches everything that is loaded on demand while the page is idle, so that it works with the network unplugged
 * from then on. The mark on the root element tells the tests that no request may follow.
 */
export async function loadAhead(): Promise<void> {
  const screens = Object.values(LOADERS).map((load) => load());
  await Promise.all([
    ...screens,
    import('../ui/position/WaterfallCanvas.tsx'),
    import('virtual:worker-source/thread'),
    import('virtual:worker-source/brief'),
  ]);
  document.documentElement.dataset['loaded'] = 'all';
}
