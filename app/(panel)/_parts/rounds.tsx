import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { ExpertInvitation } from "@/db/queries/invitation";
import { Status } from "@/ui/status";

/** The rounds with their dates as far as they are set: those that were, the open one, those that may follow. */
export async function Rounds({ rounds, protocol, concluded }: ExpertInvitation) {
  const text = await getTranslations("panel.start");
  const { day, span, moment } = await dates();
  const when = (round: ExpertInvitation["rounds"][number]): string => {
    const { state, openedAt, closesAt, closedAt, imported } = round;
    if (imported) return text("round-elsewhere", { dates: span(imported.from, imported.to) });
    const opened = day(openedAt);
    if (state === "closed") return span(openedAt, closedAt!);
    if (closesAt === null) return text("round-open", { opened });
    return text("round-open-until", { opened, closes: moment(new Date(closesAt)) });
  };
  const numbers = Array.from({ length: protocol.rounds }, (_, at) => at + 1);
  const shown = concluded ? numbers.slice(0, rounds.length) : numbers;
  return (
    <dl className="space-y-2 font-sans text-base">
      {shown.map((number) => {
        const round = rounds.find((one) => one.number === number);
        const tone = round ? (round.state === "open" ? "current" : "done") : "waiting";
        return (
          <div key={number} className="gap-4 sm:grid sm:grid-cols-[7rem_minmax(0,1fr)]">
            <dt className="font-medium">
              <Status tone={tone}>{text("round", { round: number })}</Status>
            </dt>
            <dd>{round ? when(round) : text(`round-to-come.${protocol.closing}`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
