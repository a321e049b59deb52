import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CodebookProvider } from "#components/codebook/codebook-context.tsx";
import { DeskShell } from "#components/layout/desk-shell.tsx";
import { codebookFor } from "#lib/services/codebooks/pinned.ts";
import { desk } from "#lib/services/workspaces/desk.ts";
import { currentUser, requirePrincipal } from "#lib/web/session.ts";
import { signOut } from "#lib/web/sign-out.ts";

type Props = { params: Promise<{ w: string }>; children: ReactNode };

export default async function DeskLayout({ params, children }: Props) {
  const { w } = await params;
  const principal = await requirePrincipal();
  const [found, codebook, user, jar] = await Promise.all([
    desk({ principal }, w),
    codebookFor({ principal }, w, "workspace"),
    currentUser(),
    cookies(),
  ]);
  if (!found.ok || !user) notFound();
  return (
    <DeskShell
      {...found.value}
      user={user}
      lastProject={jar.get("sl-project")?.value ?? null}
      onSignOut={signOut}
    >
      <CodebookProvider codebook={codebook.ok ? codebook.value : null}>{children}</CodebookProvider>
    </DeskShell>
  );
}
