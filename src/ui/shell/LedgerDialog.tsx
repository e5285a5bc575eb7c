import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { LEDGER_KINDS, type LedgerKind } from '../../core/reclaim/ledgerKinds.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import type { LedgerRow } from '../../worker/reclaimView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { TextField } from '../shared/TextField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { NamesExportDialog } from '../shared/NamesExportDialog.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { formatStamp } from '../shared/formatStamp.ts';
import { KIND_NAMES, wordLedgerCheck } from './ledgerWords.ts';
import { LedgerWhat } from './LedgerWhat.tsx';

const ENTRIES_A_PAGE = 50;

/** Kinds that stand in the form of the ledger and that no act of this Fallow writes. */
const NOT_RECORDED_YET: readonly LedgerKind[] = ['workspaceSaved', 'namesRevealed', 'ledgerVerified'];

const KIND_OPTIONS = [
  { value: '' as LedgerKind | '', name: 'Every kind' },
  ...LEDGER_KINDS.filter((value) => !NOT_RECORDED_YET.includes(value)).map((value) => ({
    value,
    name: KIND_NAMES[value],
  })),
];

const COLUMNS: readonly Column<LedgerRow>[] = [
  { header: 'No.', align: 'end', width: '3rem', cell: (row) => formatCount(row.sequence) },
  {
    header: 'Recorded',
    width: '9.5rem',
    cell: (row) => <span className="nowrap">{formatStamp(row.at)}</span>,
  },
  {
    header: 'By',
    width: '7.5rem',
    cell: (row) => <span className="quoted">{visibleLines(row.actor)}</span>,
  },
  {
    header: 'What',
    width: '14rem',
    cell: (row) => <LedgerWhat row={row} />,
  },
  {
    header: 'About',
    width: '11rem',
    cell: (row) => (
      <span className="quoted" title={visibleLines(row.subject)}>
        {visibleLines(row.about)}
      </span>
    ),
  },
  {
    header: 'Reason',
    width: '12rem',
    cell: (row) => <span className="quoted">{visibleLines(row.reason)}</span>,
  },
  { header: 'Hash', width: '6rem', cell: (row) => <code title={row.hash}>{row.hash.slice(0, 8)}…</code> },
];

/** Every recorded act of this client, in order; found, checked and exported here. */
export function LedgerDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { ask, workspace, download } = useApp();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<LedgerKind | ''>('');
  const [from, setFrom] = useState(0);
  const [check, setCheck] = useState('');
  const [exporting, setExporting] = useState(false);
  const act = usePendingAct();
  const entries = useWorkspace(({ view }) => view?.ledger.length);

  const asked = useAsked(
    'ledgerPage',
    { search, kind: kind === '' ? undefined : kind, from, count: ENTRIES_A_PAGE },
    String(entries),
    true,
  );

  const verify = (): Promise<void> => {
    setCheck('Checking…');
    return act.run(
      () => ask('verifyLedger', {}),
      (answer) => setCheck(wordLedgerCheck(answer)),
    );
  };
  const exportNow = async (): Promise<void> => {
    setExporting(false);
    const stamp = await workspace.getState().stamp();
    if (!stamp) return;
    await act.run(
      () => ask('exportLedger', { stamp }),
      ({ fileName, text, view }) => {
        workspace.getState().setView(view);
        download(fileName, text, 'application/x-ndjson');
        setCheck(`Saved ${fileName}.`);
      },
    );
  };

  const total = asked.value?.total ?? 0;
  return (
    <Dialog
      title="Ledger"
      wide
      onClose={onClose}
      actions={
        <>
          <Button disabled={act.pending} onClick={() => void verify()}>
            Verify ledger
          </Button>
          <Button disabled={act.pending} onClick={() => setExporting(true)}>
            Export ledger
          </Button>
        </>
      }
    >
      <p className="soft">
        Each act is one entry, chained to the one before by its hash. An entry that is changed, removed or put
        in later is found by the check.
      </p>
      <div className="field-row">
        <TextField
          label="Find in the ledger"
          kind="search"
          value={search}
          onChange={(text) => {
            setSearch(text);
            setFrom(0);
          }}
        />
        <SelectField
          label="Kind of entry"
          value={kind}
          options={KIND_OPTIONS}
          onChange={(chosen) => {
            setKind(chosen);
            setFrom(0);
          }}
        />
      </div>
      <StatusLine label="Ledger check">{check}</StatusLine>
      <FailureAlert failure={asked.failure ?? act.failure} />
      <DataTable
        caption="Ledger entries"
        columns={COLUMNS}
        rows={asked.value?.rows ?? []}
        rowKey={(row) => row.sequence}
        rowCount={total}
        firstRow={from}
        empty={
          asked.value === undefined
            ? 'Reading the ledger.'
            : search === '' && kind === ''
              ? 'Nothing is recorded yet.'
              : search === ''
                ? 'No entry of this kind.'
                : 'No entry contains this text. Shorten it to see more.'
        }
      />
      <PageButtons what="entries" from={from} count={ENTRIES_A_PAGE} total={total} onFrom={setFrom} />
      {exporting ? (
        <NamesExportDialog onExport={() => void exportNow()} onCancel={() => setExporting(false)}>
          <p>
            The file holds all {formatCount(entries ?? total)} entries with the names of the people who acted,
            the names and addresses in notices and decisions, and the reasons that were typed.
          </p>
          <p>It is saved on this computer and sent nowhere. The export itself becomes an entry.</p>
        </NamesExportDialog>
      ) : null}
    </Dialog>
  );
}
