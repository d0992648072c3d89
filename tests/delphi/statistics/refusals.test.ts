import { describe, expect, test } from "vitest";
import type { Problem } from "@/delphi/result";
import { InvalidInput } from "@/delphi/statistics/measure";
import { measureNamed, measures } from "@/delphi/statistics/registry";

/** Each line: a measure, an input outside its domain → the first place at fault | words of the sentence. */
const REFUSALS = `
location-and-spread [] →  | object
location-and-spread {} → ratings | missing
location-and-spread {"ratings":"4"} → ratings | list
location-and-spread {"ratings":[4,"5"]} → ratings.1 | number
location-and-spread {"ratings":[4,true]} → ratings.1 | number
location-and-spread {"ratings":[4],"quantileType":5} → quantileType | 7, 6 or 2
location-and-spread {"ratings":[4],"quantileType":null} → quantileType | 7, 6 or 2
location-and-spread {"ratings":[4],"scale":{}} → scale | no field
location-and-spread {"ratings":[4],"__proto__":{}} → __proto__ | no field
quantiles {"ratings":[1],"probabilities":[0.5,1.01]} → probabilities.1 | at most 1
quantiles {"ratings":[1],"probabilities":[null]} → probabilities.0 | number
percent-agreement {"ratings":[1,null,6],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2} → ratings.2 | from 1 to 5, not 6
percent-agreement {"ratings":[2.5],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2} → ratings.0 | whole number
percent-agreement {"ratings":[1,5],"scale":{"min":5,"max":5},"topFrom":4,"bottomTo":2} → scale.max | 1 to 100 steps
percent-agreement {"ratings":[1,5],"scale":{"min":0,"max":101},"topFrom":4,"bottomTo":2} → scale.max | 1 to 100 steps
percent-agreement {"ratings":[1,5],"scale":{"min":0.5,"max":5},"topFrom":4,"bottomTo":2} → scale.min | whole number
percent-agreement {"ratings":[1,5],"scale":{"min":1},"topFrom":4,"bottomTo":2} → scale.max | missing
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5,"step":1},"topFrom":4,"bottomTo":2} → scale.step | no field
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5},"topFrom":6,"bottomTo":2} → topFrom | point of the scale 1 to 5
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":0} → bottomTo | point of the scale 1 to 5
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":4} → bottomTo | below topFrom
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2,"threshold":0} → threshold | above 0
percent-agreement {"ratings":[1,5],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2,"threshold":100.5} → threshold | at most 100
comet-consensus {"ratings":[1],"scale":{"min":1,"max":5}} → topFrom | point of the scale
rand-ucla {"ratings":[1,10]} → ratings.1 | from 1 to 9
rand-ucla {"ratings":[1],"rule":"iprass"} → rule | ipras or table
leik-consensus {"counts":[3]} → counts | at least 2
leik-consensus {"counts":[3,-0.5]} → counts.1 | at least 0
leik-consensus {"counts":[1.7e+308,1.7e+308]} → counts | add up
bimodality-coefficient {"counts":[3,0.5]} → counts.1 | whole number
kendall-w {"ratings":[]} → ratings | at least 1 entry
kendall-w {"ratings":[[1,2],[3]]} → ratings.1 | as long as the first
kendall-w {"ratings":[[1,2],null]} → ratings.1 | list
kendall-w {"ratings":[[1,2],[3,[]]]} → ratings.1.1 | number
krippendorff-alpha {"ratings":[[1,2]],"metric":"ratios"} → metric | nominal, ordinal, interval or ratio
krippendorff-alpha {"ratings":[[1,2],[null,-2]],"metric":"ratio"} → ratings.1.1 | negative
intraclass-correlation {"ratings":[[1]]} → form | agreement or consistency
spearman {"x":[1,2,3],"y":[1,2]} → y | 3 and 2
net-change {"earlier":[1],"later":[]} → later | same length
spread-change {"earlier":[1],"later":[]} → later | same length
weighted-kappa {"table":[[1,2],[3]],"weights":"none"} → table.1 | as many columns
weighted-kappa {"table":[[1,2],[3,4]]} → weights | none, linear or quadratic
bowker {"table":[[1]]} → table | at least 2
bowker {"table":[[1,2],[3,-1]]} → table.1.1 | at least 0
bowker {"table":[[1,2],[3,1.5]]} → table.1.1 | whole number
bowker {"table":[[1,2],[3,null]]} → table.1.1 | number
mcnemar {"table":[[1,2,3],[3,1,2],[1,1,1]]} → table | 2 rows and 2 columns
marginal-chi-square {"earlierCounts":[1,2],"laterCounts":[1,2,3]} → laterCounts | same length
marginal-chi-square {"earlierCounts":[1,2.5],"laterCounts":[1,2]} → earlierCounts.1 | whole
fisher-exact {"table":[[1],[2]]} → table.0 | at least 2 columns
fisher-exact {"table":[[1,2],[2,3,4]]} → table.1 | as long as the first
kruskal-wallis {"groups":[[1,2]]} → groups | at least 2
probability-pool {"probabilities":[0.5,-0.1]} → probabilities.1 | at least 0
probability-pool {"probabilities":[],"clamp":0.5} → clamp | below 0.5
probability-pool {"probabilities":[],"extremizing":0.9} → extremizing | at least 1
brier-score {"forecasts":[0.5],"outcomes":[0.5]} → outcomes.0 | 0 or 1
brier-score {"forecasts":[0.5],"outcomes":[]} → outcomes | same length
idea-standardisation {"judgements":[{"lower":1,"best":2,"upper":3,"confidence":49}],"level":80} → judgements.0.confidence | 50
idea-standardisation {"judgements":[null,{"lower":1,"best":0,"upper":3,"confidence":80}],"level":80} → judgements.1.best | below the lower end
idea-standardisation {"judgements":[{"lower":1,"best":2,"upper":3,"confidence":80}],"level":80,"bounds":{"min":1.5}} → judgements.0.lower | outside the bounds
quantile-average {"estimates":[{"lower":1,"best":2,"upper":1.5}]} → estimates.0.upper | below the best guess
quantile-average {"estimates":[{"lower":1,"best":2,"upper":3,"confidence":80}]} → estimates.0.confidence | no field
quantile-linear-pool {"estimates":[{"lower":1,"best":2,"upper":3}],"level":100} → level | below 100
quantile-linear-pool {"estimates":[{"lower":1,"best":2,"upper":3}],"level":80,"overshoot":-1} → overshoot | at least 0
quantile-linear-pool {"estimates":[{"lower":1,"best":2,"upper":3}],"level":80,"bounds":{"max":2.5}} → estimates.0.upper | outside
quantile-linear-pool {"estimates":[{"lower":1,"best":2,"upper":3}],"level":80,"bounds":{"min":3,"max":3}} → bounds.max | lie below
mean-rank {"ranks":[[1,2]]} → ranks | at least 2
mean-rank {"ranks":[[1,2],[2,0]]} → ranks.1.1 | above 0
borda-count {"ranks":[[1,2],[2]]} → ranks.1 | as long as the first
condorcet {"ranks":[[1,2],[2,1]],"weights":[1]} → weights | one entry for each expert
condorcet {"ranks":[[1,2],[2,1]],"weights":[1,0]} → weights.1 | at least 1
kemeny-order {"ranks":[[1,2],[2,1]],"weights":[1,1.5]} → weights.1 | whole
kemeny-order {"ranks":[[1],[2]],"unranked":"first"} → unranked | last or missing
confidence-weighted-shares {"ratings":[1],"confidence":[-1],"scale":{"min":1,"max":5}} → confidence.0 | at least 0
confidence-weighted-shares {"ratings":[1],"confidence":[],"scale":{"min":1,"max":5}} → confidence | same length
confidence-weighted-shares {"ratings":[9],"confidence":[1],"scale":{"min":1,"max":5}} → ratings.0 | from 1 to 5
weighted-location {"ratings":[1],"weights":[-1]} → weights.0 | at least 0
`;

