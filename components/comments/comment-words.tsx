"use client";
import { partsOf } from "#lib/client/comments/mentions.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";

/** The words of a comment, with those it speaks to set apart. Plain text, whatever is in it. */
export function CommentWords({ body, mentions }: Pick<Comment, "body" | "mentions">) {
  const { people } = useComments();
  const spokenTo = people.filter(({ userId }) => mentions.includes(userId));
  let at = 0;
  return (
    <p className={styles.words} dir="auto">
      {partsOf(body, spokenTo).map(({ text, person }) => {
        const key = at;
        at += text.length;
        return person ? (
          <b key={key} className={styles.mention}>
            {text}
          </b>
        ) : (
          text
        );
      })}
    </p>
  );
}
