import { Notice } from "#components/ui/notice.tsx";

const problems: Record<string, { title: string; body: string }> = {
  "not-invited": {
    title: "Nobody has invited this account yet",
    body: "Sourceline is by invitation, to an address that your account has verified. Ask an admin of the workspace.",
  },
  "sign-in-to-link": {
    title: "This address has an account here",
    body: "Sign in to it once, then link the other account under Settings, Account.",
  },
  "linked-elsewhere": {
    title: "That account belongs to somebody else here",
    body: "Sign out first, or use another account.",
  },
};

/** Why an external account did not let somebody in; a code nobody knows is told in general words. */
export function SignInProblem({ code }: { code: string }) {
  const known = Object.hasOwn(problems, code) ? problems[code] : undefined;
  return (
    <Notice tone="warning" title={known?.title ?? "Signing in did not work"}>
      {known?.body ?? "Try again. If it goes on, ask whoever runs Sourceline to look at its log."}
    </Notice>
  );
}
