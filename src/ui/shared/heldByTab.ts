/** Said while a client cannot be opened because a tab with an older version of the page does not let go of it. */
export const HELD_BY_TAB =
  'Fallow is open in another tab with an older version, which holds the data of this client. Close or reload that tab: the client then opens here by itself. Nothing is lost.';
