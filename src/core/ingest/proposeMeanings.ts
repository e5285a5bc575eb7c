import { readHeaderKey, withoutAccents } from './headerKey.ts';
import { findHeaderMeaning, findUnitKind } from './headerWords.ts';
import { EVIDENCE_MEANINGS, type Meaning } from './meaning.ts';
import type { Preset } from './platforms/preset.ts';
import { readPreset } from './platforms/presets.ts';
import { isSecretHeader } from './secretHeader.ts';

/** What a header alone says about its column, before any value is looked at. */
export interface HeaderProposal {
  readonly meaning: Meaning;
  /** Product or licence type that the header names. */
  readonly names: string | undefined;
  /** Licence type that *no* means in a column of yes and no, where it means one. */
  readonly whenNo?: string | undefined;
  readonly isSecret: boolean;
}

interface Draft {
  meaning: Meaning;
  names: string | undefined;
  /** As `names`, with the site that the header names. */
  fullName?: string | undefined;
  whenNo?: string | undefined;
  rank: number;
  isSecret: boolean;
}

const SEEN_IN = /^last (?:seen|active|accessed|login|activity) (?:in|on) (.+)$/i;
const ACTIVITY_OF = /^(.+?) last activity date$/i;
const ASSIGNED_OF = /^(.+?) licen[cs]e assign(?:ed)? date$/i;
const HAS_LICENCE = /^has (.+?) licen[cs]e$/i;
/** A flag that tells named seats from shared ones: `Is Named User`, `isNamedUser`. */
const NAMED_USER = /^is[ _]?named[ _]?user\??$/i;
/** `Jira - acme` and `Jira Software` are products; `jira-software-users` is a group, spread into a column of its own. */
const ATLASSIAN_PRODUCT =
  /^(jira|confluence|bitbucket|trello|opsgenie|statuspage|atlas|goals|projects)(?=\s|$)/i;

/** `Jira - acme` names the product Jira on the site acme. */
const withoutSite = (product: string): string => product.replace(/\s+-\s+\S.*$/, '').trim();

/** Meanings that several columns may have at once; every other meaning belongs to the best column only. */
const SHARED_MEANINGS: ReadonlySet<Meaning> = new Set<Meaning>([
  ...EVIDENCE_MEANINGS,
  'ignore',
  'licenceType',
  'accountSuspended',
  'assignedOn',
  'openRecords',
  'delegateOrApprover',
  'queues',
  'scheduledJobs',
  'defaultOwnerOf',
]);

function proposeUnknown(header: string): Draft {
  const words = withoutAccents(readHeaderKey(header).words);
  const draft = (meaning: Meaning): Draft => ({ meaning, names: undefined, rank: 99, isSecret: false });
  const isLast =
    /\b(last|latest|most recent|letzte\w*|zuletzt|derniere?|laatste?|ultim[oa]|ostatni\w*|senaste?|sist|siste|viimeksi|sidste?|seneste|posledn\w*)\b|最終|最后|上次|마지막/.test(
      words,
    );
  if (!isLast) return draft('ignore');
  if (
    /password|passwort|kennwort|mot de passe|contrasen|senha|wachtwoord|パスワード|密码|updated|modified|changed|\bip\b|address|device|agent|\bname\b|\b(?:days|tagen?|jours|dagen|dias|giorni|dni|count|number|anzahl)\b/.test(
      words,
    )
  )
    return draft('ignore');
  if (/attempt|failed|versuch|tentati|intento|poging/.test(words)) return draft('lastAttempt');
  if (/\bapi\b|\btoken\b|non interactive|background|\bsync/.test(words)) return draft('lastBackground');
  if (/\bsso\b|single sign on/.test(words)) return draft('lastSsoSignIn');
  if (
    /login|logon|log (?:in|on)\b|logged (?:in|on)\b|\bsign|session|connexion|conexi|sesion|sessao|sessione|anmeldung|anmeldezeit|anmeldedatum|angemeldet|ingelogd|inlog|aanmeld|innlogg|inlogg|logget (?:ind|inn|pa)\b|kirjaut|logowani|prihlasen|ログイン|サインイン|登录|로그인/.test(
      words,
    )
  )
    return draft('lastSignIn');
  if (
    /seen|active|access|ac+es+o|\b(?:activ[oa]|aktiv|actif|actief|attiv[oa]|ativ[oa]|visto|vista|gesehen|gezien)\b|アクセス|访问/.test(
      words,
    )
  )
    return draft('lastSignIn');
  return draft(
    /activity|action|used?\b|work|aktivit|activit|actividad|atividad|attivit|verwendet|genutzt|utilisation|アクティビティ|活动/.test(
      words,
    )
      ? 'lastAction'
      : 'ignore',
  );
}

