import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';

/** "Tern Desk, to 31 Dec 2026": product of the term that ends first, and how many others there are. */
function Contract({ contractLines }: Pick<WorkspaceView, 'contractLines'>): ReactNode {
  const [first] = contractLines.toSorted((a, b) => a.termEnd - b.termEnd);
  if (first === undefined) return 'none yet';
  const others = new Set(contractLines.map(({ product }) => product)).size - 1;
  return (
    <>
      <LongName>{first.product}</LongName>
      {`${others > 0 ? ` and ${formatCount(others)} more` : ''}, to ${formatDay(first.termEnd)}`}
    </>
  );
}

/** A name that may be too long for the strip: cut at its end, whole in its title. */
function LongName({ children }: { readonly children: string }): ReactNode {
  return (
    <span className="status-name" title={visibleLines(children)}>
      {visibleLines(children)}
    </span>
  );
}

/** "not frozen yet" before the first version, "2", or "draft of 2" while the draft differs from the last frozen version. */
function definitionWords({ policies, draftPolicy }: WorkspaceView): string {
  const last = policies.at(-1);
  if (last === undefined) return 'not frozen yet';
  return JSON.stringify(last.policy) === JSON.stringify(draftPolicy)
    ? String(last.version)
    : `draft of ${last.version + 1}`;
}

const isDryRun = ({ policies, draftPolicy }: WorkspaceView): boolean =>
  (policies.at(-1)?.policy ?? draftPolicy).dryRun;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <span className="status-fact">
      {name} <strong>{children}</strong>
    </span>
  );
}

export interface StatusStripProps {
  readonly view: WorkspaceView | undefined;
  /** Buttons of the whole page. */
  readonly children: ReactNode;
}

export function StatusStrip({ view, children }: StatusStripProps): ReactNode {
  return (
    <header className="status-strip">
      <span className="brand">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 6c5-3 11-3 16 0M2 11c5-3 11-3 16 0M2 16c5-3 11-3 16 0" />
        </svg>
        Fallow
      </span>
      <section className="status-facts" aria-label="Workspace status">
        {view ? (
          <>
            <Fact name="Client">
              <LongName>{view.client.name}</LongName>
            </Fact>
            <Fact name="Contract">
              <Contract contractLines={view.contractLines} />
            </Fact>
            <Fact name="Data as of">{view.current ? formatDay(view.current.asOf) : 'not loaded'}</Fact>
            <Fact name="Definition">{definitionWords(view)}</Fact>
            {isDryRun(view) ? <span className="badge badge-ochre">DRY RUN</span> : null}
          </>
        ) : (
          <span className="status-fact">No client is open</span>
        )}
        <span className="badge status-end">Network: none</span>
      </section>
      <div className="strip-buttons">{children}</div>
    </header>
  );
}
