import type { Metadata } from "next";
import Link from "next/link";
import styles from "#components/auth/auth.module.css";
import { LetterForm } from "#components/auth/letter-form.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { canSendLetters } from "#lib/services/identity/letters.ts";

export const metadata: Metadata = { title: "A new password" };

export default function ForgotPage() {
  return (
    <AuthShell title="A new password">
      {canSendLetters() ? (
        <LetterForm path="/identity/passwords/forgot" action="Send me a link" lasts="a day" />
      ) : (
        <div className={styles.stack}>
          <p>This installation sends no e-mail, so a person has to help.</p>
          <p>
            Ask whoever runs Sourceline for a one-time link. They make it with{" "}
            <code>sourceline user reset</code> and your address, and pass it on to you.
          </p>
        </div>
      )}
      <p className={styles.links}>
        <Link href="/sign-in">Back to sign-in</Link>
      </p>
    </AuthShell>
  );
}
