import type { Metadata } from "next";
import { JoinForm } from "#components/auth/join-form.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { signOut } from "#lib/web/sign-out.ts";

export const metadata: Metadata = { title: "Join" };

export default function JoinPage() {
  return (
    <AuthShell title="You are invited">
      <JoinForm signOut={signOut} />
    </AuthShell>
  );
}
