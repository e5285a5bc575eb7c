import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import type { Sha256Hex } from '../../core/reclaim/ledgerEntry.ts';
import type { BriefContent } from './briefContent.ts';
import { briefId } from './briefId.ts';
import type { BriefInput } from './briefInput.ts';
import { definitionSection } from './definitionSection.ts';
import { dormancySection } from './dormancySection.ts';
import { entitlementSection } from './entitlementSection.ts';
import { evidenceSection } from './evidenceSection.ts';
import { framingSection } from './framingSection.ts';
import { moneySection } from './moneySection.ts';
import { notCountedSection } from './notCountedSection.ts';
import { positionSection } from './positionSection.ts';
import { NOT_KNOWN } from './printed.ts';
import { recoverySection } from './recoverySection.ts';
import { seatSection } from './seatSection.ts';

/** Digits of the ledger head that are printed. */
const HEAD_DIGITS = 16;

/**
 * The internal edition as data. A pure function of what is stored: the same input gives the same content, whatever
 * the day, the machine or the locale.
 */
export function buildBriefContent(input: BriefInput, sha256: Sha256Hex): BriefContent {
  const version = input.policyVersions.at(-1);
  const head = input.ledgerHead;
  return {
    title: 'Renewal brief',
    customer: input.client.name,
    asOf: formatDay(input.asOf),
    asOfIso: formatIsoDay(input.asOf),
    edition: 'internal',
    paper: input.options.paper,
    briefId: briefId(input, sha256),
    policyVersion: version === undefined ? NOT_KNOWN : String(version.version),
    applicationVersion: input.applicationVersion,
    ledgerHead:
      head === undefined ? NOT_KNOWN : `${head.hash.slice(0, HEAD_DIGITS)} (entry ${head.sequence})`,
    sections: [
      positionSection(input),
      framingSection(input),
      definitionSection(input),
      evidenceSection(input),
      entitlementSection(input),
      seatSection(input),
      dormancySection(input),
      notCountedSection(input),
      recoverySection(input),
      moneySection(input),
    ],
  };
}
