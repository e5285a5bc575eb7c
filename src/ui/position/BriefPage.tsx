import { createContext, use } from 'react';
import {
  rowIdOf,
  type BriefBlock,
  type BriefContent,
  type BriefSection,
  type BriefTable,
  type Figure,
  type Inline,
} from '../../brief/content/briefContent.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { BriefBars } from './BriefBars.tsx';
import { BriefWaterfall } from './BriefWaterfall.tsx';
import type { OpenFigure } from './useOpenFigure.ts';

const FigureOpener = createContext<OpenFigure>(() => undefined);

/** The number of a figure; one that counts rows opens them. */
function FigureText({ figure }: { readonly figure: Figure }) {
  const open = use(FigureOpener)(figure);
  if (open === undefined) return figure.text;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={`${figure.text}, figure ${figure.id}`}
      onClick={open}
    >
      {figure.text}
    </button>
  );
}

interface InlineTextProps {
  readonly text: readonly Inline[];
  /** In a table the row or heading completes the id, as it does in the file. */
  readonly inTable?: boolean;
}

/** Texts of a line with its figure ids raised; what an id in a table is narrowed to is told on pointing at it. */
function InlineText({ text, inTable = false }: InlineTextProps) {
  return text.map((part, index) => {
    if (typeof part === 'string') return part;
    if ('strong' in part) return <strong key={index}>{part.strong}</strong>;
    return (
      <span key={index} className="nowrap">
        <FigureText figure={part} />
        <sup className="brief-figure-id" title={part.id}>
          {inTable ? rowIdOf(part) : part.id}
        </sup>
      </span>
    );
  });
}

function PreviewTable({ table }: { readonly table: BriefTable }) {
  const align = (column: number): string | undefined =>
    table.columns[column]?.align === 'right' ? 'cell-end' : undefined;
  return (
    // A part that scrolls sideways must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="group" aria-label={`${table.caption}, scrolls sideways`} tabIndex={0}>
      <table className="data-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ header }, column) => (
              <th key={column} scope="col" className={align(column)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells, total }, row) => (
            <tr key={row} className={total ? 'brief-total' : undefined}>
              {cells.map((cell, column) => {
                const Cell = column === 0 ? 'th' : 'td';
                return (
                  <Cell key={column} scope={column === 0 ? 'row' : undefined} className={align(column)}>
                    <InlineText text={cell} inTable />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Block({ block }: { readonly block: BriefBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'paragraph':
      return (
        <p>
          <InlineText text={block.text} />
        </p>
      );
    case 'statement':
      return (
        <p className="brief-statement">
          <InlineText text={block.text} />
        </p>
      );
    case 'note':
      return (
        <p className="brief-note">
          <InlineText text={block.text} />
        </p>
      );
    case 'bigFigures':
      return (
        <dl className="brief-big">
          {block.figures.map(({ label, figure, note }) => (
            <div key={figure.id}>
              <dt>{label}</dt>
              <dd>
                <span className="number-middle">
                  <InlineText text={[figure]} />
                </span>
                <span className="brief-note">{note}</span>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <PreviewTable table={block.table} />;
    case 'waterfall':
      return <BriefWaterfall caption={block.caption} steps={block.steps} />;
    case 'stackedBar':
      return <BriefBars caption={block.caption} rows={block.parts} />;
    case 'histogram':
      return (
        <BriefBars
          caption={block.caption}
          rows={block.bars.map((bar) => ({ ...bar, shown: formatCount(bar.count) }))}
        />
      );
  }
}

interface BriefPageProps {
  readonly content: BriefContent;
  readonly section: BriefSection;
  readonly open: OpenFigure;
}

/** One section of the brief as it will read, with the header and footer that every page carries. */
export function BriefPage({ content, section, open }: BriefPageProps) {
  return (
    <article className="brief-page">
      <header>
        <span>
          {content.title} · {content.customer}
        </span>
        <span>as of {content.asOf} · internal, not for the vendor</span>
      </header>
      <h3>
        {section.number} {section.title}
      </h3>
      <FigureOpener value={open}>
        {section.blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </FigureOpener>
      <footer>
        Brief {content.briefId} · definition {content.policyVersion} · Fallow {content.applicationVersion} ·
        ledger head {content.ledgerHead} · buyer-prepared; not affiliated with the vendor
      </footer>
    </article>
  );
}
