import { useCallback, useRef, useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { Failure } from '../../worker/protocol.ts';

export interface PendingAct {
  readonly pending: boolean;
  /** Why the last act was not done; stays until the next one or until it is dismissed. */
  readonly failure: Failure | undefined;
  readonly dismiss: () => void;
  /** Runs one act at a time; a second call meanwhile does nothing. A cancelled act leaves no failure. */
  readonly run: <Value>(
    act: () => Promise<Result<Value, Failure>>,
    onDone?: (value: Value) => void,
  ) => Promise<void>;
}

/** The waiting and failing of one act of the person. */
export function usePendingAct(): PendingAct {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const running = useRef(false);
  const run = useCallback<PendingAct['run']>(async (act, onDone) => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setFailure(undefined);
    try {
      const result = await act();
      if (result.ok) onDone?.(result.value);
      else if (result.failure.kind !== 'cancelled') setFailure(result.failure);
    } finally {
      running.current = false;
      setPending(false);
    }
  }, []);
  const dismiss = useCallback(() => setFailure(undefined), []);
  return { pending, failure, dismiss, run };
}
