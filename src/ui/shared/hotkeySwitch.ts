import { createStore } from 'zustand/vanilla';

/** Whether single-letter keys work; switched in Help, for this visit. */
export const hotkeySwitch = createStore<{ readonly on: boolean; readonly set: (on: boolean) => void }>()(
  (set) => ({
    on: true,
    set: (on) => set({ on }),
  }),
);
