import { describe, expect, test } from "vitest";
import { measureNamed, measures } from "@/delphi/statistics/registry";
import { expectFigures } from "./close";

const figuresOf = (name: string, input: object) => measureNamed(name)!.compute(input);

/** Each line: a measure, its input, and the figures that are to be seen (not all of them need to be listed). */
function eachAnswers(lines: string): void {
  for (const line of lines.trim().split("\n"))
    test(line, () => {
      const [, name, input, expected] = /^(\S+) (.+) → (.+)$/.exec(line)!;
      const figures = figuresOf(name!, JSON.parse(input!));
      expect(Object.keys(figures)).toEqual(Object.keys(measureNamed(name!)!.example.value));
      const seen = Object.keys(JSON.parse(expected!)).map((figure) => [figure, figures[figure]]);
      expectFigures(Object.fromEntries(seen), JSON.parse(expected!));
    });
}

describe("no experts, one, two, and panels without variation", () => {
  eachAnswers(`
location-and-spread {"ratings":[null,null]} → {"n":0,"missing":2,"median":null,"sd":null,"modes":[]}
location-and-spread {"ratings":[4]} → {"n":1,"median":4,"iqr":0,"mad":0,"sd":null,"cv":null,"modes":[4]}
location-and-spread {"ratings":[2,5]} → {"median":3.5,"q1":2.75,"q3":4.25,"modes":[2,5],"interpolatedMedian":3.5}
location-and-spread {"ratings":[2,5],"quantileType":6} → {"q1":2,"q3":5,"iqr":3}
location-and-spread {"ratings":[2,5],"quantileType":2} → {"q1":2,"q3":5,"iqr":3}
location-and-spread {"ratings":[-1,0,1]} → {"mean":0,"sd":1,"cv":null}
quantiles {"ratings":[],"probabilities":[0,0.5]} → {"n":0,"quantiles":[null,null]}
quantiles {"ratings":[3],"probabilities":[0,0.5,1]} → {"n":1,"quantiles":[3,3,3]}
kendall-w {"ratings":[[1,2]]} → {"items":1,"experts":2,"w":null,"df":null,"meanRanks":null}
kendall-w {"ratings":[[1],[2]]} → {"items":2,"experts":1,"w":null,"meanRanks":null}
kendall-w {"ratings":[[null,null],[null,null]]} → {"experts":0,"w":null,"meanRanks":null}
kendall-w {"ratings":[[3,3],[3,3]]} → {"w":null,"chiSquare":null,"p":null,"meanRanks":[1.5,1.5]}
kendall-w {"ratings":[[1,1],[2,2],[null,3]]} → {"items":2,"w":1,"meanRanks":[1,2,null]}
fleiss-kappa {"ratings":[[1,2]]} → {"items":1,"observedAgreement":null,"kappa":null}
fleiss-kappa {"ratings":[[3,3],[3,3]]} → {"observedAgreement":1,"expectedAgreement":1,"kappa":null}
krippendorff-alpha {"ratings":[[1,2]],"metric":"nominal"} → {"items":1,"values":2,"alpha":null}
krippendorff-alpha {"ratings":[[2,2],[2,2]],"metric":"interval"} → {"items":2,"alpha":null}
krippendorff-alpha {"ratings":[[0,0],[0,1]],"metric":"ratio"} → {"alpha":0}
intraclass-correlation {"ratings":[[3,3],[3,3]],"form":"agreement"} → {"single":null,"average":null}
intraclass-correlation {"ratings":[[1,2],[2,3]],"form":"consistency"} → {"single":1,"average":1}
intraclass-correlation {"ratings":[[1,2],[1,2]],"form":"consistency"} → {"single":null,"average":null}
spearman {"x":[1],"y":[2]} → {"n":1,"rho":null,"method":null,"p":null}
spearman {"x":[1,2],"y":[5,9]} → {"n":2,"rho":1,"method":null,"p":null}
spearman {"x":[1,2,3],"y":[5,5,5]} → {"rho":null,"method":null,"p":null}
spearman {"x":[1,1,2,3],"y":[1,1,2,3]} → {"rho":1,"method":"t","p":0}
percent-changed {"earlier":[1,null],"later":[null,2]} → {"pairs":0,"onlyEarlier":1,"onlyLater":1,"changed":0,"changedPercent":null,"towardMedianPercent":null,"meanChange":null}
percent-changed {"earlier":[3],"later":[3]} → {"changedPercent":0,"towardMedianPercent":null,"meanChange":0}
net-change {"earlier":[null],"later":[1]} → {"pairs":0,"netChangePercent":null}
net-change {"earlier":[1,1],"later":[5,5]} → {"netChangePercent":100}
weighted-kappa {"table":[[0,0],[0,0]],"weights":"linear"} → {"pairs":0,"unchangedPercent":null,"kappa":null}
weighted-kappa {"table":[[4,0],[0,0]],"weights":"linear"} → {"unchangedPercent":100,"kappa":null}
weighted-kappa {"table":[[9,0],[1,0]],"weights":"quadratic"} → {"unchangedPercent":90,"kappa":0}
wilcoxon-signed-rank {"earlier":[1,2],"later":[1,2]} → {"used":0,"rankSumUp":0,"rankSumDown":0,"rankBiserial":null,"method":null,"p":null}
wilcoxon-signed-rank {"earlier":[1],"later":[2]} → {"used":1,"rankSumUp":1,"rankBiserial":1,"method":"exact","p":1}
mcnemar {"table":[[5,0],[0,5]]} → {"changed":0,"chiSquare":null,"method":null,"p":null}
mcnemar {"table":[[0,24],[0,0]]} → {"method":"exact","p":1.1920928955078125e-7}
mcnemar {"table":[[0,25],[0,0]]} → {"method":"chi-square","chiSquare":25}
bowker {"table":[[5,0],[0,5]]} → {"pairs":10,"changed":0,"chiSquare":null,"df":null,"p":null}
marginal-chi-square {"earlierCounts":[0,0],"laterCounts":[1,1]} → {"chiSquare":null,"df":null,"p":null,"smallestExpected":null}
marginal-chi-square {"earlierCounts":[3,0],"laterCounts":[4,0]} → {"chiSquare":null,"df":null}
individual-chi-square {"table":[[0,0],[0,0]]} → {"pairs":0,"chiSquare":null,"lambda":null}
individual-chi-square {"table":[[2,0],[3,0]]} → {"chiSquare":null,"lambda":null}
individual-chi-square {"table":[[2,3],[0,0]]} → {"chiSquare":null,"lambda":0}
spread-change {"earlier":[],"later":[]} → {"medianEarlier":null,"medianChange":null,"relativeIqrChange":null,"cvChange":null}
spread-change {"earlier":[3,3],"later":[1,5]} → {"iqrEarlier":0,"iqrLater":2,"relativeIqrChange":null}
mann-whitney {"first":[],"second":[1]} → {"nFirst":0,"medianFirst":null,"u":null,"superiority":null,"p":null}
mann-whitney {"first":[2],"second":[2]} → {"u":0.5,"superiority":0.5,"method":null,"p":null}
mann-whitney {"first":[2],"second":[1]} → {"u":1,"superiority":1,"method":"exact","p":1}
fisher-exact {"table":[[3,0],[4,0]]} → {"n":7,"method":null,"p":null}
kruskal-wallis {"groups":[[1,2],[]]} → {"n":2,"medians":[1.5,null],"h":null,"df":null,"p":null}
kruskal-wallis {"groups":[[3],[3]]} → {"h":null,"df":null,"p":null}
probability-pool {"probabilities":[]} → {"n":0,"linear":null,"median":null,"geometricMeanOfOdds":null,"extremized":null,"clamped":0}
probability-pool {"probabilities":[0.3]} → {"linear":0.3,"geometricMeanOfOdds":0.3,"extremized":null}
probability-pool {"probabilities":[0,0.5],"clamp":0,"extremizing":2} → {"linear":0.25,"geometricMeanOfOdds":null,"extremized":null,"clamped":0}
brier-score {"forecasts":[0.5,null],"outcomes":[null,1]} → {"n":0,"score":null,"scores":[null,null]}
quantile-average {"estimates":[null]} → {"n":0,"lower":null,"best":null,"upper":null}
quantile-linear-pool {"estimates":[],"level":80} → {"n":0,"lower":null,"best":null,"upper":null}
mean-rank {"ranks":[[null],[null]]} → {"experts":0,"rankedBy":[0,0],"meanRanks":null,"order":null}
mean-rank {"ranks":[[1],[null]],"unranked":"missing"} → {"rankedBy":[1,0],"meanRanks":[1,null],"order":[[0]]}
borda-count {"ranks":[[],[]]} → {"experts":0,"points":null,"order":null}
condorcet {"ranks":[[],[]]} → {"experts":0,"preferences":null,"winner":null,"copeland":null,"cycle":null}
confidence-weighted-shares {"ratings":[null],"confidence":[3],"scale":{"min":1,"max":2}} → {"n":0,"nWithConfidence":0,"percents":null,"weightedPercents":null}
confidence-weighted-shares {"ratings":[1],"confidence":[0],"scale":{"min":1,"max":2}} → {"percents":[100,0],"weightedPercents":null}
weighted-location {"ratings":[1,2],"weights":[0,null]} → {"n":1,"mean":null,"median":null}
comet-consensus {"ratings":[]} → {"n":0,"topPercent":null,"verdict":null}
rand-ucla {"ratings":[]} → {"n":0,"low":0,"middle":0,"high":0,"median":null,"outsideRegion":null,"tableRule":null,"verdict":null}
percent-agreement {"ratings":[],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2} → {"topPercent":null,"topPercentOfInvited":null,"interval":null,"consensus":null}
percent-agreement {"ratings":[null],"scale":{"min":1,"max":5},"topFrom":4,"bottomTo":2} → {"missing":1,"topPercent":null,"topPercentOfInvited":0}
`);
});

