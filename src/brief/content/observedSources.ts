import { formatDay } from '../../core/base/formatDay.ts';
import type { BriefInput, BriefSource } from './briefInput.ts';

type Observed = Pick<BriefInput, 'sources' | 'asOf'>;

/**
 * The lists that a brief may count as observation: the measured one, and complete lists of the same system as of the
 * data-as-of date or before it. A filtered list, a later one and one of another system prove nothing about the seats
 * of the measured list. The measured one first.
 */
export const observedSources = ({ sources, asOf }: Observed): readonly BriefSource[] =>
  sources.filter(
    (source, index) =>
      index === 0 ||
      (source.completeness === 'full' && isSameSystem(source, sources[0]) && source.asOf <= asOf),
  );

/** What a list beside the measured one is, and whether any figure counts it. */
export function otherSourceCaption(source: BriefSource, { sources, asOf }: Observed): string {
  const day = formatDay(source.asOf);
  if (!isSameSystem(source, sources[0])) return `List of another system of ${day}: kept beside, in no figure`;
  if (source.completeness === 'filtered') return `Filtered list of ${day}: in no figure`;
  if (source.asOf > asOf) return `Later list of ${day}: in no figure`;
  return source.asOf < asOf ? `Earlier snapshot of ${day}` : `Another snapshot of ${day}`;
}

const isSameSystem = (source: BriefSource, measured: BriefSource | undefined): boolean =>
  source.source.system === measured?.source.system;
