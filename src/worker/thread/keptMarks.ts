import { ACCOUNT_KINDS, type NonHumanAccounts } from '../../core/policy/markNonHuman.ts';
import type { KnownMarks } from '../../core/policy/evaluationContext.ts';
import { NON_HUMAN_RULES_NUMBER } from '../../core/policy/nonHumanRulesNumber.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import { DEFAULT_POLICY } from '../../core/policy/policy.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { saveComputed } from '../../storage/snapshotExtra.ts';
import type { LoadedSnapshot } from '../../storage/snapshotStore.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';

/** Name under which the marks are kept. */
export const KEPT_MARKS = 'nonHuman';
const WORD = 4;

/** Below this, marking the accounts anew takes no longer than reading what was kept. */
const WORTH_KEEPING = 50_000;

/**
 * The marks of accounts that are not people, kept with their snapshot: marking reads every name and address of a list,
 * which is most of the wait when a large workspace is opened. They are used under the same rules of the same number
 * only, and made anew otherwise.
 */
export async function loadMarks({
  snapshot,
  loadComputed,
}: Pick<LoadedSnapshot, 'snapshot' | 'loadComputed'>): Promise<KnownMarks | undefined> {
  const { count } = snapshot.accounts;
  const bytes = count < WORTH_KEEPING ? undefined : await loadComputed(KEPT_MARKS);
  return bytes && bytesToMarks(bytes, count);
}

/** Keeps marks for the next opening. A storage that is full or gone leaves them out: they can always be made anew. */
export function keepMarks(db: ClientDatabase, snapshot: string, marks: KnownMarks): void {
  if (marks.accounts.kind.length < WORTH_KEEPING) return;
  saveComputed(db, snapshot, KEPT_MARKS, marksToBytes(marks)).catch(() => undefined);
}

/** Length of the head in bytes, head (JSON), zeros up to an even place, then signs, kinds and emergency marks. */
export function marksToBytes({ rules, accounts }: KnownMarks): ArrayBuffer {
  const head = utf8Codec.encode(JSON.stringify({ number: NON_HUMAN_RULES_NUMBER, rules }));
  const count = accounts.kind.length;
  const start = startOf(head.length);
  const bytes = new ArrayBuffer(start + count * 4);
  new Uint32Array(bytes, 0, 1)[0] = head.length;
  new Uint8Array(bytes, WORD).set(head);
  new Uint16Array(bytes, start, count).set(accounts.signs);
  new Uint8Array(bytes, start + count * 2, count).set(accounts.kind);
  new Uint8Array(bytes, start + count * 3, count).set(accounts.breakGlass);
  return bytes;
}

/** Reads marks back; `undefined` for those of another number, of other accounts, or damaged. */
export function bytesToMarks(bytes: ArrayBuffer, count: number): KnownMarks | undefined {
  if (bytes.byteLength < WORD) return undefined;
  const headLength = new Uint32Array(bytes, 0, 1)[0]!;
  const start = startOf(headLength);
  if (bytes.byteLength !== start + count * 4) return undefined;
  const head = readHead(utf8Codec.decode(new Uint8Array(bytes, WORD, headLength)));
  if (!head || head.number !== NON_HUMAN_RULES_NUMBER) return undefined;
  const rules = readPolicy({ ...DEFAULT_POLICY, nonHuman: head.rules });
  if (!rules.ok) return undefined;
  const accounts: NonHumanAccounts = {
    signs: new Uint16Array(bytes, start, count),
    kind: new Uint8Array(bytes, start + count * 2, count),
    breakGlass: new Uint8Array(bytes, start + count * 3, count),
  };
  for (let row = 0; row < count; row++) if (accounts.kind[row]! >= ACCOUNT_KINDS.length) return undefined;
  return { rules: rules.value.nonHuman, accounts };
}

const startOf = (headLength: number): number => WORD + headLength + (headLength % 2);

function readHead(text: string): { readonly number: unknown; readonly rules: unknown } | undefined {
  try {
    const head: unknown = JSON.parse(text);
    return typeof head === 'object' && head !== null && 'number' in head && 'rules' in head
      ? head
      : undefined;
  } catch {
    return undefined;
  }
}
