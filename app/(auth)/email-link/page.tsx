import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import styles from "#components/auth/auth.module.css";
import { LetterForm } from "#components/auth/letter-form.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { canSendLetters } from "#lib/services/identity/letters.ts";

export const metadata: Metadata = { title: "Sign in by e-mail" };

export default function EmailLinkPage() {
  if (!canSendLetters()) redirect("/sign-in");
  return (
    <AuthShell title="Sign in by e-mail" description="A link instead of a password.">
      <LetterForm path="/identity/sign-in-links" action="Send me a link" lasts="a quarter of an hour" />
      <p className={styles.links}>
        <Link href="/sign-in">Back to sign-in</Link>
      </p>
    </AuthShell>
  );
}
