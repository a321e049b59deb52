import styles from "./avatar.module.css";

export type AvatarProps = {
  name: string;
  size?: number;
  /** A ring colour, to tell people apart where several are present. */
  ring?: string;
  /** Set where the name already stands beside it. */
  decorative?: boolean;
};

export function Avatar({ name, size = 24, ring, decorative = false }: AvatarProps) {
  const named = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name };
  return (
    <span
      {...named}
      // Drawn by the style sheet: as text the letters would have to be part of the name of every button they mark.
      data-initials={initialsOf(name)}
      className={styles.avatar}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        boxShadow: ring ? `0 0 0 2px ${ring}` : undefined,
      }}
    />
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (
    [first, last]
      .map((word) => Array.from(word ?? "").at(0) ?? "")
      .join("")
      .toLocaleUpperCase("en") || "?"
  );
}
