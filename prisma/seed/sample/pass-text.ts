import { joinBlocks, type Piece } from "#core/text/blocks.ts";
import { heading, paragraph } from "./pieces.ts";

/** One outlet repeats another's unnamed officials. Written for this sample; all of it is invented. */
export const passPieces: readonly Piece[] = [
  heading("Tsalkia moved rocket launchers to disputed pass, newspaper reports", 1),
  paragraph(
    "HALVENHAVN, Oct. 13 — Tsalkia has moved at least a dozen rocket launchers to the Lomis Pass, The Meridian Post reported on Sunday, citing two allied officials who said the deployment was visible in satellite material gathered by a partner intelligence service.",
  ),
  paragraph(
    "The Harbour Chronicle has not seen the images, and the report could not be independently verified. Tsalkia’s defence ministry did not respond to questions sent on Sunday evening and again on Monday.",
  ),
  paragraph(
    "One of the officials told the newspaper that the launchers were “pointed at nothing and everything” and that their crews had been living in tents since late September. The Post did not say why the officials, whom it granted anonymity, had agreed to speak.",
  ),
  paragraph(
    "The Post also reported that Tsalki had told diplomats the vehicles were “decoys made of plywood and paint.” It is understood that the satellite material was shared with members of the Northern Compact last week.",
  ),
  paragraph(
    "A Chronicle reporter who drove up the valley road on Monday was turned back at a new checkpoint some nine kilometres below the pass. From there our reporter saw smoke rising from field kitchens on the ridge, but no launchers.",
  ),
  paragraph(
    "“We have read the newspaper,” Halvenia’s foreign minister, Jorun Hale, said in an interview with Radio Brunsmar, “and we do not discuss intelligence on the radio.” Her ministry referred further questions to the general staff.",
  ),
  paragraph(
    "(Borealis Wire) – Halvenia’s general staff said on Monday that it had raised the readiness of two brigades.",
  ),
  heading("Tents, tarpaulins and talk"),
  paragraph(
    "ხიდი (Khidi), an opposition newspaper in Tsalki, wrote that the exercise, code-named “ნაძვი,” or “spruce,” had been planned since spring and would end before the first snow. It did not say how it knew.",
  ),
  paragraph(
    "“By morning our pasture was a car park,” said a cheesemaker in the village of Zeda Lomi. The lorries had come at night and without lights, she said; she had counted them and had stopped at forty.",
  ),
  paragraph(
    "“Third convoy tonight 🚚 nobody here is sleeping,” read a post by @lomis_watch, an account whose owner the Chronicle could not identify. The picture posted with it shows tarpaulins and a road sign — nothing that would tell one pass from another.",
  ),
  paragraph(
    "Rumours of a call-up swept the border towns over the weekend. Shops in Lomisgate sold out of batteries, and the Halvenian crown fell 1.4 percent against the Tsalkian mark on Monday, its steepest daily loss this year.",
  ),
  paragraph(
    "The pass, 2,300 metres high and closed to lorries from December to April, has changed hands three times in a century. The pipeline that runs beneath it has not carried gas since March, and each side says the other must move first.",
  ),
  paragraph(
    "Whoever is right about the launchers, the pass has again become the place where two governments count each other’s lorries.",
  ),
];

export const pass = joinBlocks(passPieces);
