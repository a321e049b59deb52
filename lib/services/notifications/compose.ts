import { deedOf, placeOf } from "#lib/contracts/notification-words.ts";
import type { ToldByLetter } from "#lib/db/letters.ts";
import type { Letter } from "#lib/platform/mail.ts";

type Desk = { readonly slug: string; readonly name: string };
type Addresses = {
  /** Where the program is reached. */
  readonly base: string;
  readonly unsubscribe: string;
};

/** More than this is read quicker in the program. */
const MOST = 50;

/** Who did what, in which article, and the way there; no words of a text, a claim or a comment. */
export function compose(
  desk: Desk,
  told: readonly ToldByLetter[],
  { base, unsubscribe }: Addresses,
): Omit<Letter, "to"> {
  const [first] = told;
  const subject =
    told.length === 1 && first ? sentence(first) : `${told.length} notifications from ${desk.name}`;
  const lines = told.slice(0, MOST).map((one) => {
    const place = placeOf(desk.slug, one);
    return place ? `${sentence(one)}\n${base}${place}` : sentence(one);
  });
  const rest =
    told.length > MOST ? [`And ${told.length - MOST} more: ${base}/w/${desk.slug}/notifications`] : [];
  const foot = [
    `You get this because you belong to ${plain(desk.name)} on Sourceline.`,
    `Choose when to be written to: ${base}/w/${desk.slug}/settings/notifications`,
    `Stop these letters: ${unsubscribe}`,
  ].join("\n");
  const text = [...lines, ...rest, `--\n${foot}`].join("\n\n");
  return { subject: plain(subject), text, unsubscribe: `${unsubscribe}/now` };
}

function sentence(one: ToldByLetter): string {
  const where = one.articleTitle === null ? "" : ` in “${one.articleTitle}”`;
  return plain(`${one.actorName ?? "Sourceline"} ${deedOf(one)}${where}`);
}

/** One line: a name or a title could else pass for a part of the letter. */
function plain(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
