import { fail, succeed, type Result } from '../base/result.ts';
import type { EvidenceClass } from '../ingest/signalKind.ts';
import { FLAGGED_CATEGORIES } from './category.ts';
import { SAFETY_CHECKS, WINDOW_LIMITS, type NonHumanRules, type Policy, type Windows } from './policy.ts';

/** The first setting that is not what it must be. */
export interface PolicyFailure {
  /** Path of the setting, `windows.dormancy`. */
  readonly setting: string;
  /** What it must be, as the end of a sentence: "must be …". */
  readonly mustBe: string;
}

/** Longest borderline limit: twice the longest window. */
export const MOST_BORDERLINE = 2 * WINDOW_LIMITS.most;
const LOOK_BACK = { least: 90, most: 1460 } as const;
const PROCESS_DAYS = { least: 0, most: 365 } as const;
const EVIDENCE_CLASSES: readonly EvidenceClass[] = ['meaningful', 'loginOnly', 'passive', 'ignored'];

/** Thrown inside this file only, so that a reader of one setting needs no result of its own. */
class Refusal extends Error {
  constructor(readonly failure: PolicyFailure) {
    super(failure.setting);
  }
}

const refuse = (setting: string, mustBe: string): never => {
  throw new Refusal({ setting, mustBe });
};

/**
 * Validates a policy that comes from outside (page, ledger, workspace file). Unknown settings are left out; nothing
 * is filled in or corrected, but for a rule that is younger than a stored policy, which is off. Limits: window 14 to 730 days, borderline limit from the window to 1460, look-back 90
 * to 1460. Source: DEFINE-01.
 */
export function readPolicy(value: unknown): Result<Policy, PolicyFailure> {
  try {
    return succeed(readAll(readRecord(value, 'policy')));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}

function readAll(from: Fields): Policy {
  return {
    name: readText(from['name'], 'name'),
    ownerTeam: readText(from['ownerTeam'], 'ownerTeam'),
    windows: readWindows(from['windows'], 'windows'),
    windowsByLicenceType: Object.fromEntries(
      Object.entries(readRecord(from['windowsByLicenceType'], 'windowsByLicenceType')).map(
        ([type, windows]) => [type, readWindows(windows, `windowsByLicenceType.${type}`)],
      ),
    ),
    lookBack: readWhole(from['lookBack'], 'lookBack', LOOK_BACK),
    evidenceRules: readList(from['evidenceRules'], 'evidenceRules', (rule, path) => {
      const fields = readRecord(rule, path);
      return {
        source: readText(fields['source'], `${path}.source`),
        evidenceClass: readOneOf(fields['evidenceClass'], `${path}.evidenceClass`, EVIDENCE_CLASSES),
      };
    }),
    signInCountsAsWork: readFlag(from['signInCountsAsWork'], 'signInCountsAsWork'),
    nonHuman: readNonHuman(from['nonHuman']),
    mayBecomeCases: readList(from['mayBecomeCases'], 'mayBecomeCases', (category, path) =>
      readOneOf(category, path, FLAGGED_CATEGORIES),
    ),
    checksOff: readList(from['checksOff'], 'checksOff', (entry, path) => {
      const fields = readRecord(entry, path);
      const reason = readText(fields['reason'], `${path}.reason`);
      if (reason.trim() === '') refuse(`${path}.reason`, 'a reason');
      return { check: readOneOf(fields['check'], `${path}.check`, SAFETY_CHECKS), reason };
    }),
    notify: readFlag(from['notify'], 'notify'),
    noticeTo: readOneOf(from['noticeTo'], 'noticeTo', ['owner', 'manager', 'both']),
    objectionDays: readWhole(from['objectionDays'], 'objectionDays', PROCESS_DAYS),
    graceDays: readWhole(from['graceDays'], 'graceDays', PROCESS_DAYS),
    coolDownDays: readWhole(from['coolDownDays'], 'coolDownDays', PROCESS_DAYS),
    onTimeout: readOneOf(from['onTimeout'], 'onTimeout', ['freeze', 'hold']),
    platformCanFreeze: readFlag(from['platformCanFreeze'], 'platformCanFreeze'),
    route: readOneOf(from['route'], 'route', ['packet', 'ticket', 'both']),
    fallbackDeciders: readList(from['fallbackDeciders'], 'fallbackDeciders', (decider, path) =>
      readOneOf(decider, path, ['owner', 'manager', 'unitHead']),
    ),
    dryRun: readFlag(from['dryRun'], 'dryRun'),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readWindows(value: unknown, path: string): Windows {
  const fields = readRecord(value, path);
  const dormancy = readWhole(fields['dormancy'], `${path}.dormancy`, WINDOW_LIMITS);
  const limits = { least: dormancy, most: MOST_BORDERLINE };
  return { dormancy, borderline: readWhole(fields['borderline'], `${path}.borderline`, limits) };
}

function readNonHuman(value: unknown): NonHumanRules {
  const fields = readRecord(value, 'nonHuman');
  const words = (name: string): readonly string[] => readList(fields[name], `nonHuman.${name}`, readText);
  return {
    serviceWords: words('serviceWords'),
    integrationWords: words('integrationWords'),
    sharedWords: words('sharedWords'),
    useFlags: readFlag(fields['useFlags'], 'nonHuman.useFlags'),
    useDelegates: readFlag(fields['useDelegates'], 'nonHuman.useDelegates'),
    // A policy that was stored before this rule existed goes on marking the accounts that it marked.
    useSharedAddresses:
      fields['useSharedAddresses'] !== undefined &&
      readFlag(fields['useSharedAddresses'], 'nonHuman.useSharedAddresses'),
  };
}

function readRecord(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(path, 'a group of settings');
  return value as Fields;
}

const readText = (value: unknown, path: string): string =>
  typeof value === 'string' ? value : refuse(path, 'a text');

const readFlag = (value: unknown, path: string): boolean =>
  typeof value === 'boolean' ? value : refuse(path, 'yes or no');

function readWhole(value: unknown, path: string, { least, most }: { least: number; most: number }): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse(path, `a whole number from ${least} to ${most}`);
}

function readOneOf<Choice extends string>(value: unknown, path: string, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === value) ?? refuse(path, `one of ${choices.join(', ')}`);
}

function readList<Entry>(
  value: unknown,
  path: string,
  read: (entry: unknown, path: string) => Entry,
): readonly Entry[] {
  if (!Array.isArray(value)) return refuse(path, 'a list');
  return value.map((entry, index) => read(entry, `${path}.${index}`));
}
