import { createStore } from 'zustand/vanilla';

/** Name of the client wiped last: kept outside the screen, which is drawn anew when the open client is gone. */
export const wipedClient = createStore<{
  readonly name: string | undefined;
  readonly remember: (name: string | undefined) => void;
}>()((set) => ({
  name: undefined,
  remember: (name) => set({ name }),
}));
