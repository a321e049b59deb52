"use client";
import { useToast } from "#components/ui/toast.tsx";
import styles from "./kept.module.css";

/** The first digits; a press copies all of them. */
export function Sha256({ value }: { value: string }) {
  const { notify } = useToast();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => notify({ title: "SHA-256 copied", tone: "success" }),
      () => notify({ title: "It could not be copied", description: value, tone: "danger" }),
    );
  return (
    <button
      type="button"
      className={styles.hash}
      title={value}
      aria-label={`Copy the SHA-256 ${value.slice(0, 12)}…`}
      onClick={copy}
    >
      {value.slice(0, 12)}…
    </button>
  );
}
