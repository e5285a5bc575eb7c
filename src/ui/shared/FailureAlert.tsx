import type { ReactNode } from 'react';
import type { Failure } from '../../worker/protocol.ts';
import { Alert } from './Alert.tsx';
import { Button } from './Button.tsx';
import { wordFailure } from './wordFailure.ts';

/** A failed act in words; it stays until the person puts it aside or does it again. */
export function FailureAlert({
  failure,
  onDismiss,
}: {
  readonly failure: Failure | undefined;
  readonly onDismiss?: () => void;
}): ReactNode {
  if (failure === undefined || failure.kind === 'cancelled') return null;
  return (
    <Alert actions={onDismiss ? <Button onClick={onDismiss}>Dismiss</Button> : undefined}>
      {wordFailure(failure)}
    </Alert>
  );
}
