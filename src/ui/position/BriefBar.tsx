import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { BriefContent } from '../../brief/content/briefContent.ts';
import type { BriefResult } from '../../state/positionStore.ts';
import type { PositionView } from '../../worker/positionView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { NamesExportDialog } from '../shared/NamesExportDialog.tsx';
import { Progress } from '../shared/Progress.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { leavingWords, namesIn } from './leavingWords.ts';
import { isBlocked } from './ReadinessCard.tsx';

interface BriefBarProps {
  readonly view: WorkspaceView;
  readonly position: PositionView;
}

const wordResult = ({ fileName, sha256, head }: BriefResult): string =>
  `Saved ${fileName}. Hash ${sha256.slice(0, 4)}…; ledger head ${
    head ? `${head.hash.slice(0, 4)}… (entry ${formatCount(head.sequence)})` : 'not known'
  }.`;

/** The one act of the screen, on every tab: the brief leaves as a file, after a question where it names people. */
export function BriefBar({ view, position }: BriefBarProps): ReactNode {
  const { stores } = useApp();
  const store = stores().position;
  const { building, result, exportFailure } = useStore(store);
  const [asking, setAsking] = useState<BriefContent | undefined>(undefined);
  const blocked = isBlocked(position.readiness);

  const begin = async (): Promise<void> => {
    const brief = await store.getState().prepareBrief();
    if (!brief) return;
    if (namesIn(brief, view).length > 0) setAsking(brief);
    else await store.getState().exportBrief();
  };
  const exportWithNames = (): void => {
    setAsking(undefined);
    void store.getState().exportBrief();
  };
  return (
    <>
      <ActionBar
        sentence={
          blocked
            ? 'The readiness list says what still blocks the brief.'
            : result || building !== undefined
              ? undefined
              : 'Internal edition. Writes a PDF to your downloads, and the export to the ledger.'
        }
      >
        <div className="brief-result">
          {building === undefined ? null : (
            <Progress
              label="Building the brief"
              done={building}
              total={undefined}
              sentence={building === 0 ? 'Building the brief.' : `Building page ${formatCount(building)}.`}
            />
          )}
          <StatusLine label="Brief result">{result ? wordResult(result) : ''}</StatusLine>
          <FailureAlert failure={exportFailure} />
        </div>
        <Button kind="primary" disabled={blocked || building !== undefined} onClick={() => void begin()}>
          Export brief
        </Button>
      </ActionBar>
      {asking ? (
        <NamesExportDialog onExport={exportWithNames} onCancel={() => setAsking(undefined)}>
          <ul className="leaving">
            {leavingWords(asking, namesIn(asking, view)).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="soft">The export is entered in the ledger.</p>
        </NamesExportDialog>
      ) : null}
    </>
  );
}
