import { createStore } from 'zustand/vanilla';

/**
 * Whether a client is being opened or made: kept outside the screen, so that coming back to Start meanwhile does not
 * offer to open another.
 */
export const enteringClient = createStore<{
  readonly pending: boolean;
  readonly during: <Value>(enter: () => Promise<Value>) => Promise<Value>;
}>()((set) => ({
  pending: false,
  async during(enter) {
    set({ pending: true });
    try {
      return await enter();
    } finally {
      set({ pending: false });
    }
  },
}));
