/** Characters of one comment. By itself, so that the page that shows comments need not bring the schemas. */
export const LONGEST_COMMENT = 10_000;
