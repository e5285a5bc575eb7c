/** What one tab tells the other tabs of this browser: which client, and nothing of what it holds. */
export type TabNews =
  | { readonly kind: 'recorded'; readonly client: string; readonly length: number }
  | { readonly kind: 'wiped'; readonly client: string };

/** The other tabs of this browser, as far as they run the same page. */
export interface OtherTabs {
  tell(news: TabNews): void;
  listen(hear: (news: TabNews) => void): void;
}
