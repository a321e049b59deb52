import { redirect } from "next/navigation";

export default async function SettingsPage({ params }: { params: Promise<{ w: string }> }) {
  redirect(`/w/${(await params).w}/settings/members`);
}
