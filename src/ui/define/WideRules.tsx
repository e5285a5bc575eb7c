import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { findWideRules } from '../../core/policy/findWideRules.ts';
import type { NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import type { NonHumanRules } from '../../core/policy/policy.ts';
import { Button } from '../shared/Button.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { wideRuleName } from './hitSentences.ts';

interface WideRulesProps {
  readonly rules: NonHumanRules;
  readonly hits: NonHumanHits | undefined;
  /** Opens the accounts that are not people in Review. */
  readonly onOpen: () => void;
  /** Leads to the control of the rules. */
  readonly onChange: () => void;
}

/** A rule that takes so many seats as not people that it has probably found people as well. */
export function WideRules({ rules, hits, onOpen, onChange }: WideRulesProps): ReactNode {
  const wide = hits ? findWideRules(hits, rules) : [];
  if (!hits || wide.length === 0) return null;
  return (
    <InlineNote tone="attention">
      <div className="stack-tight">
        {wide.map((rule) => (
          <p key={rule.rule === 'word' ? `word ${rule.word}` : rule.sign}>
            {wideRuleName(rule)} takes {formatCount(rule.seats)} of {formatCount(hits.seats)} seats (
            {formatShare(rule.seats, hits.seats)}) as not a person.
          </p>
        ))}
        <p>
          {wide.length === 1 ? 'That is' : 'These are'} probably too wide: seats of people among them would
          never be flagged.
        </p>
        <div className="button-row">
          <Button onClick={onOpen}>See the accounts taken as not people</Button>
          <Button kind="quiet" onClick={onChange}>
            Change the rules
          </Button>
        </div>
      </div>
    </InlineNote>
  );
}
