import type { Metadata } from "next";
import { ResetForm } from "#components/auth/reset-form.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";

export const metadata: Metadata = { title: "Choose a password" };

export default function ResetPage() {
  return (
    <AuthShell
      title="Choose a password"
      description="The link works once. Your other sessions end when the password is set."
    >
      <ResetForm />
    </AuthShell>
  );
}
