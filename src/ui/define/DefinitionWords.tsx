import { Fragment, useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import type { PolicyPart, PolicySegment } from '../../core/policy/describePolicy.ts';
import { Card } from '../shared/Card.tsx';

/** What a part of the sentence opens, for readers that do not see the page around it. Parts without a control stay plain. */
const PURPOSES: Readonly<Partial<Record<PolicyPart, string>>> = {
  actions: 'change what counts as work',
  window: 'change the dormancy window',
  signIn: 'change whether signing in counts',
  lookBack: 'change the pattern look-back',
  borderline: 'change the borderline limit',
  windowsByLicenceType: 'change the windows by licence type',
  classes: 'change what other dates count as',
  nonHuman: 'change what marks accounts that are not people',
  mayBecomeCases: 'change what may become cases',
};

/** The window stands twice in the sentence: the second time for seats that are held for less than it. */
const WINDOW_AGAIN = 'change the dormancy window, which new seats are measured by too';

/** The core of the sentence; the rest of the paragraph is set smaller. */
const CORE: ReadonlySet<PolicyPart> = new Set(['actions', 'window', 'signIn', 'lookBack', 'borderline']);
/** A longer part stays plain text: a button cannot break across lines, and its control has a card of its own. */
const LONGEST_PART = 48;
/** A list that is longer still is folded after its first words. */
const LONGEST_PLAIN = 240;
const WORDS_BEFORE_FOLD = 3;
const DAYS: ReadonlySet<PolicyPart> = new Set(['window', 'lookBack', 'borderline']);

interface DefinitionWordsProps {
  readonly segments: readonly PolicySegment[];
  /** Headers of the columns that count as work: each is a part of its own. */
  readonly actions: readonly string[];
  readonly onOpen: (part: PolicyPart, action: string | undefined) => void;
}

/** The definition as one paragraph; its settings are buttons that lead to their controls. */
export function DefinitionWords({ segments, actions, onOpen }: DefinitionWordsProps): ReactNode {
  const lastOfCore = segments.findLastIndex(({ editable }) => editable !== undefined && CORE.has(editable));
  const drawn = segments.map(({ text, editable }, index) => {
    const isAgain = segments.findIndex((segment) => segment.editable === editable) < index;
    const purpose = editable === 'window' && isAgain ? WINDOW_AGAIN : editable && PURPOSES[editable];
    if (text.length > LONGEST_PLAIN) return <Folded key={`${index} folded`} text={text} />;
    if (!editable || !purpose || text.length > LONGEST_PART)
      return <Fragment key={`${index} ${text}`}>{visibleLines(text)}</Fragment>;
    const single = editable === 'actions' && text === actions.join(', ');
    return (single ? actions : [text]).map((words, position) => (
      <Fragment key={`${index} ${words}`}>
        {position === 0 ? null : ', '}
        <Part
          text={words}
          purpose={purpose}
          days={DAYS.has(editable)}
          onOpen={() => onOpen(editable, single ? words : undefined)}
        />
      </Fragment>
    ));
  });
  return (
    <Card as="region" title="Definition in words">
      <p className="definition-words">
        {drawn.slice(0, lastOfCore + 2)}
        <span className="definition-rest">{drawn.slice(lastOfCore + 2)}</span>
      </p>
    </Card>
  );
}

/** A long list of words, folded to its first ones. Readers that do not see the screen, and paper, have all of it. */
function Folded({ text }: { readonly text: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const words = visibleLines(text).split(', ');
  return (
    <>
      {words.slice(0, WORDS_BEFORE_FOLD).join(', ')}
      <span className={open ? undefined : 'visually-hidden definition-folded'}>
        {`, ${words.slice(WORDS_BEFORE_FOLD).join(', ')}`}
      </span>
      <button
        type="button"
        className="definition-part definition-fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'show less' : `… and ${formatCount(words.length - WORDS_BEFORE_FOLD)} more`}
      </button>
    </>
  );
}

interface PartProps {
  readonly text: string;
  readonly purpose: string;
  readonly days: boolean;
  readonly onOpen: () => void;
}

/** Leading space stays outside the button, so that the line can break before it. */
function Part({ text, purpose, days, onOpen }: PartProps): ReactNode {
  const words = visibleLines(text.trimStart());
  return (
    <>
      {text.slice(0, text.length - text.trimStart().length)}
      <button
        type="button"
        className={days ? 'definition-part definition-part-days' : 'definition-part'}
        aria-label={`${words}, ${purpose}`}
        onClick={onOpen}
      >
        {words}
      </button>
    </>
  );
}
