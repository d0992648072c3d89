import { HELD_PERCENT, LITTLE_AGREEMENT } from "../warnings";
import { presets } from "./library";
import type { Preset } from "./preset";

/** What the method page says of verdicts: the definitions that a study can declare, and our own conventions. */
export function verdictsChapter(): string {
  const those = (about: Preset["about"]) => presets.filter((one) => one.about === about).map(entry);
  return [
    OPENING,
    "### Definitions of consensus",
    ...those("consensus"),
    "### Definitions of stability",
    STABILITY,
  ]
    .concat(those("stability"), CONVENTIONS)
    .join("\n\n");
}

const entry = ({ name, title, convention, caution, scales, source }: Preset): string =>
  `#### <a id="preset-${name}"></a>${title}

\`${name}\` · for ${scales}

${convention}

**What it does not see.** ${caution}

**Source.** ${source}`;

const OPENING = `## <a id="verdicts"></a>Verdicts

Consensus and stability are two verdicts. A study declares, before its first answer, one definition of each for every kind of item, as an expression over the figures above. A protocol is refused when it is written if a rule names a figure that does not exist, does not fit the scale of an item, can never be met or never be missed, or needs another panel than the one on the roll. All and any follow three-valued logic: where a figure is undefined the verdict is unknown, with its reason, and never “no”.

Not asked, not answered and abstained (“outside my expertise”) are counted apart. None of them is an answer, so none enters numerator or denominator.`;

const STABILITY = `Each compares the last two rounds that asked the item, in the same words. Weighted kappa is shown beside a verdict, as a trend over the rounds, and never decides alone: it falls when a panel comes to agree, to 0 where one round is unanimous, however many kept their answer (Holey et al. 2007).`;

const CONVENTIONS = `### What is not consensus

An item is judged in the order of Dajani, Sincoff & Talley 1979, TFSC 13:83: first whether its answers are steady; only then whether they are a consensus; and if not, which shape they have. The authors' words leave open how large a group must be. Our conventions, over the lower end, the middle and the upper end of the scale:

- **Majority:** more than half of the answers lie in one of the three.
- **Bipolar:** at least 30% lie at each end, and van der Eijk's A is below 0, so that they are further apart than an even spread. (On five points an even spread has 40% at each end, and is no pair of camps.)
- **Plural:** one of the three leads each other by at least 15% of the answers, about the oscillation that Scheibe, Skutsch & Schofer 1975 saw between rounds without news.
- **Dispersed:** none of these. A steady dissent is a result.

The mark “divided” asks for 30% at each end alone.

### Warnings

- The rule of agreement is met, yet each end holds more than ${HELD_PERCENT} % of the answers.
- The rule of agreement is met, yet van der Eijk's A is below ${LITTLE_AGREEMENT}.
- Fewer than 6 answers, or experts in both rounds: no two-sided test can reach 5% (2·½⁵ = 0.063), and no interval for the median 95%.
- The wording changed in substance, so earlier answers are answers to something else.

### When a study stops

- **Fixed:** after the declared number of rounds.
- **All stable:** after a round in which everything asked was steady.
- **Hybrid:** after a round, from the second on, in which everything asked was steady or agreed. What is agreed and not steady is still asked again as long as the study goes on.

Both end with the last declared round. Consensus alone is no reason to stop (von der Gracht 2012, TFSC 79:1525).

### Consensus by luck

How often a rule would be met if every expert drew an answer at random, all points equally likely, or tilted along a straight line so that the last point is three times as likely as the first. Exact where at most 3,000 distributions are possible; beyond, from 4,000 panels drawn from a fixed seed, with Wilson's interval.
`;