describe("the shape of unanimous, evenly split and evenly spread panels", () => {
  eachAnswers(`
tastle-wierman-consensus {"counts":[0,0,7,0,0]} → {"consensus":1}
tastle-wierman-consensus {"counts":[5,0,0,0,5]} → {"consensus":0}
tastle-wierman-consensus {"counts":[0,0]} → {"n":0,"consensus":null}
van-der-eijk-agreement {"counts":[0,0,7,0,0]} → {"agreement":1,"polarization":0}
van-der-eijk-agreement {"counts":[5,0,0,0,5]} → {"agreement":-1,"polarization":1}
van-der-eijk-agreement {"counts":[3,3,3,3,3]} → {"agreement":0,"polarization":0.5}
van-der-eijk-agreement {"counts":[0.1,0.2,0.3]} → {"agreement":0.3333333333333333}
van-der-eijk-agreement {"counts":[3,4]} → {"n":7,"agreement":null,"polarization":null}
normalised-entropy {"counts":[0,0,7,0,0]} → {"bits":0,"normalised":0}
normalised-entropy {"counts":[3,3,3,3]} → {"bits":2,"normalised":1}
leik-consensus {"counts":[0,0,7,0,0]} → {"consensus":1}
leik-consensus {"counts":[5,0,0,0,5]} → {"consensus":0}
bimodality-coefficient {"counts":[0,0,7,0,0]} → {"n":7,"coefficient":null}
bimodality-coefficient {"counts":[1,1,1]} → {"n":3,"coefficient":null}
`);

  test("points that nobody uses do not touch the tests between rounds", () => {
    const used = [
      [6, 2, 1],
      [3, 8, 0],
      [2, 4, 5],
    ];
    const wider = [[0, 0, 0, 0], ...used.map((row) => [0, ...row])];
    for (const name of ["bowker", "individual-chi-square"])
      expectFigures(figuresOf(name, { table: wider }), figuresOf(name, { table: used }));
    for (const weights of ["none", "linear", "quadratic"])
      expectFigures(
        figuresOf("weighted-kappa", { table: wider, weights }),
        figuresOf("weighted-kappa", { table: used, weights }),
      );
    expectFigures(
      figuresOf("marginal-chi-square", { earlierCounts: [0, 3, 0, 4], laterCounts: [0, 5, 0, 2] }),
      figuresOf("marginal-chi-square", { earlierCounts: [3, 4], laterCounts: [5, 2] }),
    );
    expectFigures(
      figuresOf("fisher-exact", {
        table: [
          [3, 0, 1],
          [0, 0, 0],
          [1, 0, 3],
        ],
      }),
      figuresOf("fisher-exact", {
        table: [
          [3, 1],
          [1, 3],
        ],
      }),
    );
  });

  test("an item that nobody rated changes no agreement over items", () => {
    const ratings = [
      [1, 2, 2],
      [4, 4, 5],
      [3, 1, null],
    ];
    const more = [...ratings, [null, null, null]];
    for (const name of ["fleiss-kappa", "krippendorff-alpha"])
      expectFigures(
        figuresOf(name, { ratings: more, ...(name === "fleiss-kappa" ? {} : { metric: "ordinal" }) }),
        figuresOf(name, { ratings, ...(name === "fleiss-kappa" ? {} : { metric: "ordinal" }) }),
      );
    const { meanRanks: with4, ...concordance } = figuresOf("kendall-w", { ratings: more });
    const { meanRanks: with3, ...alone } = figuresOf("kendall-w", { ratings });
    expectFigures(concordance, alone);
    expectFigures(with4, [...(with3 as number[]), null]);
  });
});

test("every figure of every example is a number, a text, a verdict or null, and has its description", () => {
  for (const { name, figures, example } of measures)
    expect(Object.keys(figures), name).toEqual(Object.keys(example.value));
});