/** Fields of a related record: `department.name` speaks of the unit, `manager.email` of the manager. */
function proposeRelated(header: string): Draft | undefined {
  const related = /^(\w+)\.(name|display_name|user_name|email|code|u_\w+)$/i.exec(header.trim());
  if (!related || related[1]!.toLowerCase() === 'user') return undefined;
  const found = findHeaderMeaning(related[1]!);
  const fits =
    found && (['unit', 'manager', 'role', 'licenceType'] as readonly Meaning[]).includes(found.meaning);
  return {
    meaning: fits ? found.meaning : 'ignore',
    names: undefined,
    rank: fits ? found.rank + 1 : 99,
    isSecret: false,
  };
}

/** Who a row is about, before what it says of them: `Agent Email`, `Member name`, `Primary user UPN`. */
const OF_A_PERSON =
  /^(?:agent|technician|operator|member|employee|analyst|user|primary user|contact|person|assignee|account|account holder|licensee|customer user|work|benutzer|mitarbeiter)[ _-]+(.+)$/i;
/** What such a header can mean; a word that says more with its owner, such as `Account type`, is in the list of words. */
const OWNED: ReadonlySet<Meaning> = new Set<Meaning>([
  'displayName',
  'firstName',
  'lastName',
  'email',
  'userPrincipalName',
  'accountStatus',
  'accountSuspended',
  'createdOn',
  'licenceType',
  'role',
  'unit',
  'lastSignIn',
]);
/** Behind every word that stands in the list as it is. */
const OWNED_RANK = 60;

