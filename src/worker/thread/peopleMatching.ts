import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { IdentityDecisions } from '../../core/reclaim/identityDecisions.ts';
import { loadFactTable } from '../../storage/fileStore.ts';
import type { Failure } from '../protocol.ts';
import type { FileReceipt } from '../tableView.ts';
import { fileFailure } from './fileFailure.ts';
import { KeyMatch, type MatchSources } from './keyMatch.ts';
import { layHandLinks, type MatchedPeople } from './matchedPeople.ts';
import type { Workspace } from './session.ts';

type Matched = Result<MatchedPeople | undefined, Failure>;

/** The loaded file of a kind with the latest as-of date; of several of one day the one loaded last. */
function newestFile(files: readonly FileReceipt[], kind: FileReceipt['kind']): FileReceipt | undefined {
  let newest: FileReceipt | undefined;
  // Newest import first, so that an equal day does not replace what was found.
  for (const file of files) if (file.kind === kind && !(newest && newest.asOf >= file.asOf)) newest = file;
  return newest;
}

/**
 * The people behind the accounts of the list in use, matched when they are first asked for and kept while list, roster,
 * unit mapping and identity rules stay the same. A link by hand matches again only the account that it names.
 */
class PeopleMatching {
  #base: { readonly key: string; readonly match: Promise<Result<KeyMatch, Failure>> } | undefined;
  #last:
    | {
        readonly base: KeyMatch;
        readonly facts: IdentityDecisions['facts'];
        readonly matched: Promise<MatchedPeople>;
      }
    | undefined;

  /** `undefined` while there is no list or no roster. */
  async of(workspace: Workspace): Promise<Matched> {
    const { current, files, record } = workspace;
    const roster = newestFile(files, 'roster');
    if (!current || !roster) return succeed(undefined);
    const unitMapping = newestFile(files, 'unitMapping');
    const { rules, accounts, facts } = record.identity;
    const key = JSON.stringify([
      current.snapshot,
      roster.file,
      unitMapping?.file ?? '',
      [...rules.domainAliases],
      rules.dropMailboxTags,
    ]);
    if (this.#base?.key !== key)
      this.#base = { key, match: build(workspace, roster, unitMapping, current.source.system) };
    const waiting = this.#base;
    let base: Result<KeyMatch, Failure>;
    try {
      base = await waiting.match;
    } catch (error) {
      if (this.#base === waiting) this.#base = undefined;
      throw error;
    }
    if (!base.ok) {
      if (this.#base === waiting) this.#base = undefined;
      return base;
    }
    const last = this.#last;
    const isSame =
      last?.base === base.value &&
      last.facts.length === facts.length &&
      last.facts.every((fact, index) => fact === facts[index]);
    if (!last || !isSame) {
      const matched = layHandLinks(base.value, accounts.values());
      this.#last = { base: base.value, facts, matched };
      return succeed(await matched);
    }
    return succeed(await last.matched);
  }
}

const kept = new WeakMap<Workspace, PeopleMatching>();

/** The people behind the accounts of the open client's list in use; one matching a client, whoever asks. */
export function peopleOf(workspace: Workspace): Promise<Matched> {
  const matching = kept.get(workspace) ?? new PeopleMatching();
  kept.set(workspace, matching);
  return matching.of(workspace);
}

async function build(
  workspace: Workspace,
  roster: FileReceipt,
  unitMapping: FileReceipt | undefined,
  system: string,
): Promise<Result<KeyMatch, Failure>> {
  const { rules } = workspace.record.identity;
  const tables = await workspace.tables();
  if (!tables.ok) return tables;
  const people = await loadFactTable(workspace.db, roster.file);
  if (!people.ok) return fail(fileFailure(people.failure));
  const units = unitMapping && (await loadFactTable(workspace.db, unitMapping.file));
  if (units && !units.ok) return fail(fileFailure(units.failure));
  const sources: MatchSources = {
    snapshot: tables.value.snapshot,
    system,
    roster: { receipt: roster, table: people.value.table },
    unitMapping: units && unitMapping && { receipt: unitMapping, table: units.value.table },
    rules,
  };
  return succeed(await KeyMatch.build(sources));
}
