import { CodeBlock } from "./code-block.tsx";
import styles from "./docs.module.css";
import type { Block, GuidePage, Step } from "./guide/guide.ts";
import { prose } from "./prose.tsx";

/** A page of the guide. */
export function GuideDoc({ page: { title, lead, blocks } }: { page: GuidePage }) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{prose(lead)}</p>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging page
        <Shown key={at} block={block} />
      ))}
    </>
  );
}

function Shown({ block }: { block: Block }) {
  if ("run" in block) return <Command step={block} />;
  if ("heading" in block) return <h2 className={styles.heading}>{block.heading}</h2>;
  if ("code" in block) return <CodeBlock code={block.code} label="Code" />;
  if ("p" in block) return <p className={styles.measure}>{prose(block.p)}</p>;
  if ("list" in block)
    return (
      <ul className={styles.list}>
        {block.list.map((item) => (
          <li key={item}>{prose(item)}</li>
        ))}
      </ul>
    );
  return (
    <dl className={styles.facts}>
      {block.facts.map(([term, meaning]) => (
        <div key={term} className={styles.fact}>
          <dt>{prose(term)}</dt>
          <dd>{prose(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Command({ step: { run, status, keep = {} } }: { step: Step }) {
  const kept = Object.entries(keep);
  return (
    <div className={styles.step}>
      <CodeBlock code={run} label="Command" />
      <p className={styles.quiet}>
        Answers{" "}
        <span className={styles.status} data-kind={String(status).charAt(0)}>
          {status}
        </span>
        {kept.length > 0 ? ". For what follows: " : ""}
        {kept.map(([name, path], at) => (
          <span key={name}>
            {at > 0 ? ", " : ""}
            <code>export {name}=…</code> with <code>{path.replaceAll(/\.(\d+)/gu, "[$1]")}</code>
          </span>
        ))}
      </p>
    </div>
  );
}
