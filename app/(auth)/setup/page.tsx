import type { Metadata } from "next";
import { SetupForm } from "#components/auth/setup-form.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";

export const metadata: Metadata = { title: "Make it yours" };

export default function SetupPage() {
  return (
    <AuthShell
      title="Make it yours"
      description="Nobody owns this installation yet. The first owner makes a workspace and invites the others."
    >
      <SetupForm />
    </AuthShell>
  );
}
