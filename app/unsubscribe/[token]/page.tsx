import type { Metadata } from "next";
import { Unsubscribe } from "#components/auth/unsubscribe.tsx";
import { AuthShell } from "#components/layout/auth-shell.tsx";

export const metadata: Metadata = { title: "Stop letters", robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <AuthShell title="Stop letters?">
      <Unsubscribe address={`/unsubscribe/${encodeURIComponent(decodeURIComponent(token))}/now`} />
    </AuthShell>
  );
}
