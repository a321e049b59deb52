"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import styles from "./code-block.module.css";

/** Something to type or paste, with a button that takes it along. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setIsCopied(true),
      // Without leave to use the clipboard the text can still be selected.
      () => undefined,
    );
  return (
    <div className={styles.block}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={label}>
        <pre className={styles.code}>{code}</pre>
      </section>
      <button
        type="button"
        className={styles.copy}
        onClick={copy}
        aria-label={isCopied ? "Copied" : `Copy: ${label}`}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </button>
    </div>
  );
}
