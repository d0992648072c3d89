import type { Rule } from "../rule";
import { isChosenScale } from "../scale";
import { condition, type Preset, type Values } from "./preset";
import { agreementPercent, ends, isOneTo, isOrdinal, middleHalf } from "./threshold";

/** At least `percent` of the answers in the top or in the bottom of the scale. */
const atOneEnd = ({ percent, topFrom, bottomTo }: Values): Rule => {
  const settings = { topFrom: topFrom!, bottomTo: bottomTo! };
  return {
    any: [
      condition("percent-agreement", "topPercent", ">=", percent!, { settings }),
      condition("percent-agreement", "bottomPercent", ">=", percent!, { settings }),
    ],
  };
};

const narrow = ({ iqr }: Values): Rule =>
  condition("location-and-spread", "iqr", "<=", iqr!, { settings: { quantileType: 7 } });

export const percentAtOneEnd: Preset = {
  name: "percent-agreement",
  about: "consensus",
  title: "Percentage agreement",
  convention:
    "At least 75% of the answers lie in the top of the scale, or at least 75% in its bottom: the two outermost points on 4 to 8 points, three on 9 and more, one below. 75% is the median of the thresholds that published Delphis declare.",
  caution: "It does not see how far the others stand away: a quarter may hold the opposite end.",
  source: "Diamond et al. 2014, J Clin Epidemiol 67:401.",
  scales: "labelled points, three or more",
  over: "item",
  fits: (scale) => isOrdinal(scale) && scale.points.length >= 3,
  thresholds: (scale) => [agreementPercent("percent", 75), ...ends(scale)],
  rule: atOneEnd,
};

export const chosenByMost: Preset = {
  name: "chosen-by-most",
  about: "consensus",
  title: "Chosen by most",
  convention:
    "At least 75% of those who answered chose the option. Each option is judged by itself: where one option is taken, at most one can be agreed on; where any number is, several can.",
  caution: "An option that nobody chose is no agreement against it: others may only have been preferred.",
  source: "Diamond et al. 2014, J Clin Epidemiol 67:401.",
  scales: "options that are chosen or not",
  over: "item",
  fits: isChosenScale,
  thresholds: () => [agreementPercent("percent", 75)],
  rule: ({ percent }) =>
    condition("percent-agreement", "topPercent", ">=", percent!, { settings: { topFrom: 1, bottomTo: 0 } }),
};

export const agreementWithSpread: Preset = {
  name: "agreement-with-narrow-spread",
  about: "consensus",
  title: "Percentage agreement with a narrow middle half",
  convention:
    "Percentage agreement as above, and a middle half (type 7) of at most 1 point, on eight points and more of at most 2. One measure of location and one of spread, as reviews of the method ask.",
  caution:
    "Up to a quarter of the panel can still stand at the other end: the middle half is blind to the tails.",
  source: "Diamond et al. 2014, J Clin Epidemiol 67:401; von der Gracht 2012, TFSC 79:1525.",
  scales: "labelled points, four or more",
  over: "item",
  fits: (scale) => isOrdinal(scale) && scale.points.length >= 4,
  thresholds: (scale) => [agreementPercent("percent", 75), ...ends(scale), middleHalf(scale)],
  rule: (values) => ({ all: [narrow(values), atOneEnd(values)] }),
};

export const coreOutcome: Preset = {
  name: "core-outcome-70-15",
  about: "consensus",
  title: "70/15 for core outcome sets",
  convention:
    "In: at least 70% of the ratings lie in 7–9 and less than 15% in 1–3. Out: the other way round. Either is consensus; anything else is none.",
  caution: "It is meant for each group of stakeholders: look at the groups' own figures too.",
  source: "Williamson et al. 2017, COMET Handbook, Trials 18 (Suppl 3):280.",
  scales: "1 to 9",
  over: "item",
  fits: (scale) => isOneTo(scale, 9),
  thresholds: () => [
    agreementPercent("percent", 70),
    { name: "against", unit: "percent", start: 15, least: 1, most: 50, step: 1 },
  ],
  rule: ({ percent, against }) => {
    const settings = { topFrom: 7, bottomTo: 3 };
    const share = (figure: string, compare: ">=" | "<", value: number) =>
      condition("percent-agreement", figure, compare, value, { settings });
    return {
      any: [
        { all: [share("topPercent", ">=", percent!), share("bottomPercent", "<", against!)] },
        { all: [share("bottomPercent", ">=", percent!), share("topPercent", "<", against!)] },
      ],
    };
  },
};

export const iqrThreshold: Preset = {
  name: "iqr-threshold",
  about: "consensus",
  title: "Narrow middle half",
  convention:
    "The middle half of the answers (type 7) spans at most 1 point; on eight points and more at most 2.",
  caution:
    "It says nothing about direction, and is blind to the tails: a quarter of the panel may stand anywhere. Quantile types differ enough to flip it.",
  source: "von der Gracht 2012, TFSC 79:1525; Hyndman & Fan 1996, Am Stat 50:361.",
  scales: "labelled points, four or more",
  over: "item",
  fits: (scale) => isOrdinal(scale) && scale.points.length >= 4,
  thresholds: (scale) => [middleHalf(scale)],
  rule: narrow,
};

export const medianBand: Preset = {
  name: "median-band",
  about: "consensus",
  title: "Median at one end with a narrow middle half",
  convention:
    "The median lies in the top or in the bottom of the scale, and the middle half (type 7) spans at most 1 point, on eight points and more at most 2.",
  caution: "A median needs only half of the panel on its side; the other half may be spread.",
  source: "von der Gracht 2012, TFSC 79:1525.",
  scales: "labelled points, four or more",
  over: "item",
  fits: (scale) => isOrdinal(scale) && scale.points.length >= 4,
  thresholds: (scale) => [...ends(scale), middleHalf(scale)],
  rule: (values) => ({
    all: [
      narrow(values),
      {
        any: [
          condition("location-and-spread", "median", ">=", values.topFrom!),
          condition("location-and-spread", "median", "<=", values.bottomTo!),
        ],
      },
    ],
  }),
};

export const policyBands: Preset = {
  name: "policy-delphi-bands",
  about: "consensus",
  title: "Policy Delphi bands for four points",
  convention:
    "High consensus: at least 70% on one point, or at least 80% on two neighbouring points. Medium is 60 and 70%, low 50 and 60%: put those numbers in for a milder rule.",
  caution: "Two neighbouring points may lie on both sides of the middle: look at the distribution.",
  source: "de Loë 1995, Applied Geography 15:53.",
  scales: "four labelled points",
  over: "item",
  fits: (scale) => isOrdinal(scale) && scale.points.length === 4,
  thresholds: () => [
    { name: "one", unit: "percent", start: 70, least: 50, most: 100, step: 1 },
    { name: "two", unit: "percent", start: 80, least: 51, most: 100, step: 1 },
  ],
  rule: ({ one, two }) => ({
    any: [
      condition("modal-shares", "onePercent", ">=", one!),
      condition("modal-shares", "twoPercent", ">=", two!),
    ],
  }),
};
