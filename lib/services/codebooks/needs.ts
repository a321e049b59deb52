import type { Codebook } from "#core/provenance/codebook.ts";
import { claimsToLookAt, codebookDiff, type LookReason } from "#core/provenance/codebook-diff.ts";
import { type Need, versionsBehind } from "#lib/db/codebook-claims.ts";
import { codebooksAt } from "#lib/db/codebooks.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import type { Inside } from "../workspace.ts";

/** What a version asks of the claims of a project that were made by others. */
export type Needs = {
  /** Every pair of a version and a category whose claims are worth another look. */
  readonly pairs: readonly Need[];
  /** Why, of a claim made by one version; nothing where there is no reason. */
  reasonsFor(basis: number, category: string): readonly LookReason[];
};

/**
 * Each claim is compared with the version its own categories were chosen by, not with the one before a switch: who
 * switches back is asked nothing about claims that were made before, and three switches ask once.
 */
export async function needsOf(
  { tx, permit }: Pick<Inside, "tx" | "permit">,
  project: Pick<ProjectRecord, "id" | "codebookId">,
  target: Codebook,
): Promise<Needs> {
  const versions = await versionsBehind(tx, permit, project.id);
  const others = versions.filter((version) => version !== target.version);
  const books = others.length === 0 ? [] : await codebooksAt(tx, permit, project.codebookId, others);
  const looks = new Map(books.map((book) => [book.version, claimsToLookAt(codebookDiff(book, target))]));
  return {
    pairs: [...looks].flatMap(([basis, reasons]) =>
      [...reasons.keys()].map((category) => ({ basis, category })),
    ),
    reasonsFor: (basis, category) => looks.get(basis)?.get(category) ?? [],
  };
}
