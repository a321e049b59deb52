"use client";
import { signOut } from "next-auth/react";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { Button } from "#components/ui/button.tsx";

/** For who is signed in and belongs nowhere: their last workspace is gone, or they were taken out of it. */
export function NoWorkspace() {
  return (
    <AuthShell
      title="No workspace yet"
      description="You belong to no workspace here. Ask somebody who runs one for an invitation; its link brings you in."
    >
      <Button onClick={() => void signOut({ callbackUrl: "/sign-in" })}>Sign out</Button>
    </AuthShell>
  );
}
