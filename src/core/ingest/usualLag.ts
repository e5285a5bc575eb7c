/** Days by which a source may trail reality where nobody has said how many. Source: glossary, *Lag*; LOAD-24. */
export const USUAL_LAG_DAYS = 2;
