import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Section } from "#components/settings/section.tsx";
import { SessionList, SignOutEverywhere } from "#components/settings/session-list.tsx";
import * as sessions from "#lib/services/identity/sessions.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const found = await sessions.list(await currentCaller());
  if (!found.ok) notFound();
  return (
    <Section
      title="Sessions"
      about="Where you are signed in. A session that you end is over with its next click."
      action={<SignOutEverywhere />}
    >
      <SessionList sessions={found.value.items} />
    </Section>
  );
}
