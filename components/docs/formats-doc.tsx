import { factWords } from "#core/export/carried.ts";
import { type ExportFormat, formatIds, formats } from "#core/export/formats.ts";
import styles from "./docs.module.css";
import { DocsShell } from "./docs-shell.tsx";

/** Every format, with what it keeps and what it loses: from the table the program itself goes by. */
export function FormatsDoc() {
  return (
    <DocsShell>
      <h1 className={styles.title}>Formats</h1>
      <p>
        What leaves Sourceline is what was approved, unless something else is asked for. Offsets are given in
        the unit of each format; ids are stable. What a format cannot carry is listed with it, and the list is
        held exact by tests.
      </p>
      {formatIds.map((id) => (
        <FormatEntry key={id} id={id} format={formats[id]} />
      ))}
      <h2 className={styles.small}>Schemas and keys</h2>
      <p>
        JSON and JSON Lines follow <a href="/schemas/sourceline-1.json">sourceline-1.json</a> and{" "}
        <a href="/schemas/sourceline-1-line.json">sourceline-1-line.json</a> (JSON Schema 2020-12). Manifests
        are signed with Ed25519; the public keys are a JWK Set at{" "}
        <a href="/.well-known/sourceline-keys.json">/.well-known/sourceline-keys.json</a>.
      </p>
    </DocsShell>
  );
}

function FormatEntry({ id, format }: { id: string; format: ExportFormat }) {
  const { label, use, extension, offsets, loses, needsText, isRead } = format;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.small}>
        {label}
      </h2>
      <p>
        {use} <code>format={id}</code>, <code>.{extension}</code>
        {offsets === "none" ? "" : `, offsets in ${offsets}`}.{" "}
        {isRead ? "Can be read back." : "Cannot be read back."}
        {needsText ? " Always holds the text." : " Quoted text can be left out."}
      </p>
      <p>
        {loses.length === 0 ? "Loses nothing." : `Loses ${loses.map((fact) => factWords[fact]).join("; ")}.`}
      </p>
    </section>
  );
}
