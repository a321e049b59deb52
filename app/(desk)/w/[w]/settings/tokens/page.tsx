import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Section } from "#components/settings/section.tsx";
import { TokenDialog } from "#components/settings/token-dialog.tsx";
import { TokenList } from "#components/settings/token-list.tsx";
import * as tokens from "#lib/services/identity/tokens.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const found = await tokens.list(await currentCaller(), { limit: 500 });
  if (!found.ok) notFound();
  return (
    <Section
      title="Tokens"
      about="For programs that read or write here in your name. Each is shown once, when it is made."
      action={<TokenDialog />}
    >
      <TokenList tokens={found.value.items} />
    </Section>
  );
}
