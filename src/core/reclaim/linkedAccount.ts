/** An account as a link names it. Accounts of two systems are never one account. */
export interface LinkedAccount {
  readonly system: string;
  readonly pseudonym: string;
  /** Canonical account id. */
  readonly account: string;
  readonly name: string;
}

/** Key of an account across systems. */
export const accountKeyOf = ({ system, account }: Pick<LinkedAccount, 'system' | 'account'>): string =>
  `${system}\n${account}`;
