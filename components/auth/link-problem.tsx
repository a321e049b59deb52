import { LinkButton } from "#components/layout/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ApiFailure } from "#lib/client/api.ts";
import styles from "./auth.module.css";

/** A one-time link that does not work, and what to do about it. */
export function LinkProblem({ failure, remedy }: { failure: ApiFailure | null; remedy: string }) {
  return (
    <div className={styles.stack}>
      <Notice tone="warning" title={failure ? failure.title : "This address is not complete"}>
        {failure ? `${failure.detail ?? ""} ` : "The part after # is missing: copy the whole link. "}
        {remedy}
      </Notice>
      <LinkButton href="/sign-in" size="lg">
        Go to sign-in
      </LinkButton>
    </div>
  );
}
