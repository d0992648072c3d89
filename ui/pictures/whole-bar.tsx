import { CountedBar, ScaleKey } from "@/ui/pictures/counted-bar";
import { sidesOf } from "@/ui/pictures/diverging";
import { answersIn } from "@/ui/pictures/share";

/** All answers to one question as one bar with its key below: the answer before any figure. */
export function WholeBar({ scale, counts }: { scale: readonly string[]; counts: readonly number[] }) {
  if (answersIn(counts) === 0) return null;
  return (
    <div className="space-y-2 font-sans">
      <CountedBar counts={counts} scale={scale} reach={sidesOf(counts)} size="large" />
      <ScaleKey scale={scale} />
    </div>
  );
}
