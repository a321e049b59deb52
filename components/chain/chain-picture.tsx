import type { Chain } from "#core/attribution/chain.ts";
import { weakestLink } from "#core/attribution/chain.ts";
import { chainPicture, type PictureStop } from "#core/attribution/picture.ts";
import { type ChainNames, chainSentence, chainText } from "#core/attribution/sentence.ts";
import type { Codebook, FamilyId } from "#core/provenance/codebook.ts";
import styles from "./chain-picture.module.css";

type Props = { chain: Chain; provenance: string; names: ChainNames; codebook: Codebook };

const WIDTH = 340;
const MARK = 12;
const WORDS = 34;

/** The chain drawn from the article down to its origin; its name is the sentence. */
export function ChainPicture({ chain, provenance, names, codebook }: Props) {
  const pieces = chainSentence(chain, names);
  const { stops, height } = chainPicture(pieces, weakestLink(codebook, chain, provenance), codebook);
  const keys = new Map(codebook.families.map(({ id, key }) => [id, key]));
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${height}`}
      style={{ maxWidth: WIDTH }}
      role="img"
      aria-label={chainText(pieces)}
    >
      {stops.map((stop, at) => {
        const before = stops[at - 1];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place in the chain
          <g key={at} data-family={stop.family ?? undefined}>
            {before ? (
              <path
                className={styles.way}
                data-carried={stop.isCarriedOver || undefined}
                d={`M${MARK} ${before.y + 11}V${stop.y - 11}`}
              />
            ) : null}
            <Mark stop={stop} digit={stop.family ? keys.get(stop.family) : undefined} />
            <Words stop={stop} />
          </g>
        );
      })}
    </svg>
  );
}

/** A family's digit over its line; the weakest link in a second frame. */
function Mark({ stop, digit }: { stop: PictureStop; digit: number | undefined }) {
  const { y, family } = stop;
  if (family === null) return <circle className={styles.article} cx={MARK} cy={y} r="4.5" />;
  return (
    <>
      {stop.isWeakest ? (
        <rect className={styles.weakest} x={MARK - 12} y={y - 12} width="24" height="24" rx="5" />
      ) : null}
      <rect
        className={styles.mark}
        data-carried={stop.isCarriedOver || undefined}
        x={MARK - 9}
        y={y - 9}
        width="18"
        height="18"
        rx="3"
      />
      <text className={styles.digit} x={MARK} y={y + 2.5} textAnchor="middle">
        {digit}
      </text>
      <path className={styles.line} data-family-line={family} d={lines[family](MARK, y + 6)} />
    </>
  );
}

/** The families' second channel, drawn as it stands under the words of the text. */
const lines: Readonly<Record<FamilyId, (x: number, y: number) => string>> = {
  official: (x, y) => `M${x - 6} ${y}h12m-12 .8h12`,
  on_the_record: (x, y) => `M${x - 6} ${y}h12`,
  anonymous: (x, y) => `M${x - 6} ${y}q1.5 -2 3 0t3 0t3 0t3 0`,
  other_media: (x, y) => `M${x - 6} ${y - 1}h12m-12 2h12`,
  documents: (x, y) => `M${x - 6} ${y}h12M${x - 6} ${y - 12.5}h12`,
  own_voice: () => "M0 0",
  unclear: (x, y) => `M${x - 6} ${y}q2 -3.5 4 0t4 0t4 0`,
};

function Words({ stop }: { stop: PictureStop }) {
  const { y, lines: words, details } = stop;
  return (
    <text className={styles.name} x={WORDS} y={y + 4}>
      {words.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the name
        <tspan key={at} x={WORDS} dy={at === 0 ? 0 : 17} data-article={stop.family === null || undefined}>
          {line}
        </tspan>
      ))}
      {details.map((line) => (
        <tspan key={line} className={styles.detail} x={WORDS} dy="16">
          {line}
        </tspan>
      ))}
    </text>
  );
}
