"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { WebhookDelivery } from "#lib/contracts/webhooks.ts";
import styles from "./settings.module.css";

/** What was sent, and the beginning of what came back. */
export function DeliveryDialog({ delivery }: { delivery: WebhookDelivery }) {
  const { id, type, request, response } = delivery;
  return (
    <Dialog
      size="lg"
      trigger={<Button size="sm">Details</Button>}
      title={type ?? "Something you may not see"}
      description={`webhook-id ${id}`}
    >
      <div className={styles.dialog}>
        <Words
          title="Sent"
          text={request === null ? null : indented(request)}
          none="You may not know of this."
        />
        <Words title="Came back" text={response} none="Nothing came back." />
      </div>
    </Dialog>
  );
}

function Words({ title, text, none }: { title: string; text: string | null; none: string }) {
  return (
    <section className={styles.words}>
      <h3 className={styles.legend}>{title}</h3>
      {text ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre className={styles.source} tabIndex={0}>
          {text}
        </pre>
      ) : (
        <p className={styles.quiet}>{none}</p>
      )}
    </section>
  );
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
