import { AuthShell } from "#components/layout/auth-shell.tsx";
import { Button } from "#components/ui/button.tsx";

/** For who is signed in and belongs nowhere: their last workspace is gone, or they were taken out of it. */
export function NoWorkspace({ signOut }: { signOut: () => Promise<void> }) {
  return (
    <AuthShell
      title="No workspace yet"
      description="You belong to no workspace here. Ask somebody who runs one for an invitation; its link brings you in."
    >
      <form action={signOut}>
        <Button type="submit">Sign out</Button>
      </form>
    </AuthShell>
  );
}
