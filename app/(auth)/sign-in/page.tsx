import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasswordSignIn } from "#components/auth/password-sign-in.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { safePath } from "#lib/web/auth-paths.ts";
import { currentPrincipal } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const path = safePath(typeof next === "string" ? next : null);
  if (await currentPrincipal()) redirect(path);
  return (
    <AuthShell title="Sign in">
      <PasswordSignIn next={path} />
    </AuthShell>
  );
}
