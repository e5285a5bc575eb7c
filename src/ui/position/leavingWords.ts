import type { BriefBlock, BriefContent, Inline } from '../../brief/content/briefContent.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';

const inlineText = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.text))
    .join('');

function blockText(block: BriefBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'statement':
    case 'note':
      return inlineText(block.text);
    case 'bigFigures':
      return block.figures.map(({ label, note }) => `${label} ${note}`).join('\n');
    case 'table':
      return block.table.rows.flatMap(({ cells }) => cells.map(inlineText)).join('\n');
    case 'waterfall':
      return block.steps.map(({ label }) => label).join('\n');
    case 'stackedBar':
      return block.parts.map(({ label }) => label).join('\n');
    case 'histogram':
      return block.bars.map(({ label }) => label).join('\n');
  }
}

/** Every text that is printed, to look through before the file leaves. */
const briefText = ({ sections }: BriefContent): string =>
  sections.flatMap(({ blocks }) => blocks.map(blockText)).join('\n');

const E_MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu;

/** Names of people that the brief prints: those who froze a definition. Seats are counted in it, never named. */
export function namesIn(
  content: BriefContent,
  { policies }: Pick<WorkspaceView, 'policies'>,
): readonly string[] {
  const text = briefText(content);
  const known = new Set(policies.map(({ frozenBy }) => frozenBy).filter((name) => name.trim() !== ''));
  return [...known].filter((name) => text.includes(name));
}

/** What leaves with the file, counted from the text that is printed. */
export function leavingWords(content: BriefContent, names: readonly string[]): readonly string[] {
  const addresses = new Set(briefText(content).match(E_MAIL) ?? []).size;
  return [
    `${formatCount(names.length)} ${names.length === 1 ? 'name' : 'names'}${names.length > 0 ? ` (${names.join(', ')})` : ''}, ${formatCount(addresses)} e-mail ${addresses === 1 ? 'address' : 'addresses'}.`,
    `The name of the client, ${content.customer}, and the figures, prices and file names of ${formatCount(content.sections.length)} sections.`,
    'Nothing about single seats: every figure is a count or a sum.',
    `Brief ${content.briefId}. The hash of the file is shown after the export.`,
  ];
}
