import { LinkButton } from "#components/layout/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ApiFailure } from "#lib/client/api.ts";
import styles from "./auth.module.css";

/** A one-time link that does not work, and what to do about it. */
export function LinkProblem({ failure, remedy }: { failure: ApiFailure | null; remedy: string }) {
  const { title, body } = wordsOf(failure);
  return (
    <div className={styles.stack}>
      <Notice tone="warning" title={title}>
        {body} {remedy}
      </Notice>
      <LinkButton href="/sign-in" size="lg">
        Go to sign-in
      </LinkButton>
    </div>
  );
}

function wordsOf(failure: ApiFailure | null): { title: string; body: string } {
  if (failure === null || failure.status === 422) {
    return { title: "This address is not complete", body: "Copy the whole link, to its last character." };
  }
  if (failure.status === 409) {
    return {
      title: "This link no longer works",
      body: "It has been used, has run out, or a newer one has taken its place.",
    };
  }
  return { title: failure.title, body: failure.detail ?? "" };
}
