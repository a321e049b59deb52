import type { Metadata } from "next";
import { DocsShell } from "#components/docs/docs-shell.tsx";
import { VerifyScreen } from "#components/verify/verify-screen.tsx";
import { plainSearch } from "#lib/web/page.ts";
import { currentUser } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Verify a file" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Open to all: whoever was handed a file need not be a member. */
export default async function VerifyPage({ searchParams }: Props) {
  const [{ w, p }, user] = await Promise.all([plainSearchOf(searchParams), currentUser()]);
  const workspace = user?.workspaces.find(({ slug }) => slug === w)?.slug;
  const place = workspace && p ? { workspace, project: p } : null;
  return (
    <DocsShell>
      <VerifyScreen place={place} />
    </DocsShell>
  );
}

const plainSearchOf = async (search: Props["searchParams"]) => plainSearch(await search);
