import type { Metadata } from "next";
import { SourceScreen } from "#components/sources/source-screen.tsx";
import * as claims from "#lib/services/claims/list.ts";
import { getSource } from "#lib/services/sources/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Source" };

type Props = { params: Promise<{ w: string; s: string }> };

export default async function SourcePage({ params }: Props) {
  const { w, s } = await params;
  const caller = await currentCaller();
  const source = shown(await getSource(caller, w, s));
  const survivor = source.mergedInto ? shown(await getSource(caller, w, source.mergedInto)) : null;
  const found = shown(await claims.list(caller, w, { source: s, limit: 50 }));
  const { workspace } = await readerIn(w);
  const mayEdit = workspace.role !== "viewer";
  return <SourceScreen workspace={workspace.slug} {...{ source, survivor, mayEdit }} claims={found} />;
}
