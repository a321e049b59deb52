import { notFound, redirect } from "next/navigation";
import * as claims from "#lib/services/claims/read.ts";
import { currentCaller } from "#lib/web/session.ts";

/** A claim's permalink leads to where it stands in its article. */
export default async function ClaimPage({ params }: { params: Promise<{ w: string; c: string }> }) {
  const { w, c } = await params;
  const claim = await claims.get(await currentCaller(), w, c);
  if (!claim.ok) notFound();
  redirect(`/w/${w}/articles/${claim.value.articleId}?claim=${claim.value.id}`);
}
