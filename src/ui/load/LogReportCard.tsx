import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { ConflictSideView, ConflictView, LogReport } from '../../worker/evidenceView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Hint } from '../shared/Hint.tsx';
import { counted } from './loadWords.ts';

const WHY_GAP = {
  noAccount: 'no account of the list has this key',
  severalAccounts: 'several accounts of the list share this key',
  noSeat: 'the account holds no seat',
} as const;

/** How the loaded activity logs stand to the list in use; nothing while no log is loaded. */
export function LogReportCard(): ReactNode {
  const files = useWorkspace((workspace) => workspace.view?.files);
  const current = useWorkspace((workspace) => workspace.view?.current?.snapshot);
  const logs = (files ?? []).filter(({ kind }) => kind === 'activity').map(({ file }) => file);
  return logs.length === 0 ? null : <Report key={[current, ...logs].join(' ')} />;
}

/** Matched keys, activity without a seat, conflicts; asked anew for every list and set of logs. */
function Report(): ReactNode {
  const { stores } = useApp();
  const { report, loadReport } = useStore(stores().tables);
  useEffect(() => void loadReport(), [loadReport]);
  const { value, failure } = report;
  return (
    <Card title="Activity logs and the list in use">
      <FailureAlert failure={failure} />
      {value ? (
        <div className="stack-tight" aria-busy={report.loading}>
          <DataTable
            caption="Activity logs"
            columns={[
              {
                header: 'Log',
                rowHeader: true,
                cell: ({ name }) => <bdi className="quoted">{visibleText(name)}</bdi>,
              },
              { header: 'Shows', cell: wordSpan },
              {
                header: 'Matched keys',
                align: 'end',
                cell: ({ matched, keys }) => `${formatCount(matched)} of ${formatCount(keys)}`,
              },
              { header: 'Use', cell: wordUse },
            ]}
            rows={value.logs}
            rowKey={({ file }) => file}
          />
          {value.logs.map((log) => (
            <Gaps key={log.file} log={log} />
          ))}
          <Conflicts conflicts={value.conflicts} />
        </div>
      ) : (
        <Hint>Matching the logs with the accounts of the list.</Hint>
      )}
    </Card>
  );
}

const wordSpan = ({ historyStart, asOf }: LogReport): string =>
  `${formatDay(historyStart)} to ${formatDay(asOf)}`;

function wordUse({ notUsed, endsEarly, asOf }: LogReport): string {
  switch (notUsed) {
    case 'otherSystem':
      return 'Not used: it belongs to another system than the list.';
    case 'laterThanSnapshot':
      return 'Not used: its day lies after that of the list.';
    case 'noKeyMatched':
      return 'Not used: none of its keys is an account of the list. Check which column names the account.';
    case undefined:
      return endsEarly
        ? `Its days count as use. It ends on ${formatDay(asOf)}, before the list, so a missing entry proves nothing.`
        : 'Evidence for the seats. A seat without an entry was not used for as long as the log shows.';
  }
}

/** People who work without a seat of the list, as far as a log says. */
function Gaps({ log }: { readonly log: LogReport }): ReactNode {
  const { first, total } = log.gaps;
  if (total === 0) return null;
  const name = visibleText(log.name);
  return (
    <>
      <p>
        Activity without a seat in <bdi className="quoted">{name}</bdi>:{' '}
        {counted(total, 'account key', 'account keys')}
        {first.length < total ? `, the latest ${formatCount(first.length)} below` : ''}.
      </p>
      <DataTable
        caption={`Activity without a seat, ${name}`}
        columns={[
          {
            header: 'Account key',
            rowHeader: true,
            cell: ({ key }) => <bdi className="quoted">{visibleText(key)}</bdi>,
          },
          { header: 'Last day', cell: ({ lastDay }) => formatDay(lastDay) },
          { header: 'Why', cell: ({ why }) => WHY_GAP[why] },
        ]}
        rows={first}
        rowKey={({ key }) => key}
      />
    </>
  );
}

function Conflicts({
  conflicts: { first, total },
}: {
  readonly conflicts: { readonly first: readonly ConflictView[]; readonly total: number };
}): ReactNode {
  if (total === 0)
    return <p className="soft">No two files disagree on the last use by more than their lag.</p>;
  return (
    <>
      <p>
        {counted(total, 'conflict', 'conflicts')} between files
        {first.length < total ? `, the first ${formatCount(first.length)} below` : ''}. The later use decides.
      </p>
      <DataTable
        caption="Conflicts between files"
        columns={[
          {
            header: 'Account',
            rowHeader: true,
            cell: ({ name, licenceType }) => (
              <bdi className="quoted">
                {visibleText(name)}
                {licenceType === undefined ? '' : `, ${visibleText(licenceType)}`}
              </bdi>
            ),
          },
          {
            header: 'What',
            cell: ({ evidenceClass }) => (evidenceClass === 'meaningful' ? 'Last real work' : 'Last sign-in'),
          },
          { header: 'Decides', cell: ({ later }) => <Side side={later} /> },
          { header: 'Against', cell: ({ earlier }) => <Side side={earlier} /> },
        ]}
        rows={first}
        rowKey={({ name, licenceType, evidenceClass, later }) =>
          [name, licenceType ?? '', evidenceClass, later.file, later.fileRow].join(' ')
        }
      />
    </>
  );
}

function Side({ side: { reading, column, file, fileRow } }: { readonly side: ConflictSideView }): ReactNode {
  const row = fileRow === 0 ? '' : `, row ${formatCount(fileRow)}`;
  return (
    <>
      {reading}
      <div className="field-hint quoted">
        {visibleText(column)} in {visibleText(file)}
        {row}
      </div>
    </>
  );
}
