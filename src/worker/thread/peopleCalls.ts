import type { RowIndex } from '../../core/base/brand.ts';
import { succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { MATCH_STEPS, NO_PERSON } from '../../core/inventory/accountMatcher.ts';
import { subjectTest } from '../../core/inventory/subjectTypes.ts';
import type { AccountRow, MatchedQuery, MatchedRow, PeopleView, PersonRow } from '../peopleView.ts';
import type { Failure } from '../protocol.ts';
import { accountName } from './accountName.ts';
import { foldText } from './foldText.ts';
import type { CallHandlers } from './handle.ts';
import { inPieces, type KeyMatch } from './keyMatch.ts';
import { countMatched, type MatchedPeople } from './matchedPeople.ts';
import { peopleOf } from './peopleMatching.ts';
import type { Session, Workspace } from './session.ts';

/** People proposed for one account. */
const CANDIDATES_SHOWN = 8;

const NOTHING = { total: 0, rows: [] } as const;

/** Calls about the people behind the accounts. Without a roster or a list there are none. */
export function peopleCalls(
  session: Session,
): Pick<CallHandlers, 'people' | 'suggestionPage' | 'mergePage' | 'matchedPage' | 'findPeople'> {
  const found = new WeakMap<MatchedPeople, { readonly key: string; readonly rows: Uint32Array }>();

  const open = async (): Promise<
    Result<{ readonly workspace: Workspace; readonly matched: MatchedPeople | undefined }, Failure>
  > => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const workspace = opened.value;
    const matched = await peopleOf(workspace);
    return matched.ok ? succeed({ workspace, matched: matched.value }) : matched;
  };

  const rowsOf = async (
    workspace: Workspace,
    matched: MatchedPeople,
    { show, search }: MatchedQuery,
  ): Promise<Result<Uint32Array, Failure>> => {
    const key = `${show} ${search}`;
    const last = found.get(matched);
    if (last?.key === key) return succeed(last.rows);
    let hits: Uint8Array | undefined;
    if (search.trim() !== '') {
      const tables = await workspace.tables();
      if (!tables.ok) return tables;
      hits = await tables.value.lists.findAccounts(search);
    }
    const { person } = matched.match;
    const isUser = subjectTest(matched.base.sources.snapshot.accounts);
    const isWanted = (row: number): boolean => {
      if (show === 'unmatched') return person[row] === NO_PERSON && isUser(row);
      return show !== 'matched' || person[row] !== NO_PERSON;
    };
    const isShown = (row: number): boolean => isWanted(row) && (hits === undefined || hits[row] === 1);
    const rows = show === 'byHand' ? matched.byHand.filter(isShown) : rowsWhere(person.length, isShown);
    found.set(matched, { key, rows });
    return succeed(rows);
  };

  return {
    async people() {
      const opened = await open();
      if (!opened.ok) return opened;
      const { matched } = opened.value;
      return succeed(matched && viewOf(matched));
    },

    async suggestionPage({ from, count }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { matched } = opened.value;
      if (!matched) return succeed(NOTHING);
      const { base, links, suggested } = matched;
      const rows = [...suggested.subarray(from, from + count)].map((row) => ({
        of: accountRow(base, row),
        candidates: base
          .suggestionsFor(row, links, CANDIDATES_SHOWN)
          .map(({ person, reasons }) => ({ is: personRow(base, person), reasons })),
      }));
      return succeed({ total: suggested.length, rows });
    },

    async mergePage({ from, count }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { matched } = opened.value;
      if (!matched) return succeed(NOTHING);
      const { accounts } = matched.merges;
      const rows = [...accounts.subarray(from, from + count)].map((row) => matchedRow(matched, row));
      return succeed({ total: accounts.length, rows });
    },

    async matchedPage({ query, from, count }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, matched } = opened.value;
      if (!matched) return succeed(NOTHING);
      const all = await rowsOf(workspace, matched, query);
      if (!all.ok) return all;
      const rows = [...all.value.subarray(from, from + count)].map((row) => matchedRow(matched, row));
      return succeed({ total: all.value.length, rows });
    },

    async findPeople({ search, count }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { matched } = opened.value;
      if (!matched) return succeed(NOTHING);
      const { base } = matched;
      const wanted = foldText(search.trim());
      const hits: number[] = [];
      let total = 0;
      await inPieces(base.index.people.count, (start, end) => {
        for (let row = start; row < end; row += 1) {
          if (!searchText(base, row).includes(wanted)) continue;
          total += 1;
          if (hits.length < count) hits.push(row);
        }
      });
      return succeed({ total, rows: hits.map((row) => personRow(base, row)) });
    },
  };
}

/** Ascending rows for which something holds. */
function rowsWhere(count: number, holds: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row += 1) {
    if (!holds(row)) continue;
    rows[found] = row;
    found += 1;
  }
  return rows.slice(0, found);
}

function viewOf(matched: MatchedPeople): PeopleView {
  const { base, match, links, byHand, suggested, merges, lost } = matched;
  const { snapshot, roster, unitMapping, rules } = base.sources;
  return {
    snapshot: snapshot.id,
    roster: {
      file: roster.receipt.file,
      name: roster.receipt.source.name,
      asOf: roster.receipt.asOf,
      people: roster.table.count,
    },
    unitMapping: unitMapping?.receipt.source.name,
    domainAliases: [...rules.domainAliases].map(([domain, standsFor]) => ({ domain, standsFor })),
    dropMailboxTags: rules.dropMailboxTags,
    accounts: match.person.length,
    matched: countMatched(matched),
    units: base.units,
    suggestions: suggested.length,
    merges: { people: merges.people.length, accounts: merges.accounts.length },
    byHand: {
      linked: links.linked.size,
      apart: byHand.filter((row) => links.apart.has(row)).length,
      lost,
    },
  };
}

function accountRow({ sources: { snapshot, system } }: KeyMatch, account: number): AccountRow {
  const { accounts, strings } = snapshot;
  const row = account as RowIndex;
  const accountId = accounts.accountId.at(row);
  return {
    account: { system, account: canonicalId(accountId), name: accountName(snapshot, row) },
    accountId,
    email: accounts.email?.at(row) || accounts.userPrincipalName?.at(row) || '',
    unit: strings[accounts.unit[account]!]!,
    fileRow: accounts.sourceRow[account]!,
  };
}

function personRow({ index: { people }, sources: { roster } }: KeyMatch, person: number): PersonRow {
  const row = person as RowIndex;
  const email = people.email?.at(row) ?? '';
  return {
    person: {
      employeeNumber: people.employeeNumber?.at(row) ?? '',
      email,
      name: people.displayName?.at(row) || people.userName?.at(row) || email,
    },
    unit: people.unitsOf(person).find((unit) => unit !== '') ?? '',
    fileRow: roster.table.sourceRow[person]!,
  };
}

function matchedRow({ base, match, links }: MatchedPeople, account: number): MatchedRow {
  const person = match.person[account]!;
  return {
    of: accountRow(base, account),
    is: person === NO_PERSON ? undefined : personRow(base, person),
    step: MATCH_STEPS[match.step[account]!],
    apart: links.apart.get(account)?.size ?? 0,
  };
}

function searchText({ index: { people } }: KeyMatch, person: number): string {
  const row = person as RowIndex;
  const texts = [people.displayName, people.email, people.employeeNumber, people.userName];
  return foldText(texts.map((column) => column?.at(row) ?? '').join('\t'));
}
