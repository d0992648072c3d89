"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { RoundTick } from "@/ui/explorer/round-tick";
import { ShareCard } from "@/ui/explorer/share-card";
import type { StanceShiftProps } from "@/ui/explorer/stance-shift";
import { ratingFill, ratingInk } from "@/ui/pictures/rating-colour";
import { answersIn } from "@/ui/pictures/share";

// A count is printed where its part of the bar has room for two figures on a phone.
const ROOM_FOR_A_COUNT = 9;

/** One bar a round, from 0 to 100% of those who answered, divided by their answers. */
export function StanceBars({ points, rounds, words }: StanceShiftProps) {
  const data = rounds.map((round) => {
    const n = answersIn(round.counts);
    const shares = round.counts.map((count) => (n === 0 ? 0 : (count / n) * 100));
    return {
      round,
      n,
      shares,
      printed: round.counts.map((count, at) => ((shares[at] ?? 0) < ROOM_FOR_A_COUNT ? "" : count)),
    };
  });
  return (
    <ResponsiveContainer width="100%" height={rounds.length * 64 + 36}>
      <BarChart data={data} layout="vertical" margin={{ top: 0, right: 18, bottom: 4, left: 0 }} barSize={36}>
        <XAxis
          type="number"
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 100]}
          unit="%"
          axisLine={{ stroke: "var(--edge)" }}
          tickLine={{ stroke: "var(--edge)" }}
          tick={{ fontSize: 14, fill: "var(--muted)" }}
        />
        <YAxis
          type="category"
          dataKey={(row: (typeof data)[number]) => row.round.label}
          width={84}
          axisLine={false}
          tickLine={false}
          tick={({ x, y, index }) => (
            <RoundTick
              x={x}
              y={y}
              name={data[index]?.round.label ?? ""}
              n={`${words.n} ${data[index]?.n ?? 0}`}
            />
          )}
        />
        <Tooltip
          shared={false}
          cursor={false}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const part = active ? payload[0] : undefined;
            const row: (typeof data)[number] | undefined = part?.payload;
            const at = points.findIndex((point) => point.label === part?.name);
            const point = points[at];
            if (!row || !point) return null;
            const line = { label: point.label, count: row.round.counts[at] ?? 0, n: row.n };
            return <ShareCard title={`${row.round.label}, ${words.n} ${row.n}`} lines={[line]} />;
          }}
        />
        {points.map((point, at) => (
          <Bar
            key={point.value}
            name={point.label}
            dataKey={(row: (typeof data)[number]) => row.shares[at] ?? 0}
            stackId="answers"
            fill={ratingFill(at, points.length)}
            stroke="var(--paper)"
            isAnimationActive={false}
          >
            <LabelList
              dataKey={(row: unknown) => printedAt(row, at)}
              position="center"
              pointerEvents="none"
              fontSize={14}
              fill={ratingInk(at, points.length)}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function printedAt(row: unknown, at: number): string | number {
  const { printed } = row as { printed: readonly (string | number)[] };
  return printed[at] ?? "";
}
