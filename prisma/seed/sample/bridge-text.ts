import { joinBlocks, type Piece } from "#core/text/blocks.ts";
import { heading, paragraph } from "./pieces.ts";

/** A leaked memo and its denial. Written for this sample; all of it is invented. */
export const bridgePieces: readonly Piece[] = [
  heading("Memo warned of cracks in Skarn Bridge cables; operator denies delay", 1),
  paragraph(
    "BRUNSMAR, Nov. 4 — Engineers told the operator of the Skarn Bridge in April that two of its main cables were cracking, according to a confidential memo obtained by the Examiner. The bridge was closed five months later.",
  ),
  paragraph(
    "The six-page memo, dated April 9, says the cables “may not carry full winter loads” and recommends limiting traffic to one lane. It was allegedly deleted from the company’s archive in May.",
  ),
  paragraph(
    "“No one at this company was told to look away,” the operator, Skarn Crossing, said in a statement on Monday, “and no warning was ignored.” It denied that the closure had been delayed to protect the summer toll season, and said that inspections had been carried out every month. All of these inspections were also logged with the regulator. The company added that it would publish the log “in due course.”",
  ),
  paragraph(
    "Katarina Vold, its chief engineer until June, disputed that. “I asked for the closure in May, and I was told to wait,” she said in an interview. She did not say by whom.",
  ),
  heading("What the records show"),
  paragraph(
    "Toll records published by the transport authority show that traffic was not restricted until Sept. 12, three days before the closure. In a letter seen by the Examiner, the company’s insurer asked in July for “a date, not a promise.” The insurer, Skerrig Mutual, confirmed that it had written but would not discuss the letter.",
  ),
  paragraph(
    "A transcript of the board meeting of April 22, released by a parliamentary committee, has the chairman, Odd Fenrik, saying: “Summer first, cables second.”",
  ),
  paragraph(
    "Fenrik’s lawyer, Maris Dunn, said that the words were a joke, that the transcript left out the laughter and that her client believed the bridge was safe. Fenrik himself, who remains chairman, did not return calls.",
  ),
  paragraph(
    "A study by the Coastal Institute of Technology, which tested eleven bridges, found that salt had thinned the outer strands of such cables by up to 8 percent. Ida Rasch, a metallurgist who was not part of it, said that strands seldom fail one at a time.",
  ),
  paragraph(
    "Two people with knowledge of the police inquiry said charges were likely before the new year. They asked not to be named because the inquiry is not public. A spokesman for the transport ministry said it had first learned of the memo “from your newspaper.”",
  ),
  paragraph(
    "“You could hear it hum,” said a ferry pilot who has passed under the bridge every working day for twenty years. “Since spring it hummed lower.”",
  ),
  paragraph(
    "On Monday our reporter walked the closed deck and counted nine clamps on the southern cable — none on the northern one. The bridge carried about 41,000 vehicles a day, and the detour by the old ferry road takes close to an hour.",
  ),
  paragraph(
    "The company’s denial answers a question the memo does not ask: not whether anyone looked away, but what they did after looking.",
  ),
];

export const bridge = joinBlocks(bridgePieces);
