import type { ReactNode, Ref } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { EvidenceClass } from '../../core/ingest/signalKind.ts';
import { classOfColumn } from '../../core/policy/evidenceClass.ts';
import { signInLimitation } from '../../core/policy/windowAdvice.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FileText } from '../shared/FileText.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { SwitchField } from '../shared/SwitchField.tsx';
import { withClass } from './unanswerableRule.ts';

const CLASSES: readonly { readonly value: EvidenceClass; readonly name: string }[] = [
  { value: 'meaningful', name: 'Meaningful' },
  { value: 'loginOnly', name: 'Login only' },
  { value: 'passive', name: 'Passive' },
  { value: 'ignored', name: 'Ignored' },
];

const SIGNALS: Readonly<Record<string, string>> = {
  action: 'action',
  applicationSignIn: 'application sign-in',
  ssoSignIn: 'SSO sign-in',
  attempt: 'sign-in attempt',
  background: 'background or API',
  passive: 'passive',
};

interface ActionsCardProps {
  readonly store: DefineStore;
  readonly columns: WorkspaceView['evidenceColumns'];
  readonly signInAsAction: readonly string[];
  readonly table: Ref<HTMLDivElement>;
  readonly signIn: Ref<HTMLDivElement>;
}

/** Which dates of use count as work, which as a sign-in only, and which not at all. */
export function ActionsCard({ store, columns, signInAsAction, table, signIn }: ActionsCardProps): ReactNode {
  const limitation = signInLimitation(signInAsAction);
  const draft = useStore(store, (state) => state.draft);
  const { edit } = store.getState();
  return (
    <Card title="What counts as work">
      <div className="stack-tight define-narrow">
        <div ref={table}>
          <DataTable
            caption="Actions"
            columns={[
              {
                header: 'Action',
                rowHeader: true,
                cell: (column) => (
                  <>
                    <FileText>{column.header}</FileText>
                    <div className="field-hint">{SIGNALS[column.signalKind] ?? column.signalKind}</div>
                  </>
                ),
              },
              { header: 'Dates', align: 'end', cell: (column) => formatCount(column.dated) },
              {
                header: 'Class',
                width: '8.5rem',
                cell: (column) => (
                  <SelectField
                    label={`Class of ${column.header}`}
                    labelHidden
                    value={classOfColumn(draft, column)}
                    options={CLASSES}
                    onChange={(chosen) => edit({ evidenceRules: withClass(draft, column.header, chosen) })}
                  />
                ),
              },
            ]}
            rows={columns}
            rowKey={(column) => column.header}
            empty="The loaded list has no column with a date of use. Without one nobody can be called inactive."
          />
        </div>
        <div ref={signIn}>
          <SwitchField
            label="Signing in counts as work"
            value={draft.signInCountsAsWork}
            onChange={(signInCountsAsWork) => edit({ signInCountsAsWork })}
          />
        </div>
        {limitation === undefined ? null : <InlineNote>{limitation}</InlineNote>}
      </div>
    </Card>
  );
}
