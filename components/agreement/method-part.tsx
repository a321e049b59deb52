"use client";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import { methodOf } from "./words.ts";

/** Words for a methods section. */
export function MethodPart({ report, name }: { report: ShownReport; name: string }) {
  const { notify } = useToast();
  const words = methodOf(report, name);
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => notify({ title: "Copied", tone: "success" }),
      () =>
        notify({
          title: "The browser did not let it be copied",
          description: "Select the words.",
          tone: "danger",
        }),
    );
  return (
    <div className={styles.parts}>
      <blockquote className={styles.method}>{words}</blockquote>
      <div>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
    </div>
  );
}
