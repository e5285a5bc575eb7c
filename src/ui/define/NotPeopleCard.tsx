import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { NonHumanRules } from '../../core/policy/policy.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { Hint } from '../shared/Hint.tsx';
import { TextField } from '../shared/TextField.tsx';

const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((word) => word !== ''),
  ),
];

/** What marks an account as service, integration or shared: such accounts never become cases. */
export function NotPeopleCard({ store }: { readonly store: DefineStore }): ReactNode {
  const { nonHuman } = useStore(store, (state) => state.draft);
  const { edit } = store.getState();
  const change = (part: Partial<NonHumanRules>): void => edit({ nonHuman: { ...nonHuman, ...part } });
  return (
    <Card title="Accounts that are not people">
      <div className="stack-tight">
        <Hint>
          Words in a name or address, separated by commas. Marks made by hand in Review win over them.
        </Hint>
        <WordsField
          label="Service account words"
          words={nonHuman.serviceWords}
          onWords={(serviceWords) => change({ serviceWords })}
        />
        <WordsField
          label="Integration words"
          words={nonHuman.integrationWords}
          onWords={(integrationWords) => change({ integrationWords })}
        />
        <WordsField
          label="Shared account words"
          words={nonHuman.sharedWords}
          onWords={(sharedWords) => change({ sharedWords })}
        />
        <CheckField
          label="Use the marks in the list"
          hint="web service only, integration user, user type"
          value={nonHuman.useFlags}
          onChange={(useFlags) => change({ useFlags })}
        />
        <CheckField
          label="Delegates mark a shared account"
          value={nonHuman.useDelegates}
          onChange={(useDelegates) => change({ useDelegates })}
        />
      </div>
    </Card>
  );
}

interface WordsFieldProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
}

/** A list of words as text; it counts when the field is left, so that half a word matches nobody. */
function WordsField({ label, words, onWords }: WordsFieldProps): ReactNode {
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
      label={label}
      value={typed ?? words.join(', ')}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
      }}
    />
  );
}
