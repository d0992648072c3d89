import type { ReactNode } from "react";
import { percent } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { share } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** A step of a round, from the widest to the narrowest: "Invited 24", "Took part 22", "Answered 21". */
export type FlowStep = { key: string; label: string; count: number | { withheld: ReactNode } };

export type FlowRound = {
  key: string;
  label: string;
  steps: readonly FlowStep[];
  /** Who left, in words: "1 withdrew, 2 declined". */
  note?: ReactNode;
};

const fills = ["var(--line)", "var(--rating-4)", "var(--accent)"];

/** Who was asked and who answered, round by round; all bars begin at zero and share one measure. */
export function RoundFlow({
  rounds,
  words,
  ...texts
}: FigureTexts & { rounds: readonly FlowRound[]; words: PictureWords }) {
  const most = Math.max(1, ...rounds.flatMap((round) => round.steps.map((step) => countOf(step) ?? 0)));
  const heads = [...new Set(rounds.flatMap((round) => round.steps.map((step) => step.label)))];
  const numbers = {
    head: [words.round, ...heads],
    rows: rounds.map((round) => ({
      key: round.key,
      cells: [round.label, ...heads.map((head) => cellOf(round, head))],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <ol className="border-t border-edge">
        {rounds.map((round) => (
          <li
            key={round.key}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,4fr)]"
          >
            <div>
              <p className="text-base font-semibold">{round.label}</p>
              {round.note ? <p className="text-sm text-muted">{round.note}</p> : null}
            </div>
            <div className="min-w-0">
              {round.steps.map((step, index) => (
                <Step
                  key={step.key}
                  step={step}
                  first={round.steps[0]}
                  most={most}
                  fill={fillOf(index, round.steps.length)}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Figure>
  );
}

function Step({
  step,
  first,
  most,
  fill,
}: {
  step: FlowStep;
  first: FlowStep | undefined;
  most: number;
  fill: string;
}) {
  const count = countOf(step);
  const all = first ? countOf(first) : null;
  const part = all && count !== null && step !== first ? ` · ${share(count, all)}` : "";
  return (
    <div className="grid grid-cols-[min(6.5rem,36%)_minmax(0,1fr)_min(5.5rem,34%)] items-center gap-x-3 text-sm">
      <span className="text-muted">{step.label}</span>
      {typeof step.count === "number" ? (
        <svg
          role="img"
          aria-label={`${step.label}: ${step.count}`}
          width="100%"
          height="20"
          className="block"
        >
          <rect x="0" y="3" width={percent((step.count / most) * 100)} height="14" fill={fill} />
        </svg>
      ) : (
        <span className="col-span-2 text-muted italic">{step.count.withheld}</span>
      )}
      {count === null ? null : (
        <span className="figures">
          {count}
          {part}
        </span>
      )}
    </div>
  );
}

function countOf(step: FlowStep): number | null {
  return typeof step.count === "number" ? step.count : null;
}

function cellOf(round: FlowRound, head: string): ReactNode {
  const step = round.steps.find((one) => one.label === head);
  if (!step) return "–";
  return typeof step.count === "number" ? step.count : step.count.withheld;
}

/** The last step, those who answered, stands out most. */
function fillOf(index: number, steps: number): string {
  return fills[Math.max(0, fills.length - steps + index)] ?? "var(--line)";
}
