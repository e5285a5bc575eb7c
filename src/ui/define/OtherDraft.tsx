import type { ReactNode } from 'react';
import type { Policy } from '../../core/policy/policy.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Alert } from '../shared/Alert.tsx';
import { Button } from '../shared/Button.tsx';

export const OTHER_DRAFT_FIRST =
  'Another tab has changed the draft of this client. Choose one of the two drafts before you use a definition.';

const windowWords = ({ windows }: Policy): string =>
  `window ${windows.dormancy} days, borderline limit ${windows.borderline}`;

/** Two tabs of one client have different drafts: neither is given up before a person chooses. */
export function OtherDraft({
  store,
  own,
  other,
}: {
  readonly store: DefineStore;
  readonly own: Policy;
  readonly other: Policy;
}): ReactNode {
  const { keepOwnDraft, takeOtherDraft } = store.getState();
  return (
    <Alert
      tone="attention"
      actions={
        <>
          <Button onClick={() => void keepOwnDraft()}>Keep the draft of this tab</Button>
          <Button onClick={takeOtherDraft}>Take the draft of the other tab</Button>
        </>
      }
    >
      Another tab has changed the draft of this client. The draft of this tab ({windowWords(own)}) is not
      stored, and that of the other tab ({windowWords(other)}) stays as it is until you choose.
    </Alert>
  );
}
