import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { ConflictSideView, ConflictView } from '../../worker/evidenceView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Hint } from '../shared/Hint.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { IdentityRulesCard } from './IdentityRulesCard.tsx';
import { counted } from './loadWords.ts';
import { LogNotes } from './LogNotes.tsx';
import { wordSpan, wordUse } from './logWords.ts';
import { usePeopleKey } from './usePeople.ts';

/** How the loaded activity logs stand to the list in use; nothing while no log is loaded. */
export function LogReportCard(): ReactNode {
  const files = useWorkspace((workspace) => workspace.view?.files);
  const head = useWorkspace((workspace) => workspace.view?.ledger.head?.hash);
  const hasLog = (files ?? []).some(({ kind }) => kind === 'activity');
  const [said, setSaid] = useState('');
  return hasLog ? <Report key={head} said={said} onSaid={setSaid} /> : null;
}

/** Matched keys, what needs a look, conflicts; asked anew after every entry that can change figures. */
function Report({
  said,
  onSaid,
}: {
  readonly said: string;
  readonly onSaid: (words: string) => void;
}): ReactNode {
  const { stores } = useApp();
  const { report, loadReport } = useStore(stores().logReport);
  useEffect(() => void loadReport(), [loadReport]);
  const { value, failure } = report;
  // With a roster the rules stand beside the people whom they match.
  const rules = usePeopleKey() === undefined ? value?.rules : undefined;
  return (
    <>
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
                  header: 'Lag',
                  cell: ({ lagDays }) => counted(lagDays, 'day', 'days').replace(' ', '\u00a0'),
                },
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
              <LogNotes key={log.file} log={log} />
            ))}
            <Conflicts conflicts={value.conflicts} />
          </div>
        ) : (
          <Hint>Matching the logs with the accounts of the list.</Hint>
        )}
        <StatusLine>{said === '' ? null : said}</StatusLine>
      </Card>
      {rules ? <IdentityRulesCard key={JSON.stringify(rules)} {...rules} onSaid={onSaid} /> : null}
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
