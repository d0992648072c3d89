"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ShareCard } from "@/ui/explorer/share-card";
import type { StanceShiftProps } from "@/ui/explorer/stance-shift";
import { pointText } from "@/ui/pictures/point-text";
import { roundFill } from "@/ui/pictures/round-colour";
import { answersIn } from "@/ui/pictures/share";

/** The rounds side by side at each answer, as shares of those who answered in that round. */
export function StanceGroups({ points, rounds, words }: StanceShiftProps) {
  const sizes = rounds.map((round) => answersIn(round.counts));
  const data = points.map((point, at) => {
    const counts = rounds.map((round) => round.counts[at] ?? 0);
    return { point, counts, shares: counts.map((count, index) => share(count, sizes[index] ?? 0)) };
  });
  return (
    <ResponsiveContainer width="100%" height={280}>
      <BarChart data={data} margin={{ top: 8, right: 0, bottom: 4, left: 0 }} barGap={1} barCategoryGap="22%">
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey={(row: (typeof data)[number]) => row.point.value}
          axisLine={{ stroke: "var(--edge)" }}
          tickLine={false}
          tick={{ fontSize: 14, fill: "var(--muted)" }}
        />
        <YAxis
          unit="%"
          width={48}
          axisLine={false}
          tickLine={false}
          tick={{ fontSize: 14, fill: "var(--muted)" }}
        />
        <Tooltip
          cursor={{ fill: "var(--wash)" }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row: (typeof data)[number] | undefined = active ? payload[0]?.payload : undefined;
            if (!row) return null;
            const lines = rounds.map((round, at) => ({
              label: round.label,
              count: row.counts[at] ?? 0,
              n: sizes[at] ?? 0,
            }));
            return <ShareCard title={pointText(row.point)} lines={lines} of={words.n} />;
          }}
        />
        {rounds.map((round, at) => (
          <Bar
            key={round.key}
            dataKey={(row: (typeof data)[number]) => row.shares[at] ?? 0}
            fill={roundFill(at, rounds.length)}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function share(count: number, n: number): number {
  return n === 0 ? 0 : (count / n) * 100;
}
