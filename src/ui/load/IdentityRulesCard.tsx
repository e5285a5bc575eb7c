import { useState, type ReactNode } from 'react';
import {
  domainAliasesToText,
  readDomainAliases,
  type DomainAliasLine,
} from '../../core/ingest/readDomainAliases.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { SwitchField } from '../shared/SwitchField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { wordAliasErrors } from './peopleWords.ts';

/** How identifiers of two files are compared, beyond trimming and lower case. Saved as one entry. */
export function IdentityRulesCard({
  domainAliases,
  dropMailboxTags,
  onSaid,
}: {
  readonly domainAliases: readonly DomainAliasLine[];
  readonly dropMailboxTags: boolean;
  readonly onSaid: (words: string) => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const saved = domainAliasesToText(domainAliases);
  const [typed, setTyped] = useState(saved);
  const [drops, setDrops] = useState(dropMailboxTags);
  const { aliases, errors } = readDomainAliases(typed);
  const isChanged = domainAliasesToText(aliases) !== saved || drops !== dropMailboxTags;
  return (
    <Card as="region" title="Identity rules">
      <div className="stack-tight">
        <p className="soft">
          Identifiers are compared without outer spaces and in lower case; leading zeros stay. These rules
          come on top. They hold for every file of this client.
        </p>
        <TextField
          label="Domains that stand for another"
          kind="lines"
          value={typed}
          placeholder="larkfield = larkfield.example"
          hint="One a line: the domain as a file writes it = the domain it stands for."
          error={wordAliasErrors(errors)}
          onChange={setTyped}
        />
        <SwitchField
          label="Remove mailbox tags"
          hint="ann+desk@larkfield.example is then the mailbox of ann@larkfield.example."
          value={drops}
          onChange={setDrops}
        />
        <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
        <div className="button-row">
          <Button
            disabled={errors.length > 0 || !isChanged || act.pending}
            onClick={() =>
              void act.run(
                () =>
                  workspace
                    .getState()
                    .act({ act: 'saveIdentityRules', domainAliases: aliases, dropMailboxTags: drops }),
                () => onSaid('Identity rules saved; the accounts were matched anew.'),
              )
            }
          >
            Save identity rules
          </Button>
        </div>
      </div>
    </Card>
  );
}
