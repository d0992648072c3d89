import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { ExpertInvitation } from "@/db/queries/invitation";
import { Status } from "@/ui/status";

/** The rounds with their dates as far as they are set: those that were, the open one, those that may follow. */
export async function Rounds({ rounds, protocol, concluded }: ExpertInvitation) {
  const text = await getTranslations("panel.start");
  const { day, moment } = await dates();
  const when = ({ state, openedAt, closesAt, closedAt }: ExpertInvitation["rounds"][number]): string => {
    const opened = day(openedAt);
    if (state === "closed") return text("round-closed", { opened, closed: day(closedAt!) });
    if (closesAt === null) return text("round-open", { opened });
    return text("round-open-until", { opened, closes: moment(new Date(closesAt)) });
  };
  const numbers = Array.from({ length: protocol.rounds }, (_, at) => at + 1);
  const shown = concluded ? numbers.slice(0, rounds.length) : numbers;
  return (
    <ol className="list-none space-y-1 pl-0 font-sans text-base">
      {shown.map((number) => {
        const round = rounds.find((one) => one.number === number);
        const tone = round ? (round.state === "open" ? "current" : "done") : "waiting";
        return (
          <li key={number}>
            <Status tone={tone}>
              <span className="font-medium">{text("round", { round: number })}</span>:{" "}
              {round ? when(round) : text(`round-to-come.${protocol.closing}`)}
            </Status>
          </li>
        );
      })}
    </ol>
  );
}
