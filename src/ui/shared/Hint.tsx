import type { ReactNode } from 'react';

/** A quiet line of help. */
export function Hint({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className="field-hint">{children}</p>;
}
