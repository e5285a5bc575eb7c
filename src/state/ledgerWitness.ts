import type { WorkspaceView } from '../worker/workspaceView.ts';

/**
 * Length and head of each client's ledger, remembered outside the database: a browser that silently loses or
 * shortens a database must not pass for a first visit.
 */
export interface LedgerWitness {
  remember(clientId: string, ledger: WorkspaceView['ledger']): void;
  recall(clientId: string): { readonly length: number; readonly hash: string } | undefined;
  /** Ids of clients that were remembered here. */
  clients(): readonly string[];
  forget(clientId: string): void;
}

/** The part of `localStorage` that is used; may be missing or throw in private windows. */
export interface WitnessStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'fallow-witness:';

export function createLedgerWitness(storage: WitnessStorage | undefined): LedgerWitness {
  return {
    remember(clientId, ledger) {
      const value = `${ledger.length}:${ledger.head?.hash ?? ''}`;
      try {
        storage?.setItem(PREFIX + clientId, value);
      } catch {
        // The witness is a second pair of eyes; where the browser refuses it, the ledger itself still stands.
      }
    },
    recall(clientId) {
      const parts = /^(\d+):([0-9a-f]*)$/.exec(storage?.getItem(PREFIX + clientId) ?? '');
      return parts ? { length: Number(parts[1]), hash: parts[2] ?? '' } : undefined;
    },
    clients() {
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    },
    forget(clientId) {
      storage?.removeItem(PREFIX + clientId);
    },
  };
}
