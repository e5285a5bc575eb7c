import { useState, type ReactNode } from 'react';
import { counted } from './loadWords.ts';
import { Card } from '../shared/Card.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { IdentityRulesCard } from './IdentityRulesCard.tsx';
import { MatchedCard } from './MatchedCard.tsx';
import { MergesCard } from './MergesCard.tsx';
import { OverlapsCard } from './OverlapsCard.tsx';
import { wordMatched } from './peopleWords.ts';
import { SuggestionsCard } from './SuggestionsCard.tsx';
import { usePeople, usePeopleKey } from './usePeople.ts';

/** The people behind the accounts: what matched, what may match, and what a person decides of it. */
export function PeopleSection(): ReactNode {
  const key = usePeopleKey();
  const people = usePeople();
  const [said, setSaid] = useState('');
  if (key === undefined) return <OverlapsCard />;
  const view = people.value;
  return (
    <>
      <Card as="region" title="People and accounts">
        <div className="stack-tight" aria-busy={people.loading}>
          <FailureAlert failure={people.failure} />
          {view ? (
            <>
              {wordMatched(view).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {view.byHand.lost > 0 ? (
                <InlineNote tone="attention">
                  {counted(view.byHand.lost, 'link by hand names', 'links by hand name')} an account or a
                  person that the files do not have any more. Such an account is matched with nobody else.
                </InlineNote>
              ) : null}
            </>
          ) : people.failure ? null : (
            <p className="soft">Matching accounts with the people of the roster.</p>
          )}
          <StatusLine>{said === '' ? null : said}</StatusLine>
        </div>
      </Card>
      {view ? (
        <>
          <SuggestionsCard total={view.suggestions} answersTo={key} onSaid={setSaid} />
          <MergesCard merges={view.merges} answersTo={key} onSaid={setSaid} />
          <MatchedCard answersTo={key} onSaid={setSaid} />
          <OverlapsCard />
          <IdentityRulesCard
            key={JSON.stringify([view.domainAliases, view.dropMailboxTags])}
            domainAliases={view.domainAliases}
            dropMailboxTags={view.dropMailboxTags}
            onSaid={setSaid}
          />
        </>
      ) : null}
    </>
  );
}
