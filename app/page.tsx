import { redirect } from "next/navigation";
import { NoWorkspace } from "#components/projects/no-workspace.tsx";
import { currentUser } from "#lib/web/session.ts";
import { signOut } from "#lib/web/sign-out.ts";

/** The door: into the first workspace of one's own, the sample last. */
export default async function Start() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const first = user.workspaces.find(({ isSample }) => !isSample) ?? user.workspaces[0];
  if (first) redirect(`/w/${first.slug}`);
  return <NoWorkspace signOut={signOut} />;
}
