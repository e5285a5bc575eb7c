import { canonicalId } from './canonicalId.ts';

/** A line of the alias table: identifiers of the one domain are compared as those of the other. */
export interface DomainAliasLine {
  readonly domain: string;
  readonly standsFor: string;
}

/** Why a line of the table cannot be used. `line` counts from 1. */
export interface DomainAliasError {
  readonly line: number;
  readonly text: string;
  readonly why: 'form' | 'twice' | 'itself' | 'chain';
}

/** Lines as typed, read; the errors beside those that hold. */
export interface ReadDomainAliases {
  /** In the order of the lines, canonical. */
  readonly aliases: readonly DomainAliasLine[];
  readonly errors: readonly DomainAliasError[];
}

/**
 * Reads the alias table as it is typed: one `domain = domain it stands for` a line, empty lines left out. A domain
 * stands for one other at most, and for none that stands for another itself, so that the order of lines never matters.
 * Source of the rule: identity canon, LOAD-29.
 */
export function readDomainAliases(text: string): ReadDomainAliases {
  const aliases: DomainAliasLine[] = [];
  const lines: { readonly line: number; readonly text: string }[] = [];
  const errors: DomainAliasError[] = [];
  text.split(/\r\n|\r|\n/).forEach((typed, index) => {
    if (typed.trim() === '') return;
    const line = index + 1;
    const parts = typed.split(/=|→|->/).map((part) => canonicalId(part).replace(/^@|\\$/g, ''));
    const [domain = '', standsFor = ''] = parts;
    const isForm = parts.length === 2 && isDomain(domain) && isDomain(standsFor);
    if (!isForm) errors.push({ line, text: typed, why: 'form' });
    else if (domain === standsFor) errors.push({ line, text: typed, why: 'itself' });
    else if (aliases.some((alias) => alias.domain === domain))
      errors.push({ line, text: typed, why: 'twice' });
    else {
      aliases.push({ domain, standsFor });
      lines.push({ line, text: typed });
    }
  });
  const known = new Set(aliases.map(({ domain }) => domain));
  aliases.forEach(({ standsFor }, index) => {
    if (known.has(standsFor)) errors.push({ ...lines[index]!, why: 'chain' });
  });
  return { aliases, errors };
}

/** The table as it is typed again. */
export const domainAliasesToText = (aliases: readonly DomainAliasLine[]): string =>
  aliases.map(({ domain, standsFor }) => `${domain} = ${standsFor}`).join('\n');

const isDomain = (text: string): boolean => text !== '' && !/[\s@\\,;]/.test(text);
