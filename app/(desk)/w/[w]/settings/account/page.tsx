import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NameForm, PasswordForm } from "#components/settings/account-form.tsx";
import { LinkedAccounts } from "#components/settings/linked-accounts.tsx";
import { Section } from "#components/settings/section.tsx";
import { accountPage } from "#lib/services/identity/me.ts";
import { externalProviders } from "#lib/web/auth-providers.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage({ params }: { params: Promise<{ w: string }> }) {
  const found = await accountPage(await currentCaller());
  if (!found.ok) notFound();
  const { name, email, hasPassword, linked } = found.value;
  const providers = externalProviders();
  return (
    <>
      <Section layout="beside" title="Account" about="How colleagues see you beside your claims and reviews.">
        <NameForm name={name} email={email} />
      </Section>
      <Section
        layout="beside"
        title="Password"
        about={
          hasPassword
            ? "Setting a new one ends your other sessions."
            : "You have none yet: you come in by an account elsewhere."
        }
      >
        <PasswordForm email={email} hasPassword={hasPassword} />
      </Section>
      {providers.length > 0 ? (
        <Section
          layout="beside"
          title="Other accounts"
          about="Sign in with an account elsewhere instead of the password."
        >
          <LinkedAccounts
            providers={providers}
            linked={linked}
            here={`/w/${(await params).w}/settings/account`}
          />
        </Section>
      ) : null}
    </>
  );
}
