/** What the System combobox offers and what its card says. Texts are sentences for the screen. */
export interface SystemCard {
  readonly id: string;
  readonly name: string;
  /** Where the right export is found. */
  readonly menuPath: string;
  /** Columns that must be in the export to tell idle seats from used ones. */
  readonly columns: readonly { readonly header: string; readonly why: string }[];
  /** What the export cannot show, or cuts off. */
  readonly limits: readonly string[];
  /** Rows at which an export of this system stops without saying so. */
  readonly rowLimits: readonly number[];
}

/** Said where a menu path or a header was not seen in a real file or in the vendor's documentation. */
export const PATH_NOT_CONFIRMED =
  'We have not confirmed this path or these headers on a live system. Versions differ; check the columns after loading.';
