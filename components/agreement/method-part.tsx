"use client";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import type { Reading } from "./agreement-screen.tsx";
import { methodOf } from "./words.ts";

/** Words for a methods section. */
export function MethodPart({
  report,
  name,
  reading,
}: {
  report: ShownReport;
  name: string;
  reading: Reading;
}) {
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
      <section className={styles.part} aria-label="Take the numbers along">
        <h2 className={styles.title}>Take the numbers along</h2>
        <p className={styles.about}>
          Every figure with its interval, as CSV; or the reliability data themselves, a row a coder’s claim,
          to be reckoned again elsewhere (for reviewers and above).
        </p>
        <p className={styles.files}>
          <a href={fileOf(reading, "numbers")} download>
            Figures (CSV)
          </a>
          <a href={fileOf(reading, "matrix")} download>
            Reliability data (CSV)
          </a>
        </p>
      </section>
    </div>
  );
}

const fileOf = ({ workspace, project }: Reading, what: "numbers" | "matrix") =>
  `/api/v1/workspaces/${workspace}/projects/${project}/agreement/export?what=${what}`;
