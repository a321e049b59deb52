import type { Metadata } from "next";
import { LinkSignIn } from "#components/auth/link-sign-in.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";

export const metadata: Metadata = { title: "Sign in by e-mail" };

export default function LinkPage() {
  return (
    <AuthShell title="Sign in by e-mail" description="One press, and you are in. The link works once.">
      <LinkSignIn />
    </AuthShell>
  );
}
