import type { Failure } from '../worker/protocol.ts';

/** An answer on its way: the last value stays on screen while a newer one is fetched. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

export const NOT_ASKED: Loaded<never> = { value: undefined, loading: false, failure: undefined };

/** The same value, marked as being renewed. */
export const renewing = <Value>(before: Loaded<Value>): Loaded<Value> => ({ ...before, loading: true });

export const arrived = <Value>(value: Value): Loaded<Value> => ({
  value,
  loading: false,
  failure: undefined,
});

/** A failed renewal; what was known before is kept. */
export const notArrived = <Value>(before: Loaded<Value>, failure: Failure): Loaded<Value> => ({
  value: before.value,
  loading: false,
  failure,
});
