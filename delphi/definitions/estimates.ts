import { isQuantity } from "../scale";
import { condition, type Preset } from "./preset";
import { agreementPercent } from "./threshold";

export const intervalsHoldMedian: Preset = {
  name: "intervals-hold-median",
  about: "consensus",
  title: "Intervals that hold the panel's best estimate",
  convention:
    "At least 75% of the experts' intervals, brought to 80% confidence, hold the median of all best estimates: to them the panel's middle value is possible. 75% is the usual threshold of published Delphis, put to intervals by us.",
  caution:
    "Wide intervals hold almost any value: a panel that knows little agrees easily. Read the width beside it.",
  source:
    "Our own; intervals after Hemming et al. 2018, Methods Ecol Evol 9:169, the threshold after Diamond et al. 2014, J Clin Epidemiol 67:401.",
  scales: "numbers and dates with an interval",
  over: "item",
  fits: isQuantity,
  thresholds: () => [agreementPercent("percent", 75)],
  rule: ({ percent }) => condition("interval-agreement", "coveringPercent", ">=", percent!),
};

export const estimateSteady: Preset = {
  name: "estimate-steady",
  about: "stability",
  title: "Steady best estimate and width",
  convention:
    "The median of the best estimates moves by at most 10% of the width that intervals had before (the median width at 80% confidence), and that width changes by at most 25%.",
  caution:
    "It compares everybody who answered either round, so a change of the panel can look like a change of mind; and it looks at the middle alone.",
  source: "Our own, for the change of best guess and width in Hemming et al. 2018, Methods Ecol Evol 9:169.",
  scales: "numbers and dates with an interval",
  over: "item",
  fits: isQuantity,
  thresholds: () => [
    { name: "percent", unit: "percent", start: 10, least: 1, most: 50, step: 1 },
    { name: "spread", unit: "percent", start: 25, least: 1, most: 100, step: 1 },
  ],
  rule: ({ percent, spread }) => ({
    all: [
      condition("estimate-change", "shiftPercent", "<=", percent!),
      condition("estimate-change", "widthChangePercent", "<=", spread!, { absolute: true }),
    ],
  }),
};
