import { Notice } from "#components/ui/notice.tsx";
import type { Manifest, Verification } from "#lib/contracts/exports.ts";
import { manifestFacts, verdictWords } from "./verdict-words.ts";
import styles from "./verify.module.css";

type Props = {
  verification: Verification;
  sha256: string;
  /** Its manifest is the one kept here. */
  isFound: boolean;
};

/** The verdict first, then what the manifest says, where it may be believed. */
export function Verdict({ verification, sha256, isFound }: Props) {
  const { verdict, manifest, keyId } = verification;
  const { tone, title, detail } = verdictWords(verification, isFound);
  const isBelieved = verdict === "genuine" || verdict === "altered";
  return (
    <section className={styles.verdict} aria-label="Verdict">
      <Notice tone={tone} title={title}>
        {detail}
      </Notice>
      <h2 className={styles.heading}>
        {isBelieved ? "What the manifest says" : "What the manifest claims; nothing vouches for it"}
      </h2>
      <dl className={styles.facts}>
        {manifestFacts(manifest).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        <Fact name="This file’s SHA-256" value={sha256} isCode />
        <Fact name="Key" value={keyId} isCode />
      </dl>
      <Files files={manifest.files} sha256={sha256} />
    </section>
  );
}

function Fact({ name, value, isCode = false }: { name: string; value: string; isCode?: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </>
  );
}

function Files({ files, sha256 }: { files: Manifest["files"]; sha256: string }) {
  return (
    <details className={styles.files} open={files.length <= 3}>
      <summary>
        {files.length === 1 ? "The file it was signed for" : `The ${files.length} files it was signed for`}
      </summary>
      <ul>
        {files.map((file) => (
          <li key={file.name} data-same={file.sha256 === sha256 || undefined}>
            <span>
              {file.name}
              {file.sha256 === sha256 ? " · this one" : ""}
            </span>
            <span className={styles.size}>{file.bytes.toLocaleString("en")} bytes</span>
            <code>{file.sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
