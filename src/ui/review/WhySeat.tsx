import { Fragment, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines, visibleText } from '../../core/ingest/visibleText.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import { CHECK_NAMES } from '../../core/policy/checkSeat.ts';
import type { Loaded } from '../../state/loaded.ts';
import type { CheckView, SeatExplanation } from '../../worker/reviewView.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { Hint } from '../shared/Hint.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { AssignmentHistory } from './AssignmentHistory.tsx';

const RESULTS: Readonly<Record<CheckView['result'], string>> = {
  pass: '✓ pass',
  warn: '! warn',
  block: '✕ block',
  off: '– off',
};

/** Why the seat under the cursor has its category, down to the cell of the file. */
export function WhySeat({
  explanation,
  unit,
  children,
}: {
  readonly explanation: Loaded<SeatExplanation>;
  /** Unit of the seat, in full: its row has room for two lines. '' where the list names none. */
  readonly unit: string;
  readonly children?: ReactNode;
}): ReactNode {
  const why = explanation.value;
  return (
    <Card as="region" title="Why this category" className="why-seat">
      <FailureAlert failure={explanation.failure} />
      {why ? (
        <div className="stack-tight" aria-busy={explanation.loading}>
          <p className="why-name">
            <FileText>{why.name}</FileText>{' '}
            <span>
              · <FileText>{why.licenceType}</FileText>
            </span>
          </p>
          <p aria-live="polite">{visibleLines(why.sentence)}</p>
          {why.securityNote === undefined ? null : (
            <InlineNote tone="attention">{why.securityNote}</InlineNote>
          )}
          {why.boundary ? (
            <InlineNote tone="attention">
              On the boundary: the idle time lies within the lag of the source around the window.
            </InlineNote>
          ) : null}
          {why.invited ? <InlineNote>Invited, but the invitation was not accepted.</InlineNote> : null}
          {children}
          <dl className="fact-list">
            <dt>Rule</dt>
            <dd>
              {why.rule} · {CATEGORY_NAMES[why.category]}
            </dd>
            <dt>Definition</dt>
            <dd>{why.policyVersion}</dd>
            {why.evidence.map((cell) => (
              <EvidenceCell key={`${cell.label} ${cell.column} ${cell.fileRow}`} cell={cell} />
            ))}
            <dt>History</dt>
            <dd>{why.history}</dd>
            {unit === '' ? null : (
              <>
                <dt>Unit</dt>
                <dd className="quoted">
                  <FileText whole>{unit}</FileText>
                </dd>
              </>
            )}
            {why.described ? <Described described={why.described} /> : null}
          </dl>
          <AssignmentHistory key={why.seat} seat={why.seat} />
          {why.checks.length === 0 ? null : (
            <DataTable
              caption="Checks"
              captionHidden={false}
              columns={[
                {
                  header: 'Check',
                  rowHeader: true,
                  cell: ({ check, evidence }) => (
                    <>
                      {CHECK_NAMES[check]}
                      <div className="field-hint quoted">{visibleLines(evidence)}</div>
                    </>
                  ),
                },
                {
                  header: 'Result',
                  cell: ({ result }) => (
                    <span className={`check-result check-${result}`}>{RESULTS[result]}</span>
                  ),
                },
              ]}
              rows={why.checks}
              rowKey={({ check }) => check}
            />
          )}
        </div>
      ) : (
        <Hint>
          {explanation.loading ? 'Reading the seat.' : 'Choose a row to see why it has its category.'}
        </Hint>
      )}
    </Card>
  );
}

/** Subject, role and further texts, as far as the list tells them. */
function Described({
  described: { subject, role, further },
}: {
  readonly described: NonNullable<SeatExplanation['described']>;
}): ReactNode {
  const facts = [
    ['Subject', subject],
    ['Role', role],
    ...further.map(({ label, text }) => [label, text] as const),
  ] as const;
  return facts.map(([label, text]) =>
    text === '' ? null : (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>
          <FileText whole>{text}</FileText>
        </dd>
      </Fragment>
    ),
  );
}

function EvidenceCell({ cell }: { readonly cell: SeatExplanation['evidence'][number] }): ReactNode {
  return (
    <>
      <dt>{cell.label}</dt>
      <dd>
        {cell.reading}
        {cell.fileRow === 0 ? (
          <div className="field-hint">{cell.column}</div>
        ) : (
          <>
            <div className="field-hint">
              {cell.rawText === '' ? 'empty cell' : <q className="quoted">{visibleText(cell.rawText)}</q>} in{' '}
              <FileText>{cell.column}</FileText>
            </div>
            <div className="field-hint quoted">
              {visibleText(cell.file)}, row {formatCount(cell.fileRow)}
            </div>
          </>
        )}
      </dd>
    </>
  );
}
