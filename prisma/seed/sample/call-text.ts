import { joinBlocks, type Piece } from "#core/text/blocks.ts";
import { heading, paragraph } from "./pieces.ts";

/** A phone call, two readouts. Written for this sample; every country, person and outlet in it is invented. */
export const callPieces: readonly Piece[] = [
  heading("Halvenia, Tsalkia leaders discuss gas transit as accounts of call diverge", 1),
  paragraph(
    "BRUNSMAR, Oct. 14 — Prime Minister Edda Brandvik of Halvenia and President Davit Orbeladze of Tsalkia spoke by telephone on Tuesday about reopening the Lomis pipeline, both governments said, but their accounts of the 40-minute call differed on whether gas would flow before winter.",
  ),
  paragraph(
    "According to a readout issued by Brandvik’s office, the two leaders “agreed that technical teams will meet within ten days.” The same document says Orbeladze undertook to restore at least half of the contracted volume by Nov. 15.",
  ),
  paragraph(
    "Tsalkia told it differently. The presidential press service in Tsalki said that Orbeladze had “stressed the need for payment of arrears” before any gas moved and had asked Halvenia to drop its arbitration claim. The Tsalkian readout, published two hours after the Halvenian one, gives no date.",
  ),
  paragraph(
    "“A pipeline without payment,” Tsalkia’s energy minister, Nana Kvirashvili (ნანა ქვირაშვილი), told reporters at a briefing in the capital, “is a gift that no budget can carry.” Talks on the arrears, she added, would resume on Oct. 20. Each delivery would also have to be paid for in advance. Her ministry later published the arrears as a table of 31 unpaid invoices.",
  ),
  paragraph(
    "Halvenia wants neutral observers at the pumping station. Its government has not said who would pay for them.",
  ),
  paragraph(
    "In a post from her verified account on the platform Quill, Brandvik wrote: “After today’s call 🤝 homes will be warm by December.”",
  ),
  heading("What the readouts leave out"),
  paragraph(
    "Neither readout mentions the rocket launchers that, according to The Meridian Post, Tsalkia has moved to the Lomis Pass. The newspaper reported on Sunday, citing two allied officials, that satellite material shared by a partner service showed at least a dozen launchers near the pumping station. That could not be independently verified.",
  ),
  paragraph(
    "In a written statement, Tsalkia’s defence ministry denied that any such deployment had taken place. It called the report “theatre for the winter season.”",
  ),
  paragraph(
    "The two energy ministries had pledged in a joint communiqué last month to settle the dispute “by negotiation alone.” Court filings in Brunsmar put the sum in dispute at 310 million crowns, which Tsalkia says is less than half of what it is owed.",
  ),
  paragraph(
    "“The two accounts are written for two audiences,” said Liv Aasgaard, a historian of diplomacy at the University of Brunsmar. “Read together, they agree on the weather and little else.”",
  ),
  paragraph(
    "The Lomis pipeline, which used to carry about a third of Halvenia’s gas, was shut in March after two leaks. Repairs were finished in July, but no gas has passed since, and the two capitals have blamed each other for it in letters, in court and on the air.",
  ),
  paragraph(
    "Tuesday’s call ended a silence of seven months — the longest since the line opened — and suggests that winter, more than trust, is now setting the pace.",
  ),
];

export const call = joinBlocks(callPieces);