function problemWith(name: string, input: unknown): Problem {
  const answer = measureNamed(name)!.answer(input);
  if (answer.ok) throw new Error(`${name} accepted ${JSON.stringify(input)}`);
  return answer.problems![0]!;
}

describe("a measure refuses what is outside its domain, naming the first place at fault", () => {
  for (const line of REFUSALS.trim().split("\n"))
    test(line, () => {
      const [, name, input, path, words] = /^(\S+) (.+) → (.*) \| (.+)$/.exec(line)!;
      const problem = problemWith(name!, JSON.parse(input!));
      expect(problem.path).toBe(path);
      expect(problem.message).toContain(words);
      expect(problem.message).toMatch(/^[A-Za-z].*\.$/);
      expect(problem.message).not.toMatch(/invalid|expected|received|NaN|undefined|key/i);
    });

  test("numbers that are no numbers, and no input at all", () => {
    for (const rating of [Number.POSITIVE_INFINITY, Number.NaN]) {
      const problem = problemWith("location-and-spread", { ratings: [4, rating] });
      expect(problem).toEqual({ path: "ratings.1", message: "ratings.1 must be a finite number." });
    }
    expect(problemWith("spearman", undefined)).toEqual({ path: "", message: "The input is missing." });
  });

  test("each is refused in the measure's name when code asks", () => {
    expect(() => measureNamed("spearman").compute({ x: [1], y: [] })).toThrow(InvalidInput);
  });

  test("a hundred thousand lists within each other are one wrong value", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    for (const { name } of measures) {
      const answer = measureNamed(name as string)!.answer({ ratings: deep, counts: deep, table: deep });
      expect(answer.ok, name).toBe(false);
    }
  });
});

test("figures too large for a number are undefined, and no figure is NaN", () => {
  const huge = { ratings: [1e308, -1e308, 1e308] };
  const { mean, sd, median } = measureNamed("location-and-spread").compute(huge);
  expect([median, sd]).toEqual([1e308, null]);
  expect(mean! / 1e308).toBeCloseTo(1 / 3);
});
