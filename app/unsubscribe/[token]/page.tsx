import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Unsubscribe } from "#components/auth/unsubscribe.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";
import { isTokenShaped } from "#lib/services/notifications/unsubscribe.ts";

export const metadata: Metadata = { title: "Stop letters", robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  // Tokens hold nothing that an address would encode.
  if (!isTokenShaped(token)) notFound();
  return (
    <AuthShell title="Stop letters?">
      <Unsubscribe address={`/unsubscribe/${token}/now`} />
    </AuthShell>
  );
}
