import styles from "./chain-drawing.module.css";

const stops = [
  { y: 150, family: "other_media", words: 86 },
  { y: 232, family: "anonymous", words: 64 },
  { y: 314, family: "documents", words: 74 },
] as const;

/** A page with one marked sentence, and the way that sentence came: hop by hop, down to its origin. */
export function ChainDrawing() {
  return (
    <svg viewBox="0 0 440 380" className={styles.drawing} aria-hidden="true">
      <g className={styles.page}>
        <rect x="40" y="22" width="190" height="250" rx="4" />
        <path d="M64 56h92M64 70h58" className={styles.headline} />
        <path d="M64 100h142M64 116h142M64 132h96M64 178h142M64 194h120M64 210h142M64 226h78" />
      </g>
      <g data-family="official">
        <rect x="62" y="142" width="146" height="17" rx="2" className={styles.wash} />
        <path d="M64 150.5h142" className={styles.words} />
        <path d="M62 160.5h146" className={styles.mark} />
      </g>
      <path d="M212 151 H 292" className={styles.link} />
      {stops.map((stop, at) => (
        <g key={stop.family} data-family={stop.family}>
          {at > 0 ? <path d={`M304 ${stop.y - 70}V${stop.y - 12}`} className={styles.link} /> : null}
          <circle cx="304" cy={stop.y} r="11" className={styles.node} />
          <circle cx="304" cy={stop.y} r="4" className={styles.core} />
          <path d={`M328 ${stop.y - 4}h${stop.words}`} className={styles.label} />
          <path d={`M328 ${stop.y + 6}h${stop.words * 0.62}`} className={styles.sub} />
        </g>
      ))}
    </svg>
  );
}
