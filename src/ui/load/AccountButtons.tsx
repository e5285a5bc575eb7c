import type { ReactNode } from 'react';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { Button } from '../shared/Button.tsx';
import './people.css';

interface AccountButtonProps {
  /** As written in the file. A long one is cut in sight, never in the name of the button. */
  readonly accountId: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

const Id = ({ accountId }: Pick<AccountButtonProps, 'accountId'>): ReactNode => (
  <bdi className="people-id">{visibleText(accountId)}</bdi>
);

/** Says that an account is that of the person beside it. */
export const MergeButton = ({ accountId, disabled, onPress }: AccountButtonProps): ReactNode => (
  <Button disabled={disabled} title={visibleText(accountId)} onClick={onPress}>
    <span>
      Merge <Id accountId={accountId} />
    </span>
  </Button>
);

/** Says that an account is not that of the person beside it. */
export const ApartButton = ({ accountId, disabled, onPress }: AccountButtonProps): ReactNode => (
  <Button kind="quiet" disabled={disabled} title={visibleText(accountId)} onClick={onPress}>
    <span>
      Keep <Id accountId={accountId} /> apart
    </span>
  </Button>
);
