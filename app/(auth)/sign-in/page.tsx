import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import styles from "#components/auth/auth.module.css";
import { ExternalSignIn } from "#components/auth/external-sign-in.tsx";
import { PasswordSignIn } from "#components/auth/password-sign-in.tsx";
import { SignInProblem } from "#components/auth/sign-in-problem.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { canSendLetters } from "#lib/services/identity/letters.ts";
import { safePath } from "#lib/web/auth-paths.ts";
import { externalProviders } from "#lib/web/auth-providers.ts";
import { currentPrincipal } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const path = safePath(typeof next === "string" ? next : null);
  if ((await currentPrincipal()) && !error) redirect(path);
  const providers = externalProviders();
  return (
    <AuthShell title="Sign in" footer="Sourceline is by invitation. Ask an admin of your workspace for one.">
      {typeof error === "string" ? <SignInProblem code={error} /> : null}
      <PasswordSignIn next={path} />
      <p className={styles.links}>
        <Link href="/forgot">Forgotten the password?</Link>
        {canSendLetters() ? <Link href="/email-link">Sign in by e-mail</Link> : null}
      </p>
      {providers.length > 0 ? (
        <>
          <p className={styles.or}>or</p>
          <ExternalSignIn providers={providers} next={path} />
        </>
      ) : null}
    </AuthShell>
  );
}
