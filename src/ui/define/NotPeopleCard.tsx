import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import type { NonHumanRules } from '../../core/policy/policy.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { Hint } from '../shared/Hint.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { TextField } from '../shared/TextField.tsx';
import { AskedWords } from './AskedWords.tsx';
import { flagHits, hitSentence, markSentence, wordHits } from './hitSentences.ts';

const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((word) => word !== ''),
  ),
];

interface NotPeopleCardProps {
  readonly store: DefineStore;
  /** Opens the accounts that are not people in Review. */
  readonly onOpen: () => void;
}

/** What marks an account as service, integration or shared, with the seats that each rule hits under the draft. */
export function NotPeopleCard({ store, onOpen }: NotPeopleCardProps): ReactNode {
  const { nonHuman } = useStore(store, (state) => state.draft);
  const hits = useStore(store, (state) => state.preview.value?.nonHumanHits);
  const { edit } = store.getState();
  const change = (part: Partial<NonHumanRules>): void => edit({ nonHuman: { ...nonHuman, ...part } });
  const byHand = hits ? markSentence(hits.marked) : '';
  return (
    <Card title="Accounts that are not people" className="word-lists">
      <div className="stack-tight">
        {hits ? <Classes classes={hits.classes} onOpen={onOpen} /> : null}
        <Hint>
          Words in a name or before the @ of an address, separated by commas or spaces; robot* means every
          word that begins so. Marks made by hand in Review win over every rule.
        </Hint>
        <WordsField
          label="Service account words"
          hint={wordHits(hits?.signs.serviceWords, nonHuman.serviceWords, hits?.words)}
          words={nonHuman.serviceWords}
          onWords={(serviceWords) => change({ serviceWords })}
        />
        <WordsField
          label="Integration words"
          hint={wordHits(hits?.signs.integrationWords, nonHuman.integrationWords, hits?.words)}
          words={nonHuman.integrationWords}
          onWords={(integrationWords) => change({ integrationWords })}
        />
        <WordsField
          label="Shared account words"
          hint={wordHits(hits?.signs.sharedWords, nonHuman.sharedWords, hits?.words)}
          words={nonHuman.sharedWords}
          onWords={(sharedWords) => change({ sharedWords })}
        />
        <AskedWords rules={nonHuman} hits={hits} onChange={change} />
        <CheckField
          label="Use the marks in the list"
          hint={flagHits(hits, nonHuman.useFlags) || 'web service only, integration user, user type'}
          value={nonHuman.useFlags}
          onChange={(useFlags) => change({ useFlags })}
        />
        <CheckField
          label="Delegates mark a shared account"
          hint={hitSentence(hits?.signs.delegates, nonHuman.useDelegates)}
          value={nonHuman.useDelegates}
          onChange={(useDelegates) => change({ useDelegates })}
        />
        <CheckField
          label="One e-mail address for several user names"
          hint={`${hitSentence(hits?.signs.sharedAddress, nonHuman.useSharedAddresses)} Marks open accounts that no other rule marks.`.trim()}
          value={nonHuman.useSharedAddresses}
          onChange={(useSharedAddresses) => change({ useSharedAddresses })}
        />
        {byHand === '' ? null : <Hint>{byHand}</Hint>}
      </div>
    </Card>
  );
}

interface ClassesProps {
  readonly classes: NonHumanHits['classes'];
  readonly onOpen: () => void;
}

/** What comes of all rules and marks together. */
function Classes({ classes: { service, integration, shared }, onOpen }: ClassesProps): ReactNode {
  const total = service + integration + shared;
  return (
    <p>
      <NumberLink
        count={total}
        label={`${total === 1 ? 'seat' : 'seats'} of accounts that are not people`}
        onOpen={onOpen}
      />{' '}
      {total === 1 ? 'seat' : 'seats'}: {formatCount(service)} service, {formatCount(integration)}{' '}
      integration, {formatCount(shared)} shared. They never become cases and still use up the contract.
    </p>
  );
}

interface WordsFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly words: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
}

/** A list of words as text; it counts when the field is left, so that half a word matches nobody. */
function WordsField({ label, hint, words, onWords }: WordsFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const finish = (): void => {
    if (typed !== undefined) {
      const next = wordsOf(typed);
      if (next.join(' ') !== words.join(' ')) onWords(next);
    }
    setTyped(undefined);
  };
  return (
    <TextField
      kind="lines"
      label={label}
      hint={hint}
      value={typed ?? words.join(', ')}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        finish();
      }}
    />
  );
}