/** The same in languages that say it behind: `E-Mail des Agenten`, `Nombre del agente`, `Naam van de gebruiker`. */
const OF_A_PERSON_BEHIND =
  /^(.+?) (?:des?|der|du|de l['’a]?|del|della|do|da|van de)[ ]?(?:agenten|benutzers|nutzers|mitarbeiters|kontos|agent|agente|usuario|usuário|utente|utilisateur|compte|cuenta|conta|account|gebruiker)$/i;

function proposeOwned(header: string): Draft | undefined {
  const rest = OF_A_PERSON.exec(header)?.[1] ?? OF_A_PERSON_BEHIND.exec(header)?.[1];
  const found = rest === undefined ? undefined : findHeaderMeaning(rest);
  if (!found || !OWNED.has(found.meaning)) return undefined;
  if (found.meaning === 'displayName' && !/n[ao]m/i.test(withoutAccents(rest!))) return undefined;
  return { meaning: found.meaning, names: undefined, rank: OWNED_RANK + found.rank, isSecret: false };
}

/** `User ID/Email`: either may stand in the column. */
function proposeEither(header: string): Draft | undefined {
  const found = header.split(/\s*\/\s*|\s+or\s+/i).map((part) => findHeaderMeaning(part));
  const first = found.length > 1 && found.every((one) => one !== undefined) ? found[0] : undefined;
  return first && EITHER.has(first.meaning)
    ? { meaning: first.meaning, names: undefined, rank: OWNED_RANK + first.rank, isSecret: false }
    : undefined;
}

const EITHER: ReadonlySet<Meaning> = new Set<Meaning>([
  'accountId',
  'userName',
  'email',
  'userPrincipalName',
  'employeeNumber',
]);

/** `signInActivity.lastSignInDateTime`, `profile.email`: fields of the account itself, as programs flatten a record. */
const FIELD_OF_RECORD =
  /^(?:(?:profile|signInActivity|properties|attributes|fields)[./](\w+)|name[./](given_?name|family_?name|full_?name|display_?name))$/i;

/** Canonical names, written exactly so, say by themselves what they are, whatever other columns there are. */
const CANONICAL: ReadonlyMap<string, Meaning> = new Map([
  ['account_id', 'accountId'],
  ['unit_text', 'unit'],
]);
const CANONICAL_RANK = -1;

function proposeOne(header: string): Draft {
  if (isSecretHeader(header)) return { meaning: 'ignore', names: undefined, rank: 99, isSecret: true };
  const canonical = CANONICAL.get(header.trim());
  if (canonical) return { meaning: canonical, names: undefined, rank: CANONICAL_RANK, isSecret: false };
  const exact = findHeaderMeaning(header);
  if (exact) return { ...exact, names: undefined, isSecret: false };
  const field = FIELD_OF_RECORD.exec(header.trim());
  const inner = field?.[1] ?? field?.[2];
  if (inner !== undefined) return proposeOne(inner);
  const plain = header.trim();
  const named = (meaning: Meaning, product: string): Draft => ({
    meaning,
    names: withoutSite(product),
    fullName: product.trim(),
    rank: 0,
    isSecret: false,
  });
  const seen = SEEN_IN.exec(plain);
  if (seen) return named('lastSignIn', seen[1]!);
  const activity = ACTIVITY_OF.exec(plain);
  if (activity) return named('lastAction', activity[1]!);
  const assigned = ASSIGNED_OF.exec(plain);
  if (assigned) return named('assignedOn', assigned[1]!);
  const licence = HAS_LICENCE.exec(plain);
  if (licence) return named('licenceType', licence[1]!);
  if (NAMED_USER.test(plain)) return named('licenceType', 'Named user');
  if (ATLASSIAN_PRODUCT.test(plain)) return named('licenceType', plain);
  return proposeRelated(plain) ?? proposeOwned(plain) ?? proposeEither(plain) ?? proposeUnknown(plain);
}

/** Rank of a preset's words before all general ones. */
const PRESET_RANK = -100;

/** The words of a preset win over the general ones; a secret stays a secret. */
function applyPreset(preset: Preset, header: readonly string[], drafts: readonly Draft[]): void {
  readPreset(preset, header).forEach((found, position) => {
    const draft = drafts[position]!;
    if (found === undefined || draft.isSecret) return;
    const keepsName = found.meaning === draft.meaning && found.names === undefined;
    draft.names = keepsName ? draft.names : found.names?.yes;
    draft.whenNo = found.names?.no;
    draft.meaning = found.meaning;
    draft.rank = PRESET_RANK + found.rank;
  });
}

const has = (drafts: readonly Draft[], meaning: Meaning): boolean =>
  drafts.some((draft) => draft.meaning === meaning);

/** `cost_center.name`: the name of a related record. */
const NAME_OF_RELATED = /\.(?:name|display_name|code|u_\w+)$/i;

/** Meaning of a column that lost its first meaning to a better column, when nobody else has that meaning. */
function secondMeaning(first: Meaning, header: string, drafts: readonly Draft[]): Meaning {
  const unitKind = first === 'unit' ? findUnitKind(header.trim().replace(NAME_OF_RELATED, '')) : undefined;
  if (unitKind !== undefined) return has(drafts, unitKind) ? 'ignore' : unitKind;
  if (first !== 'accountId') return 'ignore';
  const { key } = readHeaderKey(header);
  const choices: readonly Meaning[] =
    key === 'username' || key === 'user'
      ? header.trim().toLowerCase() === 'user_name' || (has(drafts, 'firstName') && has(drafts, 'lastName'))
        ? ['userName']
        : ['displayName', 'userName']
      : /login|logon/.test(key)
        ? ['userName']
        : [];
  return choices.find((meaning) => !has(drafts, meaning)) ?? 'ignore';
}

function keepBest(header: readonly string[], drafts: readonly Draft[]): void {
  const bestByMeaning = new Map<Meaning, number>();
  drafts.forEach((draft, position) => {
    if (SHARED_MEANINGS.has(draft.meaning)) return;
    const best = bestByMeaning.get(draft.meaning);
    if (best === undefined || draft.rank < drafts[best]!.rank) bestByMeaning.set(draft.meaning, position);
  });
  drafts.forEach((draft, position) => {
    if (SHARED_MEANINGS.has(draft.meaning) || bestByMeaning.get(draft.meaning) === position) return;
    draft.meaning = secondMeaning(draft.meaning, header[position]!, drafts);
  });
}

/** A list of subscriptions: its display name is the subscription's, its user column the person's. */
function applySubscriptionShape(keys: readonly string[], drafts: readonly Draft[]): void {
  const isSubscriptionList = keys.includes('subscriptionidentifier') || keys.includes('subscriptionprofile');
  if (!isSubscriptionList) return;
  keys.forEach((key, position) => {
    const draft = drafts[position]!;
    if (key === 'displayname' || key === 'subscriptionidentifier' || key === 'subscriptionprofile')
      draft.meaning = 'ignore';
    if (key === 'userprincipalname' || key === 'userprinciplename')
      Object.assign(draft, { meaning: 'accountId', rank: -1 });
    if (key === 'user')
      draft.meaning = keys.some((other) => other.startsWith('userprincip')) ? 'displayName' : 'accountId';
  });
  if (keys.includes('softwaremodel')) {
    keys.forEach((key, position) => {
      if (key === 'product' || key === 'subscriptiontype') drafts[position]!.meaning = 'ignore';
    });
  }
}

/** Headers that mean a whole name by themselves, but half of one beside the other half. */
const HALF_NAMES: readonly (readonly [half: string, meaning: Meaning, beside: RegExp])[] = [
  ['nom', 'lastName', /^prenom$/],
  ['name', 'lastName', /^vorname$/],
  ['naam', 'lastName', /^(?:voornaam|roepnaam)$/],
  ['nombre', 'firstName', /^apellidos?$/],
  ['nome', 'firstName', /^(?:cognome|sobrenome|apelido)$/],
];

/** First and last name serve only where no column has the whole name. */
function settleNames(header: readonly string[], drafts: readonly Draft[]): void {
  const keys = header.map((name) => readHeaderKey(name).key);
  for (const [half, meaning, beside] of HALF_NAMES) {
    const draft = drafts[keys.indexOf(half)];
    if (draft?.meaning !== 'displayName' || has(drafts, meaning)) continue;
    const hasOther = keys.some((key, at) => beside.test(key) && isNamePart(drafts[at]!.meaning));
    if (hasOther) draft.meaning = meaning;
  }
  if (!has(drafts, 'displayName')) return;
  for (const draft of drafts) if (isNamePart(draft.meaning)) draft.meaning = 'ignore';
}

const isNamePart = (meaning: Meaning): boolean => meaning === 'firstName' || meaning === 'lastName';

/** A product on several sites is several seats, so its columns keep the site in their names. */
function keepSites(drafts: readonly Draft[]): void {
  const sites = new Map<string, Set<string>>();
  for (const { meaning, names, fullName } of drafts) {
    if (meaning !== 'licenceType' || names === undefined || fullName === undefined) continue;
    sites.set(names, (sites.get(names) ?? new Set()).add(fullName));
  }
  for (const draft of drafts) {
    const isOnMany = draft.names !== undefined && (sites.get(draft.names)?.size ?? 0) > 1;
    if (isOnMany && draft.fullName !== undefined) draft.names = draft.fullName;
  }
}

/** A file without any other key is keyed by user principal name, else by e-mail address, else by employee number. */
function ensureAccount(drafts: readonly Draft[]): void {
  if (has(drafts, 'accountId')) return;
  for (const meaning of ['userPrincipalName', 'email', 'userName', 'employeeNumber'] as const) {
    const key = drafts.find((draft) => draft.meaning === meaning);
    if (key) {
      key.meaning = 'accountId';
      return;
    }
  }
}

/**
 * Proposes a meaning for every column from the header alone, by the words of `preset` first and by general ones else, by position, so that equal, empty and odd names (a column
 * called `__proto__`) need no care. Of several columns for a meaning that only one can have, the best known word wins.
 * Source: header words by role, platforms.
 */
export function proposeMeanings(header: readonly string[], preset?: Preset): readonly HeaderProposal[] {
  const drafts = header.map(proposeOne);
  if (preset) applyPreset(preset, header, drafts);
  else
    applySubscriptionShape(
      header.map((name) => readHeaderKey(name).key),
      drafts,
    );
  keepBest(header, drafts);
  settleNames(header, drafts);
  keepOneLicenceText(drafts);
  keepSites(drafts);
  ensureAccount(drafts);
  return drafts.map(({ meaning, names, whenNo, isSecret }) => ({ meaning, names, whenNo, isSecret }));
}

/** Of several columns with licence names in their cells only the best known stays; columns named by product all stay. */
function keepOneLicenceText(drafts: readonly Draft[]): void {
  const texts = drafts.filter((draft) => draft.meaning === 'licenceType' && draft.names === undefined);
  const best = texts.reduce<Draft | undefined>(
    (left, right) => (left && left.rank <= right.rank ? left : right),
    undefined,
  );
  for (const draft of texts) if (draft !== best) draft.meaning = 'ignore';
  if (best)
    for (const draft of drafts)
      if (draft.meaning === 'licenceType' && draft !== best) draft.meaning = 'ignore';
}
