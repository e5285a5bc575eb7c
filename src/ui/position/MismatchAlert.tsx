import type { ReactNode } from 'react';
import { Alert } from '../shared/Alert.tsx';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';

/** Licence types of the contract and of the list do not meet: no figure stands until their names are equal. */
export function MismatchAlert({ sentence }: { readonly sentence: string }): ReactNode {
  const { navigate } = useApp();
  return (
    <Alert actions={<Button onClick={() => navigate('contract')}>Go to Contract</Button>}>{sentence}</Alert>
  );
}
