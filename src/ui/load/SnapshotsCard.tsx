import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import type { Receipt } from '../../worker/loadView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { CompareCard } from './CompareCard.tsx';
import { DeleteSnapshotDialog } from './DeleteSnapshotDialog.tsx';
import { DriftCard } from './DriftCard.tsx';
import { NameBaselineDialog } from './NameBaselineDialog.tsx';
import { systemName } from './snapshotWords.ts';

/** The snapshots that users lists made: which is in use, which is the baseline, and what changed between them. */
export function SnapshotsCard({
  view,
  onDelete,
}: {
  readonly view: WorkspaceView;
  readonly onDelete: (snapshot: string, namesBaseline: boolean) => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const [deleting, setDeleting] = useState<Receipt | undefined>(undefined);
  const [naming, setNaming] = useState<Receipt | undefined>(undefined);
  const { receipts, current, baselines = [] } = view;
  const isBaseline = (snapshot: string): boolean =>
    baselines.some((baseline) => baseline.snapshot === snapshot);
  const systems = [...new Set(receipts.map(({ source }) => source.system))];
  const others = systems.filter((system) => system !== current?.source.system);

  const columns: readonly Column<Receipt>[] = [
    {
      header: 'As of',
      rowHeader: true,
      cell: ({ asOf, snapshot }) => (
        <span className="nowrap">
          {formatDay(asOf)}
          {snapshot === current?.snapshot ? (
            <>
              {' '}
              <span className="badge">in use</span>
            </>
          ) : null}
          {isBaseline(snapshot) ? (
            <>
              {' '}
              <span className="badge badge-sky">baseline</span>
            </>
          ) : null}
        </span>
      ),
    },
    ...(others.length > 0
      ? [{ header: 'System', cell: (receipt: Receipt) => systemName(receipt) } satisfies Column<Receipt>]
      : []),
    {
      header: 'List',
      cell: ({ completeness, snapshot }) =>
        completeness === 'full' ? (
          'Full export'
        ) : (
          <>
            Filtered list
            {snapshot === current?.snapshot ? null : <span className="load-counts">in no figure</span>}
          </>
        ),
    },
    { header: 'Accounts', align: 'end', cell: ({ accounts }) => formatCount(accounts) },
    { header: 'Seats', align: 'end', cell: ({ seats }) => formatCount(seats) },
    { header: 'Licence types', align: 'end', cell: ({ licenceTypes }) => formatCount(licenceTypes.length) },
    {
      header: 'Acts',
      headerHidden: true,
      align: 'end',
      cell: (receipt) => (
        <span className="load-snapshot-acts">
          {receipt.completeness === 'full' && !isBaseline(receipt.snapshot) ? (
            <Button kind="quiet" disabled={act.pending} onClick={() => setNaming(receipt)}>
              Make {formatDay(receipt.asOf)} the baseline
            </Button>
          ) : null}
          <Button kind="quiet" onClick={() => setDeleting(receipt)}>
            Delete snapshot {formatDay(receipt.asOf)}
          </Button>
        </span>
      ),
    },
  ];

  return (
    <>
      <Card title="Snapshots">
        <div className="stack-tight">
          <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
          <DataTable
            caption="Snapshots"
            columns={columns}
            rows={receipts.toSorted((a, b) => b.asOf - a.asOf)}
            rowKey={({ snapshot }) => snapshot}
          />
          {baselines
            .filter(({ isKept }) => !isKept)
            .map(({ system, asOf, entry }) => (
              <InlineNote key={system}>
                The baseline{baselines.length > 1 ? ` of ${systemCardOf(system).name}` : ''} is{' '}
                {formatDay(asOf)}. Its snapshot was deleted; its figures are frozen in entry{' '}
                {formatCount(entry)} of the ledger.
              </InlineNote>
            ))}
          {current && others.length > 0 ? (
            <InlineNote>
              The figures describe the lists of {systemName(current)}. Lists of another system are kept and
              compared with their own, but stand in no figure.
              <span className="button-row">
                {others.map((system) => (
                  <Button
                    key={system}
                    disabled={act.pending}
                    onClick={() =>
                      void act.run(() => workspace.getState().act({ act: 'chooseSystem', system }))
                    }
                  >
                    Use the lists of {systemCardOf(system).name}
                  </Button>
                ))}
              </span>
            </InlineNote>
          ) : null}
        </div>
      </Card>
      <CompareCard receipts={receipts} />
      <DriftCard view={view} />
      {deleting ? (
        <DeleteSnapshotDialog
          receipt={deleting}
          onCancel={() => setDeleting(undefined)}
          onDelete={(namesBaseline) => {
            onDelete(deleting.snapshot, namesBaseline);
            setDeleting(undefined);
          }}
        />
      ) : null}
      {naming ? (
        <NameBaselineDialog
          receipt={naming}
          view={view}
          onCancel={() => setNaming(undefined)}
          onName={() => {
            const { snapshot } = naming;
            setNaming(undefined);
            void act.run(() => workspace.getState().act({ act: 'nameBaseline', snapshot }));
          }}
        />
      ) : null}
    </>
  );
}
